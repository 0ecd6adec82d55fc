// The one place where V8 is asked for something while the program runs.

import { setFlagsFromString } from "node:v8";
import { nameOf, notedFlags, noteFlags } from "./v8-flags.ts";

/** Sets flags of V8, several with a blank between them. */
export function setFlags(flags: string): void {
  setFlagsFromString(flags);
  noteFlags(flags);
}

/**
 * Does something while those flags are set that were noted once, and no others; undefined where one of the others has a
 * value, since V8's earlier value is unknown.
 */
export function underFlags<T>(flags: readonly string[], work: () => T): T | undefined {
  const now = notedFlags();
  const names = new Set(flags.map(nameOf));
  const others = now.filter((flag) => !names.has(nameOf(flag)));
  if (others.some((flag) => !flag.startsWith(off))) return undefined;
  const changed = flags.filter((flag) => !now.includes(flag));
  for (const flag of [...changed, ...others.map((flag) => flag.replace(off, "--"))]) setFlagsFromString(flag);
  try {
    return work();
  } finally {
    for (const flag of now) if (!flags.includes(flag)) setFlagsFromString(flag);
  }
}

const off = "--no-";
