// The LSB header as rpmlint 2.4's InitScriptCheck reads it.

import { findLsbKeyword, type LsbKeyword, lsbKeywords } from "../facts/lsb-keywords.ts";
import { sourceLines } from "./lines.ts";
import type { ViewValue } from "./views.ts";

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
}

/** Reads a header as rpmlint does: it judges when it meets an end marker, which must end its line. Never fails. */
export function readRpmlintHeader(text: string): RpmlintHeader {
  const values = new Map<LsbKeyword, ViewValue>();
  const problems: RpmlintProblem[] = [];
  const counts = new Map<string, number>();
  let found = false;
  let inside = false;
  let describing = false;
  let last = "";
  for (const line of sourceLines(text)) {
    if (line.text.startsWith("### BEGIN INIT INFO")) {
      found = inside = true;
      continue;
    }
    if (line.text.endsWith("### END INIT INFO")) {
      inside = false;
      problems.push(...judge(counts, line.number));
    }
    if (!inside) continue;
    // A line behind a backslash belongs to it and is not looked at.
    if (last.endsWith("\\")) {
      last += line.text;
      continue;
    }
    last = line.text;
    const match = /^# ([\w-]+):\s*(.*)$/ds.exec(line.text);
    if (match === null) {
      if (describing && /^#(?:\t| {2})/.test(line.text)) continue;
      describing = false;
      problems.push({ kind: "malformed-line", line: line.number, text: line.text });
      continue;
    }
    const [, keyword = "", rest = ""] = match;
    const value = rest.trimEnd();
    const fact = findLsbKeyword(keyword);
    const known = fact?.standard === true && fact.keyword === keyword;
    if (!known && !keyword.startsWith("X-")) {
      problems.push({ kind: "unknown-keyword", line: line.number, text: line.text });
      continue;
    }
    describing = keyword === "Description";
    counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
    if (fact === undefined || fact.keyword !== keyword) continue;
    const start = line.start + (match.indices?.[2]?.[0] ?? 0);
    const word = { text: value, start, end: start + value.length };
    values.set(fact.keyword, {
      keyword: fact.keyword,
      ...word,
      words: value === "" ? [] : [word],
      line: line.number,
    });
  }
  return { found, values, problems };
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
