// The LSB header as rpmlint 2.4's InitScriptCheck reads it.

import { findLsbKeyword, type LsbKeyword, lsbKeywords } from "../facts/lsb-keywords.ts";
import { type SourceLine, sourceLines } from "./lines.ts";
import type { ViewValue } from "./view-value.ts";

/** What rpmlint says about the shape of a header. */
export type RpmlintProblem =
  | { readonly kind: "missing-keyword"; readonly line: number; readonly keyword: LsbKeyword }
  | { readonly kind: "redundant-keyword"; readonly line: number; readonly keyword: string }
  | { readonly kind: "unknown-keyword"; readonly line: number; readonly text: string }
  | { readonly kind: "malformed-line"; readonly line: number; readonly text: string };

/** rpmlint's view of a script's header. */
export interface RpmlintHeader {
  readonly found: boolean;
  readonly values: ReadonlyMap<LsbKeyword, ViewValue>;
  readonly problems: readonly RpmlintProblem[];
  /** A `Default-Start` that is not empty; of several any counts. */
  readonly defaultStart: ViewValue | undefined;
  /** What its searches look at, line by line: all but the begin markers. */
  readonly searched: readonly SearchedLine[];
}

/** A line as rpmlint's searches see it. */
export interface SearchedLine {
  readonly line: SourceLine;
  /** The line; inside a header with the lines before it that end in a backslash. */
  readonly text: string;
}

/** How much text lines that are joined again and again may make. */
const joinedAtMost = 4_000_000;

/**
 * Reads a header as rpmlint does: it judges when it meets an end marker, which must end its line. It cuts off each line's
 * last character, which is not a newline where the text does not end with one. Never fails.
 */
export function readRpmlintHeader(text: string): RpmlintHeader {
  const values = new Map<LsbKeyword, ViewValue>();
  const problems: RpmlintProblem[] = [];
  const counts = new Map<string, number>();
  const searched: SearchedLine[] = [];
  let defaultStart: ViewValue | undefined;
  let found = false;
  let inside = false;
  let describing = false;
  let last = "";
  let budget = joinedAtMost;
  for (const line of sourceLines(text)) {
    const content = line.end < text.length ? line.text : [...line.text].slice(0, -1).join("");
    if (content.startsWith("### BEGIN INIT INFO")) {
      found = inside = true;
      continue;
    }
    if (content.endsWith("### END INIT INFO")) {
      inside = false;
      problems.push(...judge(counts, line.number));
    }
    if (!inside) {
      searched.push({ line, text: content });
      continue;
    }
    // A line after a backslash belongs to it and is not looked at.
    if (last.endsWith("\\")) {
      last = budget > 0 ? last + content : content;
      budget -= last.length;
      searched.push({ line, text: last });
      continue;
    }
    last = content;
    searched.push({ line, text: content });
    const match = /^# ([-_\p{L}\p{N}]+):(.*)$/su.exec(content);
    if (match === null) {
      if (describing && /^#(?:\t| {2})/.test(content)) continue;
      describing = false;
      problems.push({ kind: "malformed-line", line: line.number, text: content });
      continue;
    }
    const [, keyword = "", rest = ""] = match;
    const value = rest.trim();
    const fact = findLsbKeyword(keyword);
    const known = fact?.standard === true && fact.keyword === keyword;
    if (!known && !keyword.startsWith("X-")) {
      problems.push({ kind: "unknown-keyword", line: line.number, text: content });
      continue;
    }
    describing = keyword === "Description";
    counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
    if (fact === undefined || fact.keyword !== keyword) continue;
    const start = line.start + content.length - rest.trimStart().length;
    const word = { text: value, start, end: start + value.length };
    const words = value === "" ? [] : [word];
    const taken = { keyword: fact.keyword, ...word, words, line: line.number };
    values.set(fact.keyword, taken);
    if (fact.keyword === "Default-Start" && value !== "") defaultStart = taken;
  }
  return { found, values, problems, defaultStart, searched };
}

function judge(counts: ReadonlyMap<string, number>, line: number): RpmlintProblem[] {
  const redundant = [...counts].filter(([, count]) => count > 1);
  const missing = lsbKeywords.filter(
    ({ rpmlint, keyword }) => rpmlint === "recommended" && !counts.has(keyword),
  );
  return [
    ...redundant.map(([keyword]): RpmlintProblem => ({ kind: "redundant-keyword", line, keyword })),
    ...missing.map(({ keyword }): RpmlintProblem => ({ kind: "missing-keyword", line, keyword })),
  ];
}
