// A recorded case of an rc program: from its form to the function's input and back to the form of `expect`.

import {
  type DependencyFiles,
  folderNames,
  type RcEntry,
  type RcFlavor,
  type RcScript,
  type RcSystem,
  type RecordedStep,
  recordedStep,
  runInsserv,
  type ScriptAction,
  walkRunlevel,
} from "@inittab/core";
import { caseSystem } from "./insserv.ts";

/** What a script of a case does when it is called with one argument. */
export interface CaseAction {
  readonly touch?: readonly string[];
  readonly remove?: readonly string[];
  readonly exit?: number;
  readonly print?: string;
}

/** A script of a case: it keeps a lock while it is up, keeps none, never gives it back, or does what is said. */
export type CaseService =
  | "keeps"
  | "nolock"
  | "sticky"
  | {
      readonly start?: CaseAction;
      readonly stop?: CaseAction;
      readonly plain?: boolean;
      readonly mode?: string;
      readonly header?: readonly string[];
      readonly real?: "killall";
    };

/** An entry of a folder; without a target it is a link to the script of the name behind the third character. */
export type CaseEntry =
  | string
  | {
      readonly name: string;
      readonly target?: string;
      readonly kind?: "link" | "file" | "noexec" | "dangling" | "dir";
    };

/** The `case` part of rc-redhat.json and rc-debian.json. */
export interface RcCase {
  readonly flavor: RcFlavor;
  readonly services: Readonly<Record<string, CaseService>>;
  readonly rc: Readonly<Record<string, readonly CaseEntry[]>>;
  readonly locks?: readonly string[];
  readonly lock_dirs?: readonly string[];
  readonly initctl?: boolean;
  readonly depend?: boolean;
  readonly steps: readonly {
    readonly previous: string;
    readonly runlevel: string;
    readonly args?: readonly string[];
    readonly confirm?: string;
    readonly locks_removed?: readonly string[];
  }[];
}

/** The `expect` part of rc-redhat.json and rc-debian.json. */
export interface RcExpect {
  readonly steps: readonly RecordedStep[];
  readonly rcd?: Readonly<Record<string, readonly string[]>>;
}

function caseAction(action: CaseAction | undefined): ScriptAction {
  const { touch = [], remove = [], exit = 0, print } = action ?? {};
  return { touch, remove, exit, output: print === undefined ? "" : `${print}\n` };
}

/** A script of a case as rc notices it. */
export function caseScript(name: string, service: CaseService): RcScript {
  const lock: CaseAction = { touch: [name] };
  const actions = typeof service === "object" ? service : {};
  const start = service === "keeps" || service === "sticky" ? lock : actions.start;
  const stop: CaseAction | undefined = service === "keeps" ? { remove: [name] } : actions.stop;
  const killall = actions.real === "killall";
  // As much of the text as an rc program looks at.
  const library = killall || actions.plain === true ? "" : ". /etc/init.d/functions\n";
  const prints = [start?.print, stop?.print].flatMap((text) =>
    text === undefined ? [] : `echo '${text}'\n`,
  );
  return {
    name,
    text: `#!/bin/sh\n${library}${prints.join("")}`,
    executable: (Number.parseInt(actions.mode ?? "755", 8) & 0o111) !== 0,
    killall,
    start: caseAction(start),
    stop: caseAction(stop),
  };
}

function caseEntry(entry: CaseEntry, scripts: readonly RcScript[]): RcEntry {
  const { name, target, kind = "link" } = typeof entry === "string" ? { name: entry } : entry;
  const wanted = target ?? name.slice(3);
  const found = scripts.find((script) => script.name === wanted);
  switch (kind) {
    case "dir":
      return { name, kind: "directory", executable: true, script: undefined };
    case "dangling":
      return { name, kind: "missing", executable: false, script: undefined };
    case "file":
    case "noexec":
      return { name, kind: "regular", executable: kind === "file", script: caseScript(wanted, "nolock") };
    case "link":
      return found === undefined
        ? { name, kind: "missing", executable: false, script: undefined }
        : { name, kind: "regular", executable: found.executable, script: found };
  }
}

/** The folders and locks of a case before its first step. */
export function rcCaseSystem(recorded: RcCase): RcSystem {
  const scripts = Object.entries(recorded.services).map(([name, service]) => caseScript(name, service));
  const levels = ["0", "1", "2", "3", "4", "5", "6", ...(recorded.flavor.startsWith("deb") ? ["S"] : [])];
  return {
    scripts,
    folders: new Map(
      levels.map((level) => [level, (recorded.rc[level] ?? []).map((entry) => caseEntry(entry, scripts))]),
    ),
    locks: recorded.locks ?? [],
    lockFolders: recorded.lock_dirs ?? [],
    ...(recorded.initctl === true ? { initctl: true } : {}),
  };
}

/** insserv runs over all services, and its links take the place of those of the case. */
function withDependencies(
  recorded: RcCase,
  system: RcSystem,
): {
  readonly system: RcSystem;
  readonly files: DependencyFiles | undefined;
  readonly rcd: Record<string, string[]>;
} {
  const names = Object.keys(recorded.services);
  const scripts = names.map((name) => {
    const service = recorded.services[name];
    const { header = [], mode = "755" } = typeof service === "object" ? service : {};
    return { name, header, mode };
  });
  const links = Object.fromEntries(
    Object.entries(recorded.rc).map(([level, entries]) => [
      level,
      entries.map((entry) => (typeof entry === "string" ? entry : entry.name)),
    ]),
  );
  const result = runInsserv(caseSystem({ scripts, links }), names);
  const folders = new Map(system.folders);
  for (const [level, list] of result.links)
    folders.set(
      level,
      list.map(({ name, script }) => caseEntry({ name, target: script ?? "" }, system.scripts)),
    );
  return { system: { ...system, folders }, files: result.dependencyFiles, rcd: folderNames(result.links) };
}

/** Follows a case through its runlevel changes. */
export function replayRc(recorded: RcCase): RcExpect {
  const before = rcCaseSystem(recorded);
  const prepared = recorded.depend === true ? withDependencies(recorded, before) : undefined;
  let system = prepared?.system ?? before;
  const steps: RecordedStep[] = [];
  for (const {
    previous,
    runlevel,
    args = [runlevel],
    confirm,
    locks_removed: removed = [],
  } of recorded.steps) {
    const locks = system.locks.filter((lock) => !removed.includes(lock));
    const current: RcSystem = { ...system, locks, ...(confirm === undefined ? {} : { confirm }) };
    const walk = walkRunlevel(recorded.flavor, current, { previous, runlevel, args }, prepared?.files);
    steps.push(recordedStep(walk, current));
    system = { ...system, locks: walk.locks };
  }
  return prepared === undefined ? { steps } : { steps, rcd: prepared.rcd };
}
