// What the rules about runlevels share.

import { findRunlevel, isLevel } from "../../inittab/runlevels.ts";

/** Whether a field has anything but the levels that every table has; cheap enough for every line. */
export function isUnusual(field: string): boolean {
  return !usual.test(field);
}

const usual = /^[0-9S]*$/;

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
