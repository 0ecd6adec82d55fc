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
  const ofSilencers = new Set(silencers.map(({ index }) => index));
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
    targetOf: (index) => {
      let next = index + 1;
      while (next < lines.length && (ofSilencers.has(next) || lines[next]?.text.trim() === "")) next++;
      return next;
    },
    startOf,
    textOf: (index) => text.slice(startOf(index), startOf(index + 1)),
    isFree: (index) => isFree(script, index),
  };
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
    shell.comments.some(within) &&
    !sections().some(({ range }) => within(range))
  );
}
