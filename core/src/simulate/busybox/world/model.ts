// What the commands of a BusyBox inittab amount to: the programs of the recorded cases, or each entry as one program of
// its own, which is how a real machine is simulated.

import { findAction } from "../../../inittab/actions.ts";
import { type CommandLine, commandLine } from "../../../inittab/command.ts";
import type { Encoding } from "../../../text/bytes.ts";
import { absolutePath } from "../../run/paths.ts";
import type { ProcessSettings } from "../../run/scenario.ts";
import { reasons } from "../machine/messages.ts";
import type { BusyboxAction } from "../machine/state.ts";
import type { BusyboxScenario } from "../scenario.ts";

/** How a program behaves; times in seconds. */
export interface BusyboxBehaviour {
  /** Null: it runs on. */
  readonly runs: number | null;
  readonly exit: number;
  readonly onTerm: "exit" | "ignore";
  /** It does not catch what is sent to it, so that a signal ends it. Default: it ends by itself, with 143. */
  readonly catches?: false;
  /** The key of a child that it leaves behind, in a session of its own. */
  readonly leaves?: string;
  /** The signal that it sends to process 1 when it ends by itself. */
  readonly sends?: "TERM" | "USR1" | "USR2" | "HUP";
}

/** A program that runs as a process. */
export interface BusyboxProgram {
  /** The key under which the trace tells of it; empty: it tells nothing. */
  readonly id: string;
  readonly login: boolean;
  /** Its arguments, if there are more than the key. */
  readonly args: readonly string[] | undefined;
  readonly behaviour: BusyboxBehaviour;
}

/** What a command turns out to be. */
export type BusyboxLaunch =
  | { readonly kind: "program"; readonly program: BusyboxProgram }
  /** A script for the small shell; `name` is what the shell calls itself in messages. */
  | { readonly kind: "shell"; readonly name: string; readonly script: string }
  /** It cannot be run. */
  | { readonly kind: "missing"; readonly program: string; readonly reason: string };

/** Says what commands amount to. */
export interface BusyboxModel {
  readonly launch: (command: string, action: BusyboxAction) => BusyboxLaunch;
  /** What a shell starts under these words. */
  readonly program: (argv: readonly string[]) => BusyboxLaunch;
  /** A program that another one leaves behind. */
  readonly leftBehind: (key: string) => BusyboxProgram;
  /** Whether a file can be read. */
  readonly exists: (path: string) => boolean;
  /** Whether every terminal that an entry names exists if the scenario does not say. */
  readonly anyTerminal: boolean;
  /** How the characters of a scenario stand for bytes. */
  readonly encoding: Encoding;
}

type Settings = BusyboxScenario["processes"];

/** Whether a scenario is about the programs of the recorded cases. */
export function isRecordedBusyboxScenario(scenario: BusyboxScenario): boolean {
  if (scenario.stubs !== undefined) return true;
  const texts = [
    scenario.inittab ?? "",
    ...(scenario.events ?? []).map((event) => ("write" in event ? (event.write ?? "") : "")),
  ];
  return (
    scenario.processes !== undefined && texts.some((text) => /(^|[:\s\-+(;&|"'])[./]*bin\/p\b/m.test(text))
  );
}

/** The model of the recorded cases: /bin/p, the stubs and a shell, and nothing else. */
export function recordedBusyboxModel(scenario: BusyboxScenario): BusyboxModel {
  const stubs = new Set(["/bin/p", ...(scenario.stubs ?? [])]);
  const devices = ["console", "null", "tty", ...(scenario.ttys ?? [])].map((name) => `/dev/${name}`);
  const files = new Set([...stubs, "/bin/sh", ...devices, ...fixedFiles]);
  const program = (argv: readonly string[], word = argv[0] ?? ""): BusyboxLaunch => {
    const path = lookUp(word, files);
    if (path === undefined) {
      const sought = `${absolutePath(word)}${endsAsFolder(word) ? "/" : ""}`;
      const beneath = [...stubs, "/bin/sh", ...devices].some((file) => sought.startsWith(`${file}/`));
      return { kind: "missing", program: word, reason: beneath ? reasons.noFolder : reasons.missing };
    }
    if (stubs.has(path)) return { kind: "program", program: testProgram(argv, scenario.processes) };
    if (path === "/bin/sh") return launchShell(argv);
    return { kind: "missing", program: word, reason: reasons.denied };
  };
  return {
    program,
    launch: (command) => {
      const line = commandLine(command, { dialect: "busybox" });
      return "argv" in line ? program(line.argv, line.program) : nothingToRun(line);
    },
    leftBehind: (key) => leftProgram(key, scenario.processes, {}),
    exists: (path) => files.has(absolutePath(path)) || absolutePath(path).startsWith("/dev/"),
    anyTerminal: false,
    encoding: "latin-1",
  };
}

/** The model of a real machine: the whole process field is the key of the entry's program. */
export function entriesBusyboxModel(
  processes: Settings = {},
  behaviourOf: (command: string, action: BusyboxAction) => BusyboxBehaviour = defaultBusyboxBehaviour,
): BusyboxModel {
  return {
    launch: (command, action) => {
      const line = commandLine(command, { dialect: "busybox" });
      if (line.kind === "direct" && line.program === "") return nothingToRun(line);
      const login = line.flags.end > 0;
      const behaviour = { ...behaviourOf(command, action), ...settingsOf(processes, command) };
      return { kind: "program", program: { id: command, login, args: undefined, behaviour } };
    },
    program: (argv) => ({ kind: "missing", program: argv[0] ?? "", reason: reasons.missing }),
    leftBehind: (key) => leftProgram(key, processes, { catches: false }),
    exists: () => true,
    anyTerminal: true,
    encoding: "utf-8",
  };
}

/** How long a command runs that does its work and ends; seconds. */
const shortRun = 1;

/** What the programs that bring a machine down ask of process 1. Source: spec/dialects.md, 3.5. */
const requests: Readonly<Record<string, "TERM" | "USR1" | "USR2">> = {
  reboot: "TERM",
  halt: "USR1",
  poweroff: "USR2",
};

/** Kept entries run on, others end after a second with 0; what brings a machine down does so. */
function defaultBusyboxBehaviour(command: string, action: BusyboxAction): BusyboxBehaviour {
  const usual = { runs: shortRun, exit: 0, onTerm: "exit", catches: false } as const;
  if (findAction(action)?.respawns === true || action === "restart") return { ...usual, runs: null };
  const [program = "", ...words] = command.replace(/^-/, "").split(/[ \t]+/);
  const name = program.replace(/^.*\//, "");
  if (name === "init" && words[0] === "-q") return { ...usual, sends: "HUP" };
  const sends = Object.hasOwn(requests, name) && !words.includes("-w") ? requests[name] : undefined;
  return sends === undefined ? usual : { ...usual, sends };
}

/** Folders of the recorded cases, and files that are no programs. Init works in the first one. */
const folders: ReadonlySet<string> = new Set(["/", "/bin", "/dev", "/etc", "/etc/init.d", "/sbin", "/usr"]);
const fixedFiles = [...folders, "/etc/inittab"];

/** The directories in which a program without a slash is looked for. */
export const programPath: readonly string[] = ["/sbin", "/usr/sbin", "/bin", "/usr/bin"];

function endsAsFolder(word: string): boolean {
  return /\/\.?$/.test(word);
}

function lookUp(word: string, files: ReadonlySet<string>): string | undefined {
  if (word === "") return undefined;
  if (word.includes("/")) {
    const path = absolutePath(word);
    // What a slash follows is looked for as a folder.
    return files.has(path) && (!endsAsFolder(word) || folders.has(path)) ? path : undefined;
  }
  return programPath.map((directory) => `${directory}/${word}`).find((path) => files.has(path));
}

function nothingToRun(line: CommandLine): BusyboxLaunch {
  const program = "program" in line ? line.program : "";
  return { kind: "missing", program, reason: reasons.missing };
}

/** The test program is known by its first argument, or by another name that it was given. */
function testProgram(argv: readonly string[], processes: Settings): BusyboxProgram {
  const [called = "", ...words] = argv;
  const login = called.startsWith("-");
  const name = called.replace(/^-/, "").replace(/^.*\//, "");
  const plain = name === "p";
  const id = plain ? (words[0] ?? "") : name;
  const usual = plain ? 1 : 0;
  const settings = settingsOf(processes, id);
  const behaviour = { runs: null, exit: 0, onTerm: "exit", ...settings } as const;
  return { id, login, args: words.length > usual ? words : undefined, behaviour };
}

function settingsOf(processes: Settings, id: string): Partial<BusyboxBehaviour> {
  const settings: ProcessSettings | undefined =
    processes !== undefined && Object.hasOwn(processes, id) ? processes[id] : undefined;
  return {
    ...(settings?.runs !== undefined && { runs: settings.runs }),
    ...(settings?.exit !== undefined && { exit: settings.exit }),
    ...(settings?.onTerm !== undefined && { onTerm: settings.onTerm }),
    ...(settings?.leaves !== undefined && { leaves: settings.leaves }),
  };
}

/** A program that is left behind runs on unless a scenario says otherwise, and leaves nothing behind itself. */
function leftProgram(
  key: string,
  processes: Settings,
  more: Pick<BusyboxBehaviour, "catches">,
): BusyboxProgram {
  const { leaves: _, ...settings } = settingsOf(processes, key);
  const behaviour = { runs: null, exit: 0, onTerm: "exit", ...more, ...settings } as const;
  return { id: key, login: false, args: undefined, behaviour };
}

/** A shell with a script on its command line; any other one waits for somebody to type, and tells nothing. */
function launchShell(argv: readonly string[]): BusyboxLaunch {
  const [name = "sh", ...words] = argv;
  const at = words.findIndex((word) => /^-[a-z]*c$/.test(word));
  const script = at < 0 ? undefined : words[at + 1];
  if (script !== undefined) return { kind: "shell", name: words[at + 2] ?? name, script };
  const behaviour = { runs: null, exit: 0, onTerm: "ignore" } as const;
  return {
    kind: "program",
    program: { id: "", login: name.startsWith("-"), args: undefined, behaviour },
  };
}
