// What the rules about runlevels share.

import type { Action } from "../inittab/actions.ts";
import { findRunlevel, isLevel } from "../inittab/runlevels.ts";
import type { LineContext } from "./contract.ts";

/** The runlevels field as written, where it decides when init runs the process; empty otherwise. */
export function decidingRunlevels(context: LineContext): string {
  const { action } = context;
  return action !== undefined && decides(action) ? context.field("runlevels") : "";
}

function decides(action: Action): boolean {
  return action.runlevels === "used" && action.process === "run";
}

/** A character that never matches anything. */
export function isMeaningless(character: string): boolean {
  return findRunlevel(character) === undefined;
}

/** The characters of a field that are levels, each once, in their order. */
export function levelsIn(field: string): readonly string[] {
  return [...new Set(field)].filter(isLevel);
}

/** The letters of `telinit a`, `b` and `c` in a field, as written. */
export function lettersIn(field: string): readonly string[] {
  return [...new Set(field)].filter((character) => /[abc]/i.test(character));
}

/** A dash that is meant as "from this level to that one". */
export interface LevelRange {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** The ranges such as `2-5` in a field. */
export function rangesIn(field: string): readonly LevelRange[] {
  return [...field.matchAll(/(\d)-(\d)/g)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      from: Number(match[1]),
      to: Number(match[2]),
    }))
    .filter(({ from, to }) => from < to);
}

/** The levels that a range seems to name and the field does not. */
export function missingLevels(field: string, { from, to }: LevelRange): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index)).filter(
    (level) => !field.includes(level),
  );
}
