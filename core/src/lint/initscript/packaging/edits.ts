// Changes of a header that several rules of this folder offer.

import { type LsbKeyword, lsbKeywords } from "../../../initscript/facts/lsb-keywords.ts";
import type { ViewValue } from "../../../initscript/header/view-value.ts";
import { makeLsbFields, printField } from "../../../initscript/script/make-header.ts";
import type { Message } from "../../../text/message.ts";
import type { TextEdit, TextRange } from "../../../text/range.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext } from "../contract.ts";

/** A fix of several edits that is a guess at what was meant. */
export function guess(title: Message, edits: readonly TextEdit[]): Fix {
  return { title, kind: "suggestion", edits };
}

/** Puts lines before the line with this number, or at the end of the text. */
export function insertLines(script: ScriptContext, before: number, lines: readonly string[]): TextEdit {
  const newline = lineEnd(script);
  const text = lines.map((line) => line + newline).join("");
  const place = script.lines[before - 1];
  if (place !== undefined) return { start: place.start, end: place.start, text };
  const end = script.text.length;
  const open = end > 0 && !script.text.endsWith("\n");
  return { start: end, end, text: open ? newline + text : text };
}

/** Deletes whole lines. */
export function deleteLines({ text, lines }: ScriptContext, from: number, to: number): TextEdit {
  const start = lines[from - 1]?.start ?? text.length;
  const end = Math.min((lines[to - 1]?.end ?? text.length - 1) + 1, text.length);
  return { start, end: Math.max(start, end), text: "" };
}

/** Replaces a value, or a part of one. */
export function replace({ start, end }: TextRange, text: string): TextEdit {
  return { start, end, text };
}

/** Writes a value's words anew. */
export function setWords(script: ScriptContext, value: ViewValue, words: readonly string[]): TextEdit {
  // One blank is due behind the colon, and none where nothing follows.
  const { text } = script;
  let { start } = value;
  while (/[ \t]/.test(text.charAt(start - 1))) start--;
  return { start, end: value.end, text: words.map((word) => ` ${word}`).join("") };
}

/** A value's words with another one at the end. */
export function addWord(script: ScriptContext, value: ViewValue, word: string): TextEdit {
  return setWords(script, value, [...value.words.map(({ text }) => text), word]);
}

/** The edits that give a header keywords, each at its usual place and with its usual value, or with the given one. */
export function insertKeywords(
  script: ScriptContext,
  keywords: readonly LsbKeyword[],
  value?: string,
): readonly TextEdit[] {
  const { section, values } = script.lintian();
  if (section === undefined) return [];
  const usual = lsbKeywords.map((fact) => fact.keyword);
  const byLine = new Map<number, string[]>();
  const valueFor = value === undefined ? usualValues(script) : () => value;
  for (const keyword of keywords) {
    const earlier = usual
      .slice(0, usual.indexOf(keyword))
      .flatMap((each) => values.get(each)?.line ?? section.from - 1);
    const line = Math.max(section.from - 1, ...earlier) + 1;
    const field = printField({ keyword, value: valueFor(keyword) });
    byLine.set(line, [...(byLine.get(line) ?? []), field]);
  }
  return [...byLine].map(([line, fields]) => insertLines(script, line, fields));
}

/** What a keyword's value most likely is, for each keyword. */
export function usualValues(script: ScriptContext): (keyword: LsbKeyword) => string {
  const fields = makeLsbFields({ ...script, actions: actionsOf(script) });
  return (keyword) => fields.find((field) => field.keyword === keyword)?.value ?? "";
}

/** The actions that the script's `case` knows; undefined where it is not understood. */
export function actionsOf(script: ScriptContext): readonly string[] | undefined {
  const outline = script.outline();
  if (outline === undefined || outline.dispatch === "unknown") return undefined;
  if (outline.dispatch === "init-d-script") return undefined;
  return outline.arms.flatMap(({ names }) => names);
}

/** The range of the keyword in a header line. */
export function keywordRange(script: ScriptContext, line: number): TextRange {
  const { start, end } = script.lineRange(line);
  const [, before = "", keyword] = /^([#\s]*)([^\s:]+)/.exec(script.text.slice(start, end)) ?? [];
  if (keyword === undefined) return { start, end };
  return { start: start + before.length, end: start + before.length + keyword.length };
}

/** Where a finding about the header as a whole stands: its begin marker. */
export function headerRange(script: ScriptContext): TextRange {
  return script.lineRange((script.lintian().section?.from ?? 2) - 1);
}

function lineEnd({ lines }: ScriptContext): string {
  return lines[0]?.text.endsWith("\r") === true ? "\r\n" : "\n";
}
