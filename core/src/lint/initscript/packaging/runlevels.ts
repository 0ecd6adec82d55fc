// The runlevels of a header as lintian takes them.

import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { ViewValue } from "../../../initscript/header/view-value.ts";
import type { ScriptContext } from "../contract.ts";

/** A list of runlevels. */
export interface RunlevelList {
  readonly value: ViewValue | undefined;
  /** Words that are levels. */
  readonly levels: readonly HeaderWord[];
  /** Words that are none. */
  readonly others: readonly HeaderWord[];
}

/** The levels in which the header starts or stops the script. */
export function runlevels(script: ScriptContext, keyword: "Default-Start" | "Default-Stop"): RunlevelList {
  const value = script.lintian().values.get(keyword);
  const words = value?.words ?? [];
  const isLevel = ({ text }: HeaderWord): boolean => /^[0-6sS]$/.test(text);
  return { value, levels: words.filter(isLevel), others: words.filter((word) => !isLevel(word)) };
}

/** The start levels; the boot phase is `s` however it is written. */
export function startLevels(script: ScriptContext): ReadonlySet<string> {
  return new Set(runlevels(script, "Default-Start").levels.map(({ text }) => text.toLowerCase()));
}

/** The words of a value without some, with others added. */
export function changedWords(
  value: ViewValue | undefined,
  { without = [], added = [] }: { readonly without?: readonly string[]; readonly added?: readonly string[] },
): readonly string[] {
  const kept = (value?.words ?? []).map(({ text }) => text).filter((word) => !without.includes(word));
  return [...kept, ...added.filter((word) => !kept.includes(word))];
}

/** Levels in the usual order; what is no level stays where it is, in front. */
export function inOrder(words: readonly string[]): readonly string[] {
  return words.toSorted((one, other) => rank(one) - rank(other));
}

function rank(word: string): number {
  return /^[0-6]$/.test(word) ? Number(word) : -1;
}
