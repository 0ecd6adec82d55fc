// Which scripts are called on the way into runlevels: the answer for programs, and what is meant where less is said.

import type { Localizer } from "../../text/localizer.ts";
import { listOf, type Message } from "../../text/message.ts";
import type { RcFlavor } from "../facts/rc-flavors.ts";
import { message } from "../message.ts";
import { bootLevels } from "../openrc/boot-levels.ts";
import type { OpenrcVersion } from "../openrc/versions.ts";
import { type OpenrcWalk, walkOpenrc } from "../openrc/walk.ts";
import { hasWrapper } from "../openrc/wrapper.ts";
import type { FollowedChange, LevelChange, WalkEvent } from "./follow.ts";
import { hasLevels } from "./follow.ts";
import type { InitTree } from "./model.ts";
import { deptreeAnswer } from "./order-answer.ts";

/** Where the level does not matter, the boot and the shutdown are all that there is to follow. */
export function usualLevels(flavor: RcFlavor | undefined): readonly string[] {
  return flavor === undefined || hasLevels(flavor) ? [] : ["S", "0"];
}

/** Why rc cannot be followed in a tree; undefined where it can, if only the flavor is known. */
export function whyNoRc({ folders }: InitTree, flavor: RcFlavor | undefined): Message | undefined {
  const needsFolders = flavor === undefined || hasLevels(flavor);
  return needsFolders && folders.size === 0 ? message("rc.no-folder") : undefined;
}

/** Said of a tree in which nothing shows whose rc it is. */
export const unknownRc: Message = message("rc.unknown");

/** The changes of a way that begins in a level, `N` before the boot. */
export function levelChanges(from: string, to: readonly string[]): readonly LevelChange[] {
  let previous = from;
  return to.map((runlevel) => {
    const change = { previous, runlevel };
    // The boot phase is no runlevel of its own: the level after it still follows N.
    if (!(previous === "N" && runlevel === "S")) previous = runlevel;
    return change;
  });
}

/** What OpenRC does on the way from a level, `N` before the boot, into others; without any, into those of a boot. */
export function openrcVisits(
  tree: InitTree,
  {
    from,
    to,
    version,
  }: { readonly from: string; readonly to: readonly string[] | undefined; readonly version: OpenrcVersion },
): OpenrcWalk {
  // A level that is entered from another one: the machine has booted by then.
  const [usual, boot] = hasWrapper(tree) ? [["S", "2"], ["S"]] : [bootLevels, bootLevels.slice(0, 2)];
  const before = from === "N" ? [] : [...boot, from];
  const walk = walkOpenrc(tree, [...before, ...(to ?? usual)], version);
  return { ...walk, visits: walk.visits.slice(before.length) };
}

/** What was followed. */
interface Followed {
  readonly root: string;
  readonly flavor: RcFlavor;
  /** Why this flavor was chosen, if nobody asked for it. */
  readonly because: Message | undefined;
}

/** For programs: the members of a recorded case's `expect`, and every step with its reason. */
export function rcAnswer(
  { root, flavor, because }: Followed,
  walks: readonly FollowedChange[],
  localizer: Localizer,
  services: readonly (readonly unknown[])[] = [],
): object {
  return {
    root,
    flavor,
    ...(because === undefined ? {} : { because: localizer.text(because) }),
    steps: walks.map(({ change, events, recorded }, at) => ({
      ...change,
      ...recorded,
      events: events.map((event) => eventAnswer(event, localizer)),
      ...(services[at] === undefined ? {} : { services: services[at] }),
    })),
  };
}

/** A step without the two levels, which are those of the whole change. */
function eventAnswer({ step, remarks }: WalkEvent, { words }: Localizer): object {
  const remark = words(listOf(remarks, "comma"));
  const said = remark === "" ? {} : step.kind === "skip" ? { why: remark } : { effect: remark };
  if (step.kind !== "call") return { ...step, ...said };
  const { previous: _previous, runlevel: _runlevel, ...rest } = step;
  return { ...rest, ...said };
}

/** The same of OpenRC. */
export function openrcAnswer(root: string, { version, visits, deptree, treeSaid }: OpenrcWalk): object {
  return {
    root,
    family: "openrc",
    version,
    said: treeSaid,
    deptree: deptreeAnswer(deptree),
    steps: visits.map(({ calls, command: _, ...visit }) => ({
      ...visit,
      calls: calls.map(({ service, command }) => `${command} ${service}`),
    })),
  };
}
