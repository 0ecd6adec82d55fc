// What an editor and a simulation show of the way into a level: that of rc through its folder, that of OpenRC through the
// services of a runlevel.

import type { Localizer } from "../../text/localizer.ts";
import { listOf, type Message } from "../../text/message.ts";
import { remembered } from "../../text/remembered.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import { message } from "../message.ts";
import { bootLevels } from "../openrc/boot-levels.ts";
import type { OpenrcVersion } from "../openrc/versions.ts";
import { type OpenrcVisit, openrcSession } from "../openrc/walk.ts";
import { commandFor, hasWrapper, openrcCommand } from "../openrc/wrapper.ts";
import type { BootChange, BootProgram } from "./boot-call.ts";
import { familyOfTree } from "./family.ts";
import { guessFlavor } from "./flavor.ts";
import { type FollowedChange, followChanges, hasLevels, type WalkEvent } from "./follow.ts";
import type { InitScript, InitTree, TreeLink } from "./model.ts";
import type { BehaviourOf } from "./systems.ts";

/** Something that rc does or leaves. */
export interface RcVisitStep {
  /** `other`: an event for initctl, a lock that no script has the name of, something that OpenRC says. */
  readonly kind: "call" | "skip" | "other";
  /** The entry of the level's folder, such as `S20ssh`; of OpenRC the service. */
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

/** The way into a level. */
export interface RcVisit {
  readonly program: BootProgram;
  readonly flavor: RcFlavor | "openrc";
  /** The system that the flavor is of, in words. */
  readonly system: string;
  /** The evidence, to be read after "because". */
  readonly because: Message;
  readonly level: string;
  /** `N` at boot. */
  readonly previous: string;
  readonly steps: readonly RcVisitStep[];
  /** The locks that remain. */
  readonly locks: readonly string[];
  /** The locks right after each of the steps. */
  readonly locksAfter: readonly (readonly string[])[];
}

/** Whether it goes through the services of a runlevel rather than through a folder of links. */
export function isOfServices({ flavor }: Pick<RcVisit, "flavor">): boolean {
  return !(flavor in rcFlavors);
}

/** A step in words. */
export interface WordedVisitStep extends Omit<RcVisitStep, "remarks"> {
  /** Why it is passed over, or what it does to locks; may be empty. */
  readonly remark: string;
}

/** rc's way into a level in words: what protocols and exports hold. */
export interface WordedVisit extends Omit<RcVisit, "because" | "steps" | "locksAfter"> {
  readonly because: string;
  readonly steps: readonly WordedVisitStep[];
}

/** Words a way. */
export function wordVisit(
  { because, steps, locksAfter: _, ...visit }: RcVisit,
  localizer: Localizer,
): WordedVisit {
  return {
    ...visit,
    because: localizer.text(because),
    steps: steps.map(({ remarks, ...step }) => ({
      ...step,
      remark: localizer.words(listOf(remarks, "comma")),
    })),
  };
}

/** What is followed. */
export interface VisitRequest {
  /** One after the other; locks and started services are handed on, and there are none at the beginning. */
  readonly changes: readonly BootChange[];
  readonly behaviours: BehaviourOf;
  /** The address of a file of the tree. */
  readonly uriOf: (path: string) => string;
  /** Where no change names a release. Default: the one that the system seems to have. */
  readonly openrc?: OpenrcVersion;
}

/**
 * The way of each of the calls, undefined for one of a program that the system has nothing for. Without any folder of rc
 * or runlevel of OpenRC, or if the kind of rc is not known, there is no answer at all.
 */
export function visitLevels(
  tree: InitTree,
  request: VisitRequest,
): readonly (RcVisit | undefined)[] | undefined {
  const { changes } = request;
  if (!bootFollowers.some(({ isKnownIn }) => isKnownIn(tree))) return undefined;
  const named = changes.find(({ openrc }) => openrc !== undefined)?.openrc;
  const asked = named === undefined ? request : { ...request, openrc: named };
  const visits = new Map<BootChange, RcVisit>();
  for (const { programs, isKnownIn, follow } of bootFollowers) {
    const own = isKnownIn(tree) ? changes.filter(({ program }) => programs(tree).includes(program)) : [];
    if (own.length === 0) continue;
    for (const [at, visit] of follow(tree, { ...asked, changes: own }).entries()) {
      const change = own[at];
      if (change !== undefined) visits.set(change, visit);
    }
  }
  return changes.map((change) => visits.get(change));
}

/** The calls before a call without known history: those of a machine that has just booted into `previous`. */
export function usualChanges(tree: InitTree, change: BootChange): readonly BootChange[] {
  return (
    bootFollowers.find(({ programs }) => programs(tree).includes(change.program))?.usual(tree, change) ?? []
  );
}

/** How a program of the boot is followed. */
interface BootFollower {
  /** The programs of an inittab whose calls it follows in a system. */
  readonly programs: (tree: InitTree) => readonly BootProgram[];
  readonly isKnownIn: (tree: InitTree) => boolean;
  readonly follow: (tree: InitTree, request: VisitRequest) => readonly RcVisit[];
  readonly usual: (tree: InitTree, change: BootChange) => readonly BootChange[];
}

const rc: BootFollower = {
  programs: (tree) => (hasWrapper(tree) ? [] : ["rc"]),
  isKnownIn: (tree) => {
    const guess = guessFlavor(tree);
    return guess !== undefined && !(tree.folders.size === 0 && hasLevels(guess.flavor));
  },
  follow: (tree, { changes, behaviours, uriOf }) => {
    const guess = guessFlavor(tree);
    if (guess === undefined) return [];
    const { flavor, because } = guess;
    const asked = changes.map(({ previous, level }) => ({ previous, runlevel: level }));
    return followChanges(tree, { flavor, changes: asked, locks: [], behaviours }).map(
      ({ change, events, recorded }: FollowedChange): RcVisit => ({
        program: "rc",
        flavor,
        system: rcFlavors[flavor].system,
        because,
        level: change.runlevel,
        previous: change.previous,
        steps: events.map((event) => visitStep(tree, change.runlevel, event, uriOf)),
        locks: recorded.locks,
        locksAfter: events.map(({ locks }) => locks),
      }),
    );
  },
  // What is locked in a level is what the boot into it has left.
  usual: (tree, { level, previous }) => {
    const guess = guessFlavor(tree);
    const throughS = guess !== undefined && rcFlavors[guess.flavor].bootsThroughS;
    const ways = [...(throughS && level !== "S" ? ["S"] : []), ...(previous === "N" ? [] : [previous])];
    return ways.map((way) => ({ program: "rc", previous: "N", level: way }));
  },
};

const openrc: BootFollower = {
  programs: (tree) => (hasWrapper(tree) ? ["rc", "openrc"] : ["openrc"]),
  isKnownIn: ({ openrc: folders }) => folders !== undefined,
  follow: (tree, { changes, uriOf, openrc: asked }) => {
    const { run, version, treeSaid } = openrcSession(tree, asked);
    const because = familyOfTree(tree)?.because ?? message("family.tree", { path: "etc/runlevels" });
    return changes.map(({ program, level, previous }, at): RcVisit => {
      const said = at === 0 ? treeSaid.map(saidStep) : [];
      const visit = run(program === "rc" ? commandFor(tree, level) : openrcCommand(level));
      const system = `OpenRC ${version}`;
      return {
        ...{ program, flavor: "openrc", system, because, level, previous, locks: [], locksAfter: [] },
        steps: [...said, ...serviceSteps(tree, visit, uriOf)],
      };
    });
  },
  // Those of the boot before it; any other level is entered by a machine that has booted.
  usual: (_, { program, level, previous }) => {
    if (program === "rc")
      return [...(level === "S" ? [] : ["S"]), ...(previous === "N" ? [] : [previous])].map((each) => ({
        ...{ program, previous: "N", level: each },
      }));
    const at = bootLevels.indexOf(level);
    const before = at < 0 ? bootLevels : bootLevels.slice(0, at);
    return before.map((each) => ({ program, previous: "N", level: each }));
  },
};

const bootFollowers: readonly BootFollower[] = [rc, openrc];

function serviceSteps(
  { scripts }: InitTree,
  { calls, said }: OpenrcVisit,
  uriOf: VisitRequest["uriOf"],
): readonly RcVisitStep[] {
  const paths = new Map(scripts.map(({ name, path }) => [name, path]));
  return [
    ...calls.map(({ service, command }): RcVisitStep => {
      const path = paths.get(service);
      const uri = path === undefined ? null : uriOf(path);
      return { kind: "call", name: service, argument: command, remarks: [], broken: false, uri };
    }),
    ...said.map(saidStep),
  ];
}

/** A line that OpenRC prints, without the star that it puts before all of them. */
function saidStep(line: string): RcVisitStep {
  const name = line.replace(/^ \* /, "").trim();
  return { kind: "other", name, argument: null, remarks: [], broken: false, uri: null };
}

const entriesByName = remembered(
  (entries: readonly TreeLink[]) => new Map(entries.map((entry) => [entry.name, entry])),
);

const scriptPaths = remembered((scripts: readonly InitScript[]) => new Set(scripts.map(({ path }) => path)));

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
  const entry = entries && entriesByName(entries).get(name);
  const script =
    entry?.realPath ?? (scriptPaths(tree.scripts).has(`etc/${path}`) ? `etc/${path}` : undefined);
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
