// Text between backquotes: it is copied without the backslashes that escape its quotes, then read like any other text.

import type { TextRange } from "../text/range.ts";
import { peek, rangeOf, type Source } from "./source.ts";

/** Reads up to the closing backquote and past it; undefined if there is none. */
export function readBackquoted(source: Source, inQuotes: boolean): Source | undefined {
  let text = "";
  const places: number[] = [];
  const add = (character: string, { start }: TextRange) => {
    text += character;
    for (let index = 0; index < character.length; index++) places.push(start);
  };
  for (let next = peek(source); next !== ""; next = peek(source)) {
    const here = rangeOf(source, source.at, source.at + 1);
    source.at++;
    if (next === "`") return { text, places: [...places, here.start], at: 0 };
    if (next !== "\\") {
      add(next, here);
      continue;
    }
    const escaped = source.text.charAt(source.at);
    if (escaped === "") return undefined;
    source.at++;
    const isUndone = "\\`$".includes(escaped) || (inQuotes && escaped === '"');
    add(isUndone ? escaped : `\\${escaped}`, here);
  }
  return undefined;
}
