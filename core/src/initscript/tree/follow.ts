// rc's walk through a tree, with what is to be said of each step.

import type { Message } from "../../text/message.ts";
import { remembered } from "../../text/remembered.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import { message } from "../message.ts";
import type { RcEntry, RcScript, RcStep, RcSystem, ScriptAction } from "../rc/model.ts";
import { type RecordedStep, recordedStep } from "../rc/recorded-step.ts";
import { walkRunlevel } from "../rc/walk.ts";
import type { MachineDeed } from "../script/machine-deeds.ts";
import type { InitTree, TreeProblem } from "./model.ts";
import { rcSystem } from "./rc-system.ts";
import { singleFolder } from "./single-folder.ts";
import { type BehaviourOf, usualBehaviour } from "./systems.ts";

/** A change of runlevel. */
export interface LevelChange {
  readonly previous: string;
  readonly runlevel: string;
}

/** What is followed. */
export interface WalkRequest {
  readonly flavor: RcFlavor;
  readonly changes: readonly LevelChange[];
  readonly locks: readonly string[];
  /** What calling a script does; default: what its text says about locks. */
  readonly behaviours?: BehaviourOf;
}

/** A step of rc. */
export interface WalkEvent {
  readonly step: RcStep;
  /** What the call does to lock files and how it ends, or the one reason why nothing is done. */
  readonly remarks: readonly Message[];
  /** rc wanted to run it and could not, or cannot ever. */
  readonly broken: boolean;
  /** The locks right after it. */
  readonly locks: readonly string[];
}

/** One change of runlevel, followed. */
export interface FollowedChange {
  readonly change: LevelChange;
  readonly events: readonly WalkEvent[];
  /** In the form of the recorded cases. */
  readonly recorded: RecordedStep;
  /** The folder of the level exists. */
  readonly hasFolder: boolean;
}

/** Follows rc through the changes, one after the other; locks are handed on. */
export function followChanges(
  tree: InitTree,
  { flavor, changes, locks, behaviours = usualBehaviour }: WalkRequest,
): readonly FollowedChange[] {
  let system: RcSystem = { ...rcSystem(tree, behaviours), locks };
  return changes.map((change) => {
    const { runlevel } = change;
    const walk = walkRunlevel(flavor, system, { ...change, args: [runlevel] }, tree.dependencyFiles);
    const followed: FollowedChange = {
      change,
      events: eventsOf(tree, system, runlevel, walk.steps),
      recorded: recordedStep(walk, system),
      hasFolder: system.folders.has(runlevel) || !hasLevels(flavor),
    };
    system = { ...system, locks: walk.locks };
    return followed;
  });
}

/** Whether an rc goes through the folder of a level; others do the same at every boot. */
export function hasLevels(flavor: RcFlavor): boolean {
  const rc = rcFlavors[flavor];
  return rc.decidesBy !== "program" || rc.levels;
}

function eventsOf(
  tree: InitTree,
  system: RcSystem,
  runlevel: string,
  steps: readonly RcStep[],
): readonly WalkEvent[] {
  const around: Around = {
    system,
    locks: new Set(system.locks),
    folder: folderOf(tree, runlevel),
    problems: new Map(tree.problems.map((problem) => [problem.path, problem])),
  };
  return steps.map((step) => ({ ...eventOf(around, step), locks: [...around.locks].toSorted() }));
}

/** The folder whose entries are called. */
function folderOf(tree: InitTree, runlevel: string): string {
  const own = [...tree.folders.values()].find(({ level }) => level === runlevel);
  return own?.path ?? singleFolder;
}

/** What a step is described with. */
interface Around {
  readonly system: RcSystem;
  /** The locks as they are before the step. */
  readonly locks: Set<string>;
  readonly folder: string;
  readonly problems: ReadonlyMap<string, TreeProblem>;
}

function eventOf({ system, locks, folder, problems }: Around, step: RcStep): Omit<WalkEvent, "locks"> {
  switch (step.kind) {
    case "call": {
      const action = step.killall ? undefined : actionOf(system, step.path, step.argument);
      const effect = action === undefined ? [] : effectOn(locks, action);
      const status = step.exit === 0 ? [] : [message("rc.status", { status: step.exit })];
      const sourced = step.sourced === true ? [message("rc.sourced")] : [];
      const deeds = (action?.deeds ?? []).map(describeDeed);
      return { step, remarks: [...sourced, ...effect, ...deeds, ...status], broken: false };
    }
    case "failed-call":
      return { step, remarks: [message("rc.cannot-run")], broken: true };
    case "event":
      return { step, remarks: [], broken: false };
    case "skip": {
      const broken = step.reason === "not-a-file" || step.reason === "not-executable";
      return { step, remarks: [reasonOf(step, problems.get(`${folder}/${step.entry}`))], broken };
    }
    case "orphan-lock-removed":
      locks.delete(step.lock);
      return { step, remarks: [message("rc.orphan-lock")], broken: false };
  }
}

/** What a script does to the whole machine, to be read after its call. */
function describeDeed(deed: MachineDeed): Message {
  switch (deed.kind) {
    case "pause":
      return message("rc.deed.pause", { seconds: deed.seconds, most: deed.most });
    case "down":
      return message("rc.deed.down", { how: deed.how });
    default:
      return message(`rc.deed.${deed.kind}`);
  }
}

function reasonOf(step: RcStep & { readonly kind: "skip" }, problem: TreeProblem | undefined): Message {
  return step.reason === "not-a-file" && problem !== undefined
    ? message("skip.problem", { problem: problem.message })
    : message(`skip.${step.reason}`);
}

function actionOf(system: RcSystem, path: string, argument: string): ScriptAction | undefined {
  const [, level = "", name = ""] = /^rc(.)\.d\/(.*)$/s.exec(path) ?? [];
  const script: RcScript | undefined =
    level === ""
      ? namedScripts(system.scripts).get(path.slice("init.d/".length))
      : namedEntries(system.folders.get(level) ?? none).get(name)?.script;
  return argument === "start" ? script?.start : argument === "stop" ? script?.stop : undefined;
}

const none: readonly RcEntry[] = [];

const namedScripts = remembered(
  (scripts: readonly RcScript[]) => new Map(scripts.map((script) => [script.name, script])),
);

const namedEntries = remembered(
  (entries: readonly RcEntry[]) => new Map(entries.map((entry) => [entry.name, entry])),
);

/** Applies what a call does to locks, and says what changed. */
function effectOn(locks: Set<string>, { touch, remove }: ScriptAction): readonly Message[] {
  const made = touch.filter((name) => !locks.has(name));
  for (const name of touch) locks.add(name);
  const removed = remove.filter((name) => locks.delete(name));
  return [
    ...(made.length > 0 ? [message("rc.locks", { names: made.join(" ") })] : []),
    ...(removed.length > 0 ? [message("rc.unlocks", { names: removed.join(" ") })] : []),
  ];
}
