// A runlevels field in words.

import { findRunlevel } from "../inittab/runlevels.ts";
import { listOf, type Message, type MessageList } from "../text/message.ts";
import { message } from "./message.ts";

/** The characters of a runlevels field, sorted by what they can do; each one once. */
export interface RunlevelSet {
  /** Levels: 0 to 9 in their order, then S. */
  readonly levels: readonly string[];
  /** The marks of `telinit a`, `b` and `c`, in lower case. */
  readonly marks: readonly string[];
  /** `#` and `*`, init's marks for the phases of boot. */
  readonly phases: readonly string[];
  /** What matches nothing, in the order of the field. */
  readonly never: readonly string[];
}

/** What sysvinit keeps of an empty runlevels field, but for the power actions, which get S as well. */
export const everyDigit = "0123456789";

/** Sorts the characters of a runlevels field. Source: inittab(5); observed: sysvinit 3.06 (rlevel-garbage). */
export function runlevelSet(runlevels: string): RunlevelSet {
  const set: Record<keyof RunlevelSet, string[]> = { levels: [], marks: [], phases: [], never: [] };
  for (const character of new Set(runlevels)) {
    const known = findRunlevel(character);
    switch (known?.kind) {
      case "ordinary":
      case "single-user":
        set.levels.push(character);
        break;
      case "on-demand":
        if (!set.marks.includes(known.level)) set.marks.push(known.level);
        break;
      case "phase":
        set.phases.push(character);
        break;
      case undefined:
        set.never.push(character);
    }
  }
  set.levels.sort();
  set.marks.sort();
  return set;
}

/**
 * A runlevels field of sysvinit in words: `2345` is "runlevels 2, 3, 4 and 5". An empty field is said as init stores it
 * for most actions: every runlevel from 0 to 9.
 */
export function describeRunlevels(runlevels: string): MessageList | Message {
  const set = runlevelSet(runlevels === "" ? everyDigit : runlevels);
  const words = [...placesOf(set, "and"), ...callsOf(set)];
  return words.length === 0 ? message("levels.none") : listOf(words, "and");
}

/** The runlevels and phases of a set, in words, as all of them or as any of them; all ten digits become one. */
export function placesOf(set: RunlevelSet, join: "and" | "or"): readonly Message[] {
  return [...levelsOf(set, join), ...phasesOf(set)];
}

function levelsOf(set: RunlevelSet, join: "and" | "or"): readonly Message[] {
  const named = (levels: readonly string[]) =>
    levels.length === 0
      ? []
      : join === "and"
        ? [message("levels.all-of", { count: levels.length, levels: listOf(levels, "and") })]
        : [message("levels.any-of", { levels: listOf(levels, "or") })];
  if (!hasEveryDigit(set)) return named(set.levels);
  return [message(join === "and" ? "levels.all-digits" : "levels.any-digit"), ...named(beyondDigits(set))];
}

function hasEveryDigit({ levels }: RunlevelSet): boolean {
  return [...everyDigit].every((digit) => levels.includes(digit));
}

/** What a set has beside the ten digits: S or nothing. */
function beyondDigits({ levels }: RunlevelSet): readonly string[] {
  return levels.filter((level) => level === "S");
}

function phasesOf({ phases }: RunlevelSet): readonly Message[] {
  return phases.map((phase) => message(phase === "#" ? "levels.sysinit-phase" : "levels.boot-phase"));
}

/** The calls of telinit that a set names, in words. */
export function callsOf({ marks }: RunlevelSet): readonly string[] {
  return marks.map((mark) => `telinit ${mark}`);
}
