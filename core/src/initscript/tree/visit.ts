// What an editor and a simulation show of rc's way into a level.

import type { Localizer } from "../../text/localizer.ts";
import { listOf, type Message } from "../../text/message.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import { guessFlavor } from "./flavor.ts";
import { type FollowedChange, followChanges, hasLevels, type LevelChange, type WalkEvent } from "./follow.ts";
import type { InitTree } from "./model.ts";
import type { BehaviourOf } from "./systems.ts";

/** Something that rc does or leaves. */
export interface RcVisitStep {
  /** `other`: an event for initctl, or a lock that no script has the name of. */
  readonly kind: "call" | "skip" | "other";
  /** The entry of the level's folder, such as `S20ssh`. */
  readonly name: string;
  /** What the script is called with; null where it is not called. */
  readonly argument: string | null;
  /** Why it is passed over, or what it does to locks. */
  readonly remarks: readonly Message[];
  /** rc wanted to run it and could not. */
  readonly broken: boolean;
  /** The address of the script; null where there is none. */
  readonly uri: string | null;
}

/** rc's way into a level. */
export interface RcVisit {
  readonly flavor: RcFlavor;
  /** The system that the flavor is of, in words. */
  readonly system: string;
  /** The evidence, to be read behind "because". */
  readonly because: Message;
  readonly level: string;
  /** `N` at boot. */
  readonly previous: string;
  readonly steps: readonly RcVisitStep[];
  /** The locks that remain. */
  readonly locks: readonly string[];
}

/** A step in words. */
export interface WordedVisitStep extends Omit<RcVisitStep, "remarks"> {
  /** Why it is passed over, or what it does to locks; may be empty. */
  readonly remark: string;
}

/** rc's way into a level in words: what protocols and exports hold. */
export interface WordedVisit extends Omit<RcVisit, "because" | "steps"> {
  readonly because: string;
  readonly steps: readonly WordedVisitStep[];
}

/** Words a way. */
export function wordVisit({ because, steps, ...visit }: RcVisit, localizer: Localizer): WordedVisit {
  return {
    ...visit,
    because: localizer.text(because),
    steps: steps.map(({ remarks, ...step }) => ({
      ...step,
      remark: localizer.words(listOf(remarks, "comma")),
    })),
  };
}

/** What rc is followed with. */
export interface VisitRequest {
  /** One after the other; locks are handed on, and there are none at the beginning. */
  readonly changes: readonly LevelChange[];
  readonly behaviours: BehaviourOf;
  /** The address of a file of the tree. */
  readonly uriOf: (path: string) => string;
}

/** rc's way into each of the levels; undefined where there are no rc folders or nobody can tell whose rc it is. */
export function visitLevels(
  tree: InitTree,
  { changes, behaviours, uriOf }: VisitRequest,
): readonly RcVisit[] | undefined {
  const guess = guessFlavor(tree);
  if (guess === undefined || (tree.folders.size === 0 && hasLevels(guess.flavor))) return undefined;
  const { flavor, because } = guess;
  return followChanges(tree, { flavor, changes, locks: [], behaviours }).map(
    ({ change, events, recorded }: FollowedChange): RcVisit => ({
      flavor,
      system: rcFlavors[flavor].system,
      because,
      level: change.runlevel,
      previous: change.previous,
      steps: events.map((event) => visitStep(tree, change.runlevel, event, uriOf)),
      locks: recorded.locks,
    }),
  );
}

function visitStep(
  tree: InitTree,
  level: string,
  { step, remarks, broken }: WalkEvent,
  uriOf: VisitRequest["uriOf"],
): RcVisitStep {
  const path = "path" in step ? step.path : "entry" in step ? `rc${level}.d/${step.entry}` : "";
  const name = path.slice(path.lastIndexOf("/") + 1);
  const entries = path.startsWith(`rc${level}.d/`)
    ? [...tree.folders.values()].find((each) => each.level === level)?.entries
    : path.startsWith("rc.d/")
      ? tree.singleFolder
      : undefined;
  const entry = entries?.find((each) => each.name === name);
  const script = entry?.realPath ?? tree.scripts.find(({ path: place }) => place === `etc/${path}`)?.path;
  return {
    kind:
      step.kind === "call" || step.kind === "failed-call" ? "call" : step.kind === "skip" ? "skip" : "other",
    name: step.kind === "orphan-lock-removed" ? step.lock : name,
    argument: "argument" in step ? step.argument : null,
    remarks,
    broken,
    uri: script === undefined ? null : uriOf(script),
  };
}
