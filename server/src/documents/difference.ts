// What has become of a text that somebody else has changed.

import type { TextEdit } from "@inittab/core";

/**
 * The edit that makes the other text of one: what is between their common beginning and their common end; undefined where
 * they are the same. Neither end of it is inside a line break of two characters, or inside a character of two units.
 */
export function difference(one: string, other: string): TextEdit | undefined {
  if (one === other) return undefined;
  const most = Math.min(one.length, other.length);
  let start = commonLength(most, (from, to) => one.slice(from, to) === other.slice(from, to));
  while (start > 0 && (isCut(one, start) || isCut(other, start))) start--;
  let tail = commonLength(
    most - start,
    (from, to) =>
      one.slice(one.length - to, one.length - from) === other.slice(other.length - to, other.length - from),
  );
  while (tail > 0 && (isCut(one, one.length - tail) || isCut(other, other.length - tail))) tail--;
  return { start, end: one.length - tail, text: other.slice(start, other.length - tail) };
}

/** Whether the two units around a place belong together. */
function isCut(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (
    (before === carriageReturn && after === lineFeed) ||
    ((before & 0xfc00) === 0xd800 && (after & 0xfc00) === 0xdc00)
  );
}

const [carriageReturn, lineFeed] = [13, 10];

/** How many units are the same, at most so many; long pieces are compared at once. */
function commonLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  for (let piece = longest; piece >= 1; piece = Math.floor(piece / 16))
    while (known + piece <= most && isSame(known, known + piece)) known += piece;
  return known;
}

const longest = 65_536;
