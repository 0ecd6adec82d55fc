// Where the lines of a script are, for silencers, and where silencers are among them.

import type { TextRange } from "../../text/range.ts";
import type { PlacedSilencer, SilencedLines } from "../silence.ts";
import { parseSilencer } from "../silencer.ts";
import type { ScriptContext } from "./contract.ts";

/** Every silencer of a script. */
export function placedSilencers({ lines }: ScriptContext): readonly PlacedSilencer[] {
  return lines.flatMap(({ text }, index) => {
    const silencer = text.includes("inittab-disable") ? parseSilencer(text) : undefined;
    return silencer === undefined ? [] : [{ index, silencer }];
  });
}

/**
 * The lines of a script. A silencer is about the next line that is neither blank nor a silencer: in a header, comments
 * are what rules speak of.
 */
export function silencedLines(script: ScriptContext, silencers: readonly PlacedSilencer[]): SilencedLines {
  const { text, lines } = script;
  const targets = targetsOf(script, silencers);
  const startOf = (index: number): number => lines[index]?.start ?? text.length;
  return {
    indexAt: (offset) => {
      // Behind the last newline there is no line.
      let [low, high] = [0, lines.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (startOf(middle + 1) <= offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    targetOf: (index) => targets.get(index) ?? index + 1,
    startOf,
    textOf: (index) => text.slice(startOf(index), startOf(index + 1)),
    isFree: (index) => isFree(script, index),
  };
}

/** From the last silencer to the first, since those in a row are all about the same line. */
function targetsOf(
  { lines }: ScriptContext,
  silencers: readonly PlacedSilencer[],
): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  let before = lines.length;
  let target = lines.length;
  for (const { index } of silencers.toReversed()) {
    let next = index + 1;
    while (next < before && lines[next]?.text.trim() === "") next++;
    if (next < before) target = next;
    targets.set(index, target);
    before = index;
  }
  return targets;
}

/**
 * What looks like a silencer may be a line of a here-document, a value in a header, or end a command that goes on behind
 * a backslash.
 */
function isFree({ shell, lines, sections }: ScriptContext, index: number): boolean {
  const line = lines[index];
  if (line === undefined || shell === undefined || shell.errors.length > 0) return false;
  const within = ({ start, end }: TextRange): boolean => start < line.end && line.start < end;
  return (
    lines[index - 1]?.text.endsWith("\\") !== true &&
    within(firstEndingBehind(shell.comments, line.start)) &&
    !sections().some(({ range }) => within(range))
  );
}

/** The first of the ranges, which are in the order of the text, that ends behind a place; an empty one there if none does. */
function firstEndingBehind(ranges: readonly TextRange[], place: number): TextRange {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? place) > place) high = middle;
    else low = middle + 1;
  }
  return ranges[low] ?? { start: place, end: place };
}
