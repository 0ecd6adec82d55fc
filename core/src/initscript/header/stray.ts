// Keywords of the LSB header that stand in no header, because its markers are missing or not as they must be.

import { findLsbKeyword, type LsbKeyword, lsbKeywords } from "../facts/lsb-keywords.ts";
import { type SourceLine, sourceLines } from "./lines.ts";

/** A line with a keyword, however it is commented. */
export interface StrayKeyword {
  readonly line: SourceLine;
  readonly keyword: LsbKeyword;
  readonly value: string;
}

/** A header that is nearly one. */
export interface StrayHeader {
  /** In the order of the text, at least two. */
  readonly keywords: readonly StrayKeyword[];
  /** Lines that were meant as markers. */
  readonly begin: SourceLine | undefined;
  readonly end: SourceLine | undefined;
}

/** The exact words, anywhere in a line: insserv sees these. An end without a beginning is none. */
const exact = /### BEGIN INIT INFO/;

const nearMarker = /^[# \t]*(begin|end|start)[ \t_-]*init[ \t_-]*info\b[ \t#]*$/i;

const keywordLine = /^[ \t]*(?:#[# \t]*)?([A-Z][A-Za-z-]+)[ \t]*:(.*)$/;

/** Those that no other comment has; `Description:` and its like stand in many. */
const telling: ReadonlySet<string> = new Set(
  lsbKeywords.flatMap(({ keyword, value }) => (value === "text" || value === "flag" ? [] : keyword)),
);

/** The keywords of a script that has no header; undefined where it has one, or where nothing looks like one. */
export function strayHeader(text: string): StrayHeader | undefined {
  if (exact.test(text) || !/(?:Provides|Default-Start)[ \t]*:/.test(text)) return undefined;
  const keywords: StrayKeyword[] = [];
  let begin: SourceLine | undefined;
  let end: SourceLine | undefined;
  for (const line of sourceLines(text)) {
    const [, which] = nearMarker.exec(line.text.trimEnd()) ?? [];
    if (which !== undefined) {
      if (which.toLowerCase() === "end") end = keywords.length > 0 ? line : end;
      else begin = keywords.length === 0 ? line : begin;
      continue;
    }
    const [, word = "", value = ""] = keywordLine.exec(line.text.trimEnd()) ?? [];
    const fact = findLsbKeyword(word);
    const isNew = fact !== undefined && !keywords.some(({ keyword }) => keyword === fact.keyword);
    if (isNew && end === undefined) keywords.push({ line, keyword: fact.keyword, value: value.trim() });
  }
  const known = new Set(keywords.map(({ keyword }) => keyword));
  const isOne = [...known].filter((keyword) => telling.has(keyword)).length > 1;
  return isOne && (known.has("Provides") || known.has("Default-Start"))
    ? { keywords, begin, end }
    : undefined;
}
