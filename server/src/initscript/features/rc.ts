// What rc does in a runlevel, for the tree of runlevels and for a record of a simulation that calls rc.

import {
  type BehaviourOf,
  guessFlavor,
  hasLevels,
  type LevelChange,
  type RcVisit,
  rcFlavors,
  rcLevels,
  visitLevels,
} from "@inittab/core";
import { isObject } from "../../environment.ts";
import { mostRcChanges } from "../../protocol.ts";
import type { System } from "../system.ts";

/** A question about rc, as a client asks it. */
export interface RcQuestion {
  /** The level that is entered. */
  readonly level: string;
  /** The level before; `N`, the default, at boot. */
  readonly previous: string;
  /** What rc was called for before, from the boot on, if that is known: it decides which locks are there. */
  readonly before?: readonly LevelChange[];
}

/** Follows rc into a level; undefined where the system has no rc folders or nobody can tell whose rc it is. */
export function rcVisit(
  { tree, uriOf }: System,
  { level, previous, before }: RcQuestion,
  behaviours: BehaviourOf,
): RcVisit | undefined {
  const wanted = rcLevels.find((each) => each === level);
  const flavor = guessFlavor(tree)?.flavor;
  const isAnyLevel = flavor !== undefined && !hasLevels(flavor);
  if (wanted === undefined || !(isAnyLevel || tree.folders.has(wanted))) return undefined;
  const changes = [...(before ?? usualWay(tree, previous, wanted)), { previous, runlevel: wanted }];
  return visitLevels(tree, { changes, behaviours, uriOf })?.at(-1);
}

/** What is locked in a level is what the boot into it has left. */
function usualWay(tree: System["tree"], previous: string, level: string): readonly LevelChange[] {
  const guess = guessFlavor(tree);
  const throughS = guess !== undefined && rcFlavors[guess.flavor].bootsThroughS;
  return [
    ...(throughS && level !== "S" ? [{ previous: "N", runlevel: "S" }] : []),
    ...(previous === "N" ? [] : [{ previous: "N", runlevel: previous }]),
  ];
}

/** The changes before, from whatever a client sends; undefined: it knows none. */
export function readRcChanges(value: unknown): readonly LevelChange[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.slice(-mostRcChanges).flatMap((each: unknown): readonly LevelChange[] => {
    if (!isObject(each)) return [];
    const { previous, level } = each;
    return typeof previous === "string" && typeof level === "string" ? [{ previous, runlevel: level }] : [];
  });
}
