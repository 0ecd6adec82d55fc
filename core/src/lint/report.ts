// Small parts that many rules need.

import type { TextRange } from "../inittab/line.ts";
import type { Fix, LineContext, Report } from "./contract.ts";

/** What a rule reports that has nothing to say. */
export const nothing: readonly Report[] = [];

/** A range of a record's process, counted from the beginning of the line. */
export function inProcess(context: LineContext, range: TextRange): TextRange {
  const { start, end } = context.range("process");
  if (context.line.count > 1) {
    const written = context.text.slice(start, end);
    return { start: start + unfolded(written, range.start), end: start + unfolded(written, range.end) };
  }
  return { start: start + range.start, end: start + range.end };
}

/** Where a character of a field stands in what is written, with the marks that join its lines. */
function unfolded(written: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 || written.startsWith("\\\n", at); ) {
    if (written.startsWith("\\\n", at)) at += 2;
    else {
      at++;
      left--;
    }
  }
  return at;
}

/** A fix that may change what init does. */
export function suggestion(title: string, range: TextRange, text: string): Fix {
  return { title, kind: "suggestion", edits: [{ start: range.start, end: range.end, text }] };
}

/** A fix after which init does the same as before. */
export function safe(title: string, range: TextRange, text: string): Fix {
  return { title, kind: "safe", edits: [{ start: range.start, end: range.end, text }] };
}

/** A text of the user's file in a message: short, and with its control characters to be seen. */
export function quoted(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 37)}...` : text;
  return `\`${short.replace(/[\0-\x1f\x7f`]/g, visible)}\``;
}

function visible(character: string): string {
  if (character === "`") return "'";
  if (character === "\t") return "\\t";
  if (character === "\r") return "\\r";
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** `2`, `2 or 3`, `2, 3 or 5`. */
export function alternatives(words: readonly string[], last = "or"): string {
  const { length } = words;
  return length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words[length - 1]}`;
}
