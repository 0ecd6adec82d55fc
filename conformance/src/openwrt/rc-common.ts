// A recorded case of rc.common and rcS: scripts, and what calls of them and a boot do; played in a virtual system.

import {
  ashBehaviour,
  bashBehaviour,
  createSystem,
  installOpenwrt,
  type OpenwrtFunction,
  rcFolder,
  runRcs,
  type ScriptSystem,
  shellProgram,
} from "@inittab/core";
import { toText } from "../lines.ts";

/** A script of a case: the lines after the first one, or all of them. */
export type CaseScript =
  | readonly string[]
  | { readonly lines: readonly string[]; readonly mode?: string }
  | { readonly text: readonly string[]; readonly mode?: string };

/** What is done: a script is called, rcS runs, a script is called while an image is built, or a shell does something. */
export type CaseStep =
  | readonly string[]
  | { readonly boot: number }
  | { readonly shutdown: number }
  | { readonly build: readonly string[] }
  | { readonly sh: string };

/** The `case` part of rc-common.json. */
export interface RcCommonCase {
  readonly scripts: Readonly<Record<string, CaseScript>>;
  /** What lies in /etc/rc.d: the target of a link, null for a folder, or `file:` and the text of an executable file. */
  readonly "rc.d"?: Readonly<Record<string, string | null>>;
  readonly steps: readonly CaseStep[];
}

const scriptFolder = "/etc/init.d";
const callsFile = "/tmp/calls";
const imageRoot = "/image";
const environment = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin" };

interface Played {
  readonly system: ScriptSystem;
  readonly bus: string[];
}

/** Plays all steps of a case. */
export function replayRcCommon(recorded: RcCommonCase): unknown {
  const played: Played = { system: createSystem({ shell: ashBehaviour, steps: 10_000_000 }), bus: [] };
  const { files } = played.system;
  const parts = {
    functions: { note },
    onBus: (args: readonly string[]) => void played.bus.push(args.join(" ")),
  };
  installOpenwrt(files, parts);
  installOpenwrt(files, { ...parts, root: imageRoot });
  files.install("/bin/bash", shellProgram(bashBehaviour));
  for (const [name, script] of Object.entries(recorded.scripts)) putScript(played.system, name, script);
  for (const [name, what] of Object.entries(recorded["rc.d"] ?? {}))
    putEntry(played.system, `${rcFolder}/${name}`, what);
  return { steps: recorded.steps.map((step) => play(played, step)) };
}

/** Writes a call down, as the recorded scripts do it. */
// biome-ignore lint/correctness/useYield: it has nothing to ask for
const note: OpenwrtFunction = function* (shell, args) {
  const script = shell.variables.get("initscript")?.value ?? "";
  const opened = shell.files.open(callsFile, "append", 0o644);
  if (opened.kind === "open") opened.stream.write(`${[baseName(script), ...args].join(" ")}\n`);
  return 0;
};

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function putScript({ files }: ScriptSystem, name: string, script: CaseScript): void {
  const { lines, mode = "755" } =
    "text" in script ? { ...script, lines: script.text } : withFirstLine(script);
  files.write(`${scriptFolder}/${name}`, toText(lines), Number.parseInt(mode, 8));
}

function withFirstLine(script: Exclude<CaseScript, { readonly text: unknown }>): {
  readonly lines: readonly string[];
  readonly mode?: string;
} {
  const whole = "lines" in script ? script : { lines: script };
  return { ...whole, lines: ["#!/bin/sh /etc/rc.common", ...whole.lines] };
}

function putEntry({ files }: ScriptSystem, path: string, what: string | null): void {
  if (what === null) files.folder(path);
  else if (what.startsWith("file:")) files.write(path, what.slice("file:".length), 0o755);
  else files.makeLink(path, what);
}

function play({ system, bus }: Played, step: CaseStep): unknown {
  system.files.write(callsFile, "");
  bus.length = 0;
  const { exit, out, seconds } = perform(system, step);
  const image = linksIn(system, `${imageRoot}${rcFolder}`);
  return {
    exit,
    calls: (system.files.read(callsFile) ?? "").split("\n").slice(0, -1),
    out: out.filter((line) => line !== ""),
    ...(bus.length > 0 && { ubus: [...bus] }),
    "rc.d": linksIn(system, rcFolder),
    ...(Object.keys(image).length > 0 && { "image rc.d": image }),
    ...(seconds > 5 && { seconds: Math.round(seconds / 5) * 5 }),
  };
}

interface Performed {
  readonly exit: number;
  readonly out: readonly string[];
  readonly seconds: number;
}

function perform(system: ScriptSystem, step: CaseStep): Performed {
  if ("boot" in step) return rcs(system, { pattern: "S", argument: "boot" });
  if ("shutdown" in step) return rcs(system, { pattern: "K", argument: "shutdown" });
  if ("build" in step) return build(system, step.build);
  const { status, output, seconds } =
    "sh" in step ? system.shell(step.sh, { environment }) : callScript(system, step);
  return { exit: status, out: output.split("\n"), seconds };
}

/** The line of the recorded shell script that called the scripts; its shell names it where it cannot. */
const callingLine = 6;

function callScript(system: ScriptSystem, [name = "", ...args]: readonly string[]) {
  const text = `${"\n".repeat(callingLine - 1)}"$@"`;
  const argv = ["/bin/sh", "-c", text, "/tmp/driver", `${scriptFolder}/${name}`, ...args];
  return system.run({ argv, environment });
}

function rcs(system: ScriptSystem, run: { readonly pattern: string; readonly argument: string }): Performed {
  const { matched, steps, seconds } = runRcs(system, run);
  const logged = steps.flatMap(({ path, lines }) => lines.map((line) => `log ${path}: ${line}`));
  return { exit: 0, out: [...logged, matched ? "done" : "nothing"], seconds };
}

function build(system: ScriptSystem, [name = "", ...args]: readonly string[]): Performed {
  const { files } = system;
  const text = files.read(`${scriptFolder}/${name}`);
  if (text !== undefined) files.write(`${imageRoot}${scriptFolder}/${name}`, text, 0o644);
  const { status, output, seconds } = system.run({
    argv: ["/bin/bash", "./etc/rc.common", `.${scriptFolder}/${name}`, ...args],
    folder: imageRoot,
    environment: { ...environment, IPKG_INSTROOT: imageRoot },
  });
  return { exit: status, out: output.split("\n"), seconds };
}

/** Links by name; whatever else lies there has an empty target. Names with blanks were not recorded. */
function linksIn({ files }: ScriptSystem, folder: string): Readonly<Record<string, string>> {
  const names = (files.names(folder) ?? []).filter((name) => !/\s/.test(name));
  return Object.fromEntries(
    names.toSorted().map((name) => [name, files.readLink(`${folder}/${name}`) ?? ""]),
  );
}
