// The one table of runlevels and marks.

/** What a character in a runlevels field can be. */
export type RunlevelKind = "ordinary" | "single-user" | "on-demand" | "phase";

/** A character with a meaning in a runlevels field. */
export interface Runlevel {
  readonly level: string;
  readonly kind: RunlevelKind;
  /** What the level is for, by convention (0, 1, 6, S) or by the distributions' habit. */
  readonly purpose: string;
}

/**
 * Every character that means something in a runlevels field of sysvinit; others are kept and never match.
 * Source: inittab(5), init(8), "RUNLEVELS"; 7-9, `#` and `*` observed: sysvinit 3.06 (rlevel-789, rlevel-hash-star).
 */
export const runlevels: readonly Runlevel[] = [
  { level: "0", kind: "ordinary", purpose: "halt" },
  { level: "1", kind: "ordinary", purpose: "the way to single-user mode" },
  { level: "2", kind: "ordinary", purpose: "multi-user; Debian's usual default" },
  { level: "3", kind: "ordinary", purpose: "multi-user with network, text logins" },
  { level: "4", kind: "ordinary", purpose: "multi-user; graphical on Slackware, spare elsewhere" },
  { level: "5", kind: "ordinary", purpose: "multi-user, graphical login" },
  { level: "6", kind: "ordinary", purpose: "reboot" },
  { level: "7", kind: "ordinary", purpose: "spare" },
  { level: "8", kind: "ordinary", purpose: "spare" },
  { level: "9", kind: "ordinary", purpose: "spare" },
  { level: "S", kind: "single-user", purpose: "single user" },
  { level: "a", kind: "on-demand", purpose: "on demand, by telinit a" },
  { level: "b", kind: "on-demand", purpose: "on demand, by telinit b" },
  { level: "c", kind: "on-demand", purpose: "on demand, by telinit c" },
  { level: "#", kind: "phase", purpose: "the sysinit phase" },
  { level: "*", kind: "phase", purpose: "the boot phase" },
];

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
