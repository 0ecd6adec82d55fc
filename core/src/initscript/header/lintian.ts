// The LSB header as lintian 2.116 reads it.

import { findLsbKeyword, type LsbKeyword } from "../facts/lsb-keywords.ts";
import { type SourceLine, sourceLines, splitWords } from "./lines.ts";
import type { ViewValue } from "./views.ts";

/** What lintian says about the shape of a header; `line` is 0 for the whole file. */
export type LintianProblem =
  | { readonly kind: "missing-section"; readonly line: 0 }
  | { readonly kind: "duplicate-section"; readonly line: number }
  | { readonly kind: "unterminated-section"; readonly line: number }
  | { readonly kind: "bad-line"; readonly line: number }
  | { readonly kind: "duplicate-keyword"; readonly line: number; readonly keyword: string }
  | { readonly kind: "unknown-keyword"; readonly line: number; readonly keyword: string }
  | { readonly kind: "missing-keyword"; readonly line: 0; readonly keyword: LsbKeyword }
  | { readonly kind: "missing-short-description"; readonly line: 0 };

/** lintian's view of a script's header. */
export interface LintianHeader {
  readonly found: boolean;
  readonly values: ReadonlyMap<LsbKeyword, ViewValue>;
  readonly problems: readonly LintianProblem[];
}

/** The keywords that lintian asks for, in its order. */
const needed: readonly LsbKeyword[] = [
  "Provides",
  "Required-Start",
  "Required-Stop",
  "Default-Start",
  "Default-Stop",
];

/** Reads a header as lintian does. Never fails. */
export function readLintianHeader(text: string): LintianHeader {
  const values = new Map<LsbKeyword, ViewValue>();
  const problems: LintianProblem[] = [];
  const seen = new Set<string>();
  let state: "before" | "inside" | "behind" = "before";
  let last = "";
  const lines = sourceLines(text);
  for (const line of lines) {
    if (state !== "inside") {
      if (!line.text.startsWith("### BEGIN INIT INFO")) continue;
      if (state === "behind") problems.push({ kind: "duplicate-section", line: line.number });
      else state = "inside";
      continue;
    }
    if (line.text.startsWith("### END INIT INFO")) state = "behind";
    else if (!line.text.startsWith("#")) {
      problems.push({ kind: "unterminated-section", line: line.number });
      state = "behind";
    } else last = takeLine({ line, last, seen, values, problems });
  }
  if (state === "inside") problems.push({ kind: "unterminated-section", line: lines.length });
  if (state === "before") problems.push({ kind: "missing-section", line: 0 });
  else {
    for (const keyword of needed)
      if (!values.has(keyword)) problems.push({ kind: "missing-keyword", line: 0, keyword });
    if (!values.has("Short-Description")) problems.push({ kind: "missing-short-description", line: 0 });
  }
  return { found: state !== "before", values, problems };
}

interface LineContext {
  readonly line: SourceLine;
  readonly last: string;
  readonly seen: Set<string>;
  readonly values: Map<LsbKeyword, ViewValue>;
  readonly problems: LintianProblem[];
}

/** Takes a line of the section; answers with the keyword that a next line could continue. */
function takeLine({ line, last, seen, values, problems }: LineContext): string {
  const match = /^# ([a-zA-Z-]+):\s*(.*)$/ds.exec(line.text);
  if (match === null) {
    if (!(last === "description" && /^#(\t| {2})/.test(line.text)))
      problems.push({ kind: "bad-line", line: line.number });
    return last;
  }
  const [, written = "", rest = ""] = match;
  const value = rest.trimEnd();
  const keyword = written.toLowerCase();
  if (seen.has(keyword)) problems.push({ kind: "duplicate-keyword", line: line.number, keyword });
  seen.add(keyword);
  const fact = findLsbKeyword(keyword);
  if (fact?.standard !== true && !keyword.startsWith("x-"))
    problems.push({ kind: "unknown-keyword", line: line.number, keyword });
  if (fact !== undefined) {
    const start = line.start + (match.indices?.[2]?.[0] ?? 0);
    const words = splitWords(value, start, /\s/);
    values.set(fact.keyword, {
      keyword: fact.keyword,
      text: value,
      start,
      end: start + value.length,
      words,
      line: line.number,
    });
  }
  return keyword;
}
