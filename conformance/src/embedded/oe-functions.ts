// A recorded case of OpenEmbedded's library of functions.

import { functionsPath, openEmbeddedFunctions, type Program, type ScriptSystem } from "@inittab/core";
import { type CaseShell, caseSystem, linesOf } from "./case-system.ts";

/** The `case` part of oe-functions.json. */
export interface OeFunctionsCase {
  readonly shell?: CaseShell;
  readonly call: string;
  readonly process?: boolean;
  readonly pidof?: boolean;
}

/** Calls the function in a script that has read the library. */
export function replayOeFunctions({ shell, call, process = false, pidof = true }: OeFunctionsCase): unknown {
  const system = caseSystem(shell);
  const { files } = system;
  files.write(functionsPath, openEmbeddedFunctions, 0o644);
  files.remove("/bin/pidof");
  if (pidof) files.install("/bin/pidof", pidofProgram);
  files.write("/t", `#!/bin/sh\n. ${functionsPath}\n${call}\necho "status $?"\n`, 0o755);
  const daemon = process ? startDaemon(system) : undefined;
  const { status: exit, stdout, stderr } = system.run({ argv: ["/t"] });
  const lines = linesOf(daemon === undefined ? stdout : stdout.replaceAll(String(daemon), "<PID>"));
  const status = /^status (\d+)$/.exec(lines.at(-1) ?? "")?.[1];
  return {
    exit,
    ...(status === undefined ? {} : { status: Number(status) }),
    stdout: status === undefined ? lines : lines.slice(0, -1),
    ...(stderr === "" ? {} : { stderr: linesOf(stderr) }),
    ...(daemon === undefined ? {} : { "process left": system.processes().some(({ pid }) => pid === daemon) }),
  };
}

function startDaemon(system: ScriptSystem): number {
  system.files.install("/usr/sbin/svcd", daemonProgram);
  const { pid } = system.start({ argv: ["/usr/sbin/svcd"] });
  system.advance(0);
  return pid;
}

/** Runs as long as nobody stops it. */
const daemonProgram: Program = function* () {
  yield { kind: "sleep", seconds: 1_000_000 };
  return 0;
};

/** BusyBox' pidof, as far as a name goes. */
const pidofProgram: Program = function* ({ args, system, out, err }) {
  const [name = ""] = args;
  if (name.startsWith("-")) {
    err(`pidof: invalid option -- '${name.slice(1)}'\n`);
    return 1;
  }
  const pids = system
    .processes()
    .flatMap(({ pid, argv }) => (argv[0]?.replace(/^.*\//, "") === name ? pid : []));
  if (pids.length > 0) out(`${pids.join(" ")}\n`);
  return pids.length > 0 ? 0 : 1;
};
