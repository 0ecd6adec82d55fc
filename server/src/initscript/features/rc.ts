// What rc or OpenRC does in a runlevel, for the tree of runlevels and for a record of a simulation that calls it.

import {
  type BehaviourOf,
  type BootChange,
  bootPrograms,
  type OpenrcVersion,
  type RcVisit,
  usualChanges,
  visitLevels,
} from "@inittab/core";
import { isObject } from "../../environment.ts";
import { mostRcChanges } from "../../protocol.ts";
import type { System } from "../system.ts";

/** A question about the scripts of a level, as a client asks it. */
export interface RcQuestion extends BootChange {
  /** What was called before, from the boot on, if that is known: it decides which locks are there, and which services run. */
  readonly before?: readonly BootChange[];
}

/** The way into a level; undefined if the system has no folders for it, or the kind of rc is not known. */
export function rcVisit(
  { tree, uriOf }: System,
  { before, ...change }: RcQuestion,
  behaviours: BehaviourOf,
  openrc: OpenrcVersion | undefined,
): RcVisit | undefined {
  const changes = [...(before ?? usualChanges(tree, change)), change];
  return visitLevels(tree, {
    ...{ changes, behaviours, uriOf },
    ...(openrc !== undefined && { openrc }),
  })?.at(-1);
}

/** The changes before, from whatever a client sends; undefined: it knows none. */
export function readRcChanges(value: unknown): readonly BootChange[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.slice(-mostRcChanges).flatMap((each: unknown): readonly BootChange[] => {
    if (!isObject(each)) return [];
    const { program, previous, level } = each;
    return typeof previous === "string" && typeof level === "string"
      ? [{ program: readProgram(program), previous, level }]
      : [];
  });
}

/** The program of a call; rc where a client names none. */
export function readProgram(value: unknown): BootChange["program"] {
  return bootPrograms.find((program) => program === value) ?? "rc";
}
