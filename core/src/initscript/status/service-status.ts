// What `service NAME status` prints and returns: the script itself runs in a small system in which its process and its lock
// are there or not, with the functions of its generation.

import { bashBehaviour, dashBehaviour } from "../../shell/interpreter/behaviour.ts";
import type { ShellScript } from "../../shell/script.ts";
import { shellBuiltins } from "../../shell/words.ts";
import { findHelpers } from "../facts/helper-functions.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import { readFirstLine } from "../script/first-line.ts";
import type { ScriptOutline } from "../script/outline.ts";
import { outlineScript } from "../script/read-outline.ts";
import { createSystem, type ScriptSystem } from "../system/system.ts";
import { lockFolder } from "../tree/paths.ts";
import { type HelperGeneration, installHelpers } from "./helper-library.ts";
import { type ServiceTraces, tracesOf } from "./traces.ts";

/** A service whose state is asked for. */
export interface StatusQuestion {
  /** The name of its script. */
  readonly name: string;
  readonly text: string;
  readonly shell: ShellScript | undefined;
  readonly flavor: RcFlavor;
}

/** What is there of a service. */
export interface ServiceMoment {
  readonly process: boolean;
  /** Undefined where no lock counts. */
  readonly lock: boolean | undefined;
  /** The file with the number of its process, which outlives a process that was killed. */
  readonly pidFile: boolean;
}

/** What `service NAME status` does at a moment. */
export type ServiceAnswer = { readonly moment: ServiceMoment } & (
  | {
      readonly kind: "answer";
      /** What it prints on both outputs, with `PID` for the number of the process. */
      readonly output: string;
      readonly status: number;
    }
  /** The script does something that is not followed. */
  | { readonly kind: "not-followed"; readonly what: string }
);

/** What is known of a service's state. */
export interface ServiceReport {
  /** The lock that it takes; undefined where no lock counts. */
  readonly lock: string | undefined;
  /** For everything that can be there of it. */
  readonly answers: readonly ServiceAnswer[];
}

/**
 * What `service NAME status` answers, whatever is there of the service; undefined for systems whose functions are not
 * known, and for scripts that are not understood.
 */
export function serviceReport(question: StatusQuestion): ServiceReport | undefined {
  const { flavor, name, text, shell } = question;
  const { library } = rcFlavors[flavor];
  const outline = shell === undefined ? undefined : outlineScript(text, shell, name);
  if (library === undefined || outline === undefined) return undefined;
  const traces = tracesOf(outline, name, text);
  const asked: Asked = { ...question, traces, library, outline };
  return {
    lock: library === "lsb" ? undefined : traces.lock,
    answers: momentsOf(library, traces).map((moment) => answer(asked, moment)),
  };
}

/** A process keeps its pid file; one that is gone may have left it. */
function momentsOf(library: HelperGeneration, { pidFile }: ServiceTraces): readonly ServiceMoment[] {
  const locks = library === "lsb" ? [undefined] : [true, false];
  const has = pidFile !== undefined;
  const alive = locks.map((lock) => ({ process: true, lock, pidFile: has }));
  const gone = (left: boolean) => locks.map((lock) => ({ process: false, lock, pidFile: left }));
  return [...alive, ...(has ? gone(true) : []), ...gone(false)];
}

interface Asked extends StatusQuestion {
  readonly outline: ScriptOutline;
  readonly traces: ServiceTraces;
  readonly library: HelperGeneration;
}

function answer(asked: Asked, moment: ServiceMoment): ServiceAnswer {
  const { name, text, traces, library } = asked;
  const system = systemFor(asked);
  const { files } = system;
  const path = `/etc/init.d/${name}`;
  for (const place of library === "lsb" ? [path] : [path, `/etc/rc.d/init.d/${name}`])
    files.write(place, text, 0o755);
  const stranger = strangerIn(asked, system);
  if (stranger !== undefined) return { kind: "not-followed", moment, what: stranger };
  let pid = 0;
  if (moment.process) {
    pid = system.start({ argv: [traces.program] }).pid;
    system.advance(1);
  }
  if (traces.pidFile !== undefined && moment.pidFile)
    files.write(traces.pidFile, `${moment.process ? pid : usedUp}\n`);
  if (moment.lock === true) files.write(`/${lockFolder}/${traces.lock}`, "");
  // Observed: service of initscripts 9.03 and sysvinit-utils 3.06 pass on these two variables and stand in `/`.
  const environment = { PATH: "/sbin:/usr/sbin:/bin:/usr/bin", TERM: "linux" };
  const { end, status, output, stderr, problems } = system.run({
    argv: [path, "status"],
    environment,
    folder: "/",
  });
  const [problem] = problems;
  if (problem !== undefined) return { kind: "not-followed", moment, what: problem.what };
  if (end === undefined || end.kind === "hangs" || end.kind === "gave-up")
    return { kind: "not-followed", moment, what: path };
  // What is not here may well be on the system.
  const [, missing] = /(\S+): (?:(?:command )?not found|No such file)/.exec(stderr) ?? [];
  if (missing !== undefined) return { kind: "not-followed", moment, what: missing };
  const shown = pid === 0 ? output : output.replaceAll(new RegExp(`\\b${pid}\\b`, "g"), "PID");
  return { kind: "answer", moment, output: shown, status };
}

/** A program that the script calls for `status` and that is not modeled here. */
function strangerIn({ outline, library }: Asked, { files }: ScriptSystem): string | undefined {
  const home = library === "lsb" ? "lsb" : "redhat";
  const isKnown = (name: string): boolean =>
    shellBuiltins.has(name) ||
    outline.functions.has(name) ||
    findHelpers(name).some((helper) => helper.library === home) ||
    programFolders.some((folder) => files.node(`${folder}/${name}`) !== undefined);
  return [...outline.topLevel, ...(outline.arm("status")?.commands ?? [])].find(
    ({ name, command }) => command.words.length > 0 && name !== undefined && !isKnown(name),
  )?.name;
}

const programFolders = ["/bin", "/sbin", "/usr/bin", "/usr/sbin"];

/** The number of a process that is gone. */
const usedUp = 32_000;

/** A system with the program, the files that the script asks for, and the library. */
function systemFor({ text, traces, library }: Asked): ScriptSystem {
  const line = readFirstLine(text);
  const isBash = library !== "lsb" || (line.kind === "interpreter" && line.program.endsWith("/bash"));
  const system = createSystem({ shell: isBash ? bashBehaviour : dashBehaviour, steps: 100_000 });
  const { files } = system;
  files.makeLink("/bin/bash", "sh");
  files.makeLink("/bin/dash", "sh");
  for (const path of traces.files) if (files.node(path) === undefined) files.write(path, "", 0o755);
  files.write("/etc/sysconfig/network", "NETWORKING=yes\n");
  installHelpers(system, library);
  files.install(traces.program, function* () {
    yield { kind: "sleep", seconds: 1e9 };
    return 0;
  });
  return system;
}
