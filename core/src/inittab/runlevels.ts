// The one table of runlevels and marks.

import type { Prose } from "../text/message.ts";

/** What a character in a runlevels field can be. */
export type RunlevelKind = "ordinary" | "single-user" | "on-demand" | "phase";

/** A character with a meaning in a runlevels field. */
export interface Runlevel {
  readonly level: string;
  readonly kind: RunlevelKind;
  /** What the level is for, by convention (0, 1, 6, S) or by the distributions' habit. */
  readonly purpose: Prose;
}

/**
 * Every character that means something in a runlevels field of sysvinit; others are kept and never match.
 * Source: inittab(5), init(8), "RUNLEVELS"; 7-9, `#` and `*` observed: sysvinit 3.06 (rlevel-789, rlevel-hash-star).
 */
export const runlevels: readonly Runlevel[] = [
  entry("0", "ordinary", "halt"),
  entry("1", "ordinary", "the way to single-user mode"),
  entry("2", "ordinary", "multi-user; Debian's usual default"),
  entry("3", "ordinary", "multi-user with networking, text logins"),
  entry("4", "ordinary", "multi-user; graphical on Slackware, spare elsewhere"),
  entry("5", "ordinary", "multi-user, graphical login"),
  entry("6", "ordinary", "reboot"),
  entry("7", "ordinary", "spare"),
  entry("8", "ordinary", "spare"),
  entry("9", "ordinary", "spare"),
  entry("S", "single-user", "single user"),
  entry("a", "on-demand", "on demand, by telinit a"),
  entry("b", "on-demand", "on demand, by telinit b"),
  entry("c", "on-demand", "on demand, by telinit c"),
  entry("#", "phase", "the sysinit phase"),
  entry("*", "phase", "the boot phase"),
];

function entry(level: string, kind: RunlevelKind, purpose: string): Runlevel {
  return { level, kind, purpose: { prose: `runlevel.${level}.purpose`, english: purpose } };
}

/** What a character of a runlevels field means; `A`, `B`, `C` are the same marks as `a`, `b`, `c`. */
export function findRunlevel(character: string): Runlevel | undefined {
  const mark = /[ABC]/.test(character) ? character.toLowerCase() : character;
  return runlevels.find((runlevel) => runlevel.level === mark);
}

/** Whether init can be in this level after the boot phases: `0` to `9` or `S`. */
export function isLevel(character: string): boolean {
  return /^[0-9S]$/.test(character);
}

/**
 * The level that the stored runlevels field of an initdefault record asks for: the character with the highest code, in
 * upper case. It need not be a level; then init asks on the console. Observed: boot-initdefault-highest, -lower-s.
 */
export function defaultLevelOf(storedRunlevels: string): string {
  let highest = "";
  for (const character of storedRunlevels) if (character > highest) highest = character;
  return /[a-z]/.test(highest) ? highest.toUpperCase() : highest;
}
