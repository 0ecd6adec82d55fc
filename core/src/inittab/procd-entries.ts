// What procd makes of the records of its inittab. Source: spec/openwrt.md, section 2; observed: procd of August 2026.

import type { InittabRecord } from "./read.ts";

/** The actions of procd's inittab. */
const procdActions = [
  "sysinit",
  "shutdown",
  "respawn",
  "respawnlate",
  "askfirst",
  "askconsole",
  "askconsolelate",
] as const;

/** What an entry is for. */
export type ProcdAction = (typeof procdActions)[number];

/** An entry that procd has taken, with the words of its process. */
export interface ProcdEntry {
  readonly id: string;
  readonly action: ProcdAction;
  readonly argv: readonly string[];
}

/** The entries of records that were read with procd's dialect, in the order of the file. */
export function procdEntries(records: readonly InittabRecord[]): readonly ProcdEntry[] {
  return records.flatMap(({ id, action: word, process }) => {
    const action = procdActions.find((each) => each === word);
    return action === undefined ? [] : [{ id, action, argv: procdWords(process) }];
  });
}

/** How many words an entry has room for; further ones are dropped. Observed: args-7, args-8. */
const mostWords = 7;

/**
 * The words of a process: only blanks stand between them, and there is no shell. White space at the end of the line belongs to
 * no word. Observed: args-blanks, args-quotes, crlf.
 */
export function procdWords(process: string): readonly string[] {
  return process
    .replace(/[ \t\r\n\f\v]+$/, "")
    .split(" ")
    .filter((word) => word !== "")
    .slice(0, mostWords);
}

/** A run of the scripts in /etc/rc.d: those whose names begin with the pattern, each with the argument. */
export interface ScriptsRun {
  readonly pattern: string;
  readonly argument: string;
}

/** What the words of a `sysinit` or `shutdown` entry ask for; undefined where they are too few. The first word does not matter. */
export function scriptsRunOf({ argv: [, pattern, argument] }: ProcdEntry): ScriptsRun | undefined {
  return pattern === undefined || argument === undefined ? undefined : { pattern, argument };
}
