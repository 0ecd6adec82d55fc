// How fixes change the statements of a script.

import type { TextEdit, TextRange } from "../../../text/range.ts";

/** The edit that puts a statement behind another one: in a line of its own where the other one ends its line. */
export function insertedBehind(text: string, { end }: TextRange, code: string): TextEdit {
  const [, ampersand = ""] = /^([ \t]*&(?!&))/.exec(text.slice(end, end + 20)) ?? [];
  const at = end + ampersand.length;
  const [rest = ""] = /^[^\n]*/.exec(text.slice(at)) ?? [];
  if (/^[ \t]*;?[ \t]*(?:#.*)?$/.test(rest)) {
    const behind = at + rest.length;
    return { start: behind, end: behind, text: `\n${indentation(text, at)}${code}` };
  }
  return { start: at, end: at, text: `${ampersand === "" ? ";" : ""} ${code}` };
}

/** The blanks that the line of an offset begins with. */
function indentation(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

/** The edit that takes a statement of a list away, with its line if that has nothing else. */
export function removedStatement(text: string, { start, end }: TextRange): TextEdit {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const alone =
    /^[ \t]*$/.test(text.slice(lineStart, start)) && /^[ \t]*;?[ \t]*\n?$/.test(text.slice(end, lineEnd));
  if (alone) return { start: lineStart, end: lineEnd, text: "" };
  const [behind = ""] = /^[ \t]*;(?!;)[ \t]*/.exec(text.slice(end, lineEnd)) ?? [];
  if (behind !== "") return { start, end: end + behind.length, text: "" };
  const [before = ""] = /;?[ \t]*$/.exec(text.slice(lineStart, start)) ?? [];
  return { start: start - before.length, end, text: before === "" || before.includes(";") ? "" : " " };
}
