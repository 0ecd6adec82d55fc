// Recorded cases of the programs that go through the folder of a level: OpenEmbedded's rc and rcS, rc of Linux From
// Scratch, Slackware's rc.sysvinit.

import {
  type BootSettings,
  callsIn,
  foldersOf,
  type OpenEmbeddedBoot,
  type ScriptCall,
  type ScriptSystem,
  settingsPath,
  walkLfsRc,
  walkOpenEmbeddedRc,
  walkOpenEmbeddedRcS,
  walkRcSysvinit,
} from "@inittab/core";
import { type CaseFile, caseFile } from "./case-script.ts";
import {
  type CaseShell,
  caseSystem,
  fileBehind,
  loopShell,
  putFile,
  quoted,
  recordedCalls,
  recorder,
  writtenBy,
} from "./case-system.ts";

interface CaseAction {
  readonly does?: readonly string[];
  readonly print?: string;
  readonly exit?: number;
}

/** A service of a case. */
export type CaseService =
  | "plain"
  | {
      readonly start?: CaseAction;
      readonly stop?: CaseAction;
      readonly does?: readonly string[];
      readonly mode?: string;
    };

interface CaseStep {
  readonly via?: "rcS" | "rc";
  readonly previous: string | null;
  readonly runlevel: string | null;
  readonly args?: readonly string[];
}

/** The `case` part of oe-rc.json, lfs.json and slackware.json. */
export interface LevelsCase {
  readonly flavor: "oe" | "lfs" | "slackware";
  readonly shell?: CaseShell;
  readonly services: Readonly<Record<string, CaseService>>;
  readonly rc: Readonly<Record<string, readonly (CaseFile | string)[]>>;
  readonly no_dirs?: readonly string[];
  readonly defaults?: Readonly<Record<string, string>> | null;
  readonly psplash?: boolean | number;
  readonly steps: readonly CaseStep[];
}

const usualLevels = ["0", "1", "2", "3", "4", "5", "6", "S"] as const;

/** Makes the system of a case below /etc or /etc/rc.d. */
function systemOf(recorded: LevelsCase, base: string): ScriptSystem {
  const { services, rc, no_dirs: without = [], shell = "busybox", flavor } = recorded;
  const system = caseSystem(shell);
  for (const [name, service] of Object.entries(services))
    putFile(
      system,
      `${base}/init.d`,
      { name, ...(service !== "plain" && service.mode !== undefined ? { mode: service.mode } : {}) },
      serviceLines(service),
    );
  if (flavor === "oe")
    for (const level of usualLevels)
      if (!without.includes(level)) system.files.folder(`${base}/rc${level}.d`);
  for (const [level, entries] of Object.entries(rc)) {
    system.files.folder(`${base}/rc${level}.d`);
    for (const entry of entries) putEntry(system, `${base}/rc${level}.d`, caseFile(entry));
  }
  return system;
}

/** An entry is a link to a service unless it says otherwise. */
function putEntry(system: ScriptSystem, folder: string, { target, ...file }: CaseFile): void {
  const kind = file.kind ?? "link";
  const name = target ?? file.name.slice(3);
  putFile(system, folder, { ...file, kind, target: `../init.d/${name}` });
}

/** The lines of a service; the ninth is the first that it brings itself. */
function serviceLines(service: CaseService): readonly string[] {
  const { does = [], start, stop } = service === "plain" ? {} : service;
  const arm = (name: string, action: CaseAction = {}): readonly string[] => [
    `  ${name})`,
    ...(action.does ?? []),
    ...(action.print === undefined ? [] : [`echo ${quoted(action.print)}`]),
    ...(action.exit === undefined ? [] : [`exit ${action.exit}`]),
    "  ;;",
  ];
  const arms =
    start === undefined && stop === undefined
      ? []
      : ['case "$1" in', ...arm("start", start), ...arm("stop", stop), "esac"];
  return ["#!/bin/sh", recorder, ":", ":", ":", ":", ":", ":", ...does, ...arms];
}

function levelFolders(system: ScriptSystem, base: string): ReturnType<typeof foldersOf> {
  const levels = ["S", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
  return foldersOf(
    system.files,
    levels.map((level) => `${base}/rc${level}.d`),
  );
}

/** rc and rcS of OpenEmbedded. */
export function replayOpenEmbeddedRc(recorded: LevelsCase): unknown {
  const { steps, defaults = {}, psplash = false } = recorded;
  const system = systemOf(recorded, "/etc");
  const values = defaults === null ? undefined : { VERBOSE: "no", ...defaults };
  if (values !== undefined)
    system.files.write(
      settingsPath,
      Object.entries(values)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(""),
      0o644,
    );
  return {
    steps: steps.map(({ via = "rc", previous, runlevel, args }) => {
      const before = system.calls.length;
      const boot: OpenEmbeddedBoot = {
        folders: levelFolders(system, "/etc"),
        settings: readSettings(system, via),
        splash: psplash !== false,
        shell: { name: loopShell(recorded.shell), locale: false, gnuLs: false },
        call: callsIn(system),
      };
      const call = { previous: previous ?? undefined, runlevel: runlevel ?? undefined };
      const walk =
        via === "rcS"
          ? walkOpenEmbeddedRcS(boot, call)
          : walkOpenEmbeddedRc(boot, {
              ...call,
              args: args ?? [runlevel ?? ""].filter((word) => word !== ""),
            });
      const calls = recordedCalls(system, system.calls.slice(before), "/etc", (each) => ({
        ...fileBehind(system, each.path),
        ...variablesOf(each),
      }));
      const told = psplash === false ? {} : { psplash: walk.splash };
      return { calls, exit: walk.exit, ...writtenBy(walk), ...told };
    }),
  };
}

function variablesOf({ environment }: ScriptCall): object {
  return {
    runlevel: environment.get("runlevel"),
    previous: environment.get("previous"),
    verbose: environment.get("VERBOSE"),
  };
}

/** Reads the settings in the shell, as both programs do first. */
function readSettings(system: ScriptSystem, via: "rcS" | "rc"): BootSettings {
  const { status, stdout, stderr } = system.run({
    argv: [
      "/bin/sh",
      "-c",
      // Both have it on their eighteenth line.
      `${"\n".repeat(17)}. ${settingsPath}
test -z "$STACK_SIZE" || ulimit -S -s "$STACK_SIZE"
echo "read:$VERBOSE:$PSPLASH_TEXT_UPDATES:$STACK_SIZE"`,
      `/etc/init.d/${via}`,
    ],
  });
  const read = /(?:^|\n)read:([^\n]*):([^\n:]*):([^\n:]*)\n$/.exec(stdout);
  if (read === null) return { kind: "failed", status, stderr };
  const [, verbose = "", textUpdates = "", stackSize = ""] = read;
  return { kind: "read", verbose, textUpdates, stackSize, stderr };
}

/** rc of Linux From Scratch. */
export function replayLfs(recorded: LevelsCase): unknown {
  const system = systemOf(recorded, "/etc/rc.d");
  return {
    steps: recorded.steps.map(({ previous, runlevel }) => {
      const before = system.calls.length;
      const { exit } = walkLfsRc({
        folders: levelFolders(system, "/etc/rc.d"),
        call: callsIn(system),
        previous: previous ?? "N",
        runlevel: runlevel ?? "",
      });
      return { calls: shortCalls(system, before), exit };
    }),
  };
}

/** rc.sysvinit of Slackware. */
export function replaySlackware(recorded: LevelsCase): unknown {
  const system = systemOf(recorded, "/etc/rc.d");
  return {
    steps: recorded.steps.map(({ previous, runlevel }) => {
      const walk = walkRcSysvinit({
        folders: levelFolders(system, "/etc/rc.d"),
        call: callsIn(system, {
          PATH: "/sbin:/bin:/usr/sbin:/usr/bin",
          RUNLEVEL: runlevel ?? "",
          PREVLEVEL: previous ?? "N",
        }),
        runlevel: runlevel ?? "",
      });
      const { stderr } = walk;
      const said = stderr === "" ? {} : { stderr: stderr.trimEnd().split("\n") };
      // What is handed to sh is no call of a script for the system.
      const calls = walk.steps.flatMap((step) =>
        step.kind === "call" && step.status < 126
          ? { script: step.path.slice("/etc/rc.d/".length), args: step.args.join(" ") }
          : [],
      );
      return { calls, exit: walk.exit, ...said };
    }),
  };
}

/** The calls with their path and arguments alone. */
function shortCalls(system: ScriptSystem, before: number): readonly object[] {
  return recordedCalls(system, system.calls.slice(before), "/etc/rc.d").map((call) => {
    const { script, args } = { script: "", args: "", ...call };
    return { script, args };
  });
}
