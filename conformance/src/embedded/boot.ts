// A recorded case of rcS and rcK: from its form to a virtual system and back to the form of `expect`.

import {
  type BootWalk,
  buildrootRcs,
  callsIn,
  foldersOf,
  type ScriptSystem,
  walkBusyboxRcK,
  walkBusyboxRcS,
  walkRcK,
  walkRcS,
} from "@inittab/core";
import { type CaseFile, caseFile } from "./case-script.ts";
import {
  type CaseShell,
  caseSystem,
  fileBehind,
  loopShell,
  putFile,
  recordedCalls,
  writtenBy,
} from "./case-system.ts";

/** The `case` part of boot.json. */
export interface BootCase {
  readonly flavor: "buildroot" | "openipc" | "oe-busybox";
  readonly shell?: CaseShell;
  readonly gnu_ls?: boolean;
  readonly scripts: readonly (CaseFile | string)[];
  readonly runs?: readonly ("rcS" | "rcK")[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the programs of a case one after the other. */
export function replayBoot(recorded: BootCase): unknown {
  const { shell = "busybox", scripts, runs = ["rcS", "rcK"] } = recorded;
  const system = caseSystem(shell);
  for (const file of scripts.map(caseFile)) putFile(system, `/etc/${file.at ?? "init.d"}`, file);
  return {
    runs: runs.map((script) => {
      const before = system.calls.length;
      const walk = follow(recorded, system, script);
      const calls = recordedCalls(system, system.calls.slice(before), "/etc", ({ path }) =>
        fileBehind(system, path),
      );
      return { script, calls, exit: walk.exit, ...writtenBy(walk) };
    }),
  };
}

function follow(recorded: BootCase, system: ScriptSystem, script: "rcS" | "rcK"): BootWalk {
  const { flavor, gnu_ls: gnuLs = false, env = {} } = recorded;
  const shell = { name: loopShell(recorded.shell), gnuLs, locale: env["LC_ALL"] !== undefined };
  const call = callsIn(system, { PATH: "/sbin:/bin:/usr/sbin:/usr/bin", ...env });
  if (flavor === "oe-busybox") {
    const folders = foldersOf(system.files, ["/etc/rcS.d", "/etc/rc5.d", "/etc/rc6.d"]);
    return (script === "rcS" ? walkBusyboxRcS : walkBusyboxRcK)({ folders, shell, call });
  }
  const folders = foldersOf(system.files, ["/etc/init.d"]);
  const rc = buildrootRcs[flavor];
  return (script === "rcS" ? walkRcS : walkRcK)({ folders, rc, shell, call });
}
