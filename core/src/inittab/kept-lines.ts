import type { InittabLine } from "./line.ts";

/** How many lines two lists have in common at their beginnings and at their ends. */
export interface KeptLines {
  readonly head: number;
  readonly tail: number;
}

/** What an edit has left alone: the lines before and after it are the very same objects. */
export function keptLines(old: readonly InittabLine[], now: readonly InittabLine[]): KeptLines {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return { head, tail };
}
