// The LSB header as lintian 2.116 reads it.

import { isAscii, toByteString } from "../../text/bytes.ts";
import { findLsbKeyword, type LsbKeyword } from "../facts/lsb-keywords.ts";
import { type HeaderWord, type SourceLine, sourceLines, splitWords } from "./lines.ts";
import type { ViewValue } from "./view-value.ts";

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
  /**
   * The lines, counted from 1, that it reads as the section and not as shell: from the one after the begin marker to the
   * end marker, or to the line that ends the section in its stead. Undefined without a section.
   */
  readonly section: { readonly from: number; readonly to: number } | undefined;
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
  let from = 0;
  let to = 0;
  for (const line of sourceLines(text)) {
    if (state !== "inside") {
      if (!line.text.startsWith("### BEGIN INIT INFO")) continue;
      if (state === "behind") problems.push({ kind: "duplicate-section", line: line.number });
      else {
        state = "inside";
        from = line.number + 1;
      }
      continue;
    }
    to = line.number;
    if (line.text.startsWith("### END INIT INFO")) state = "behind";
    else if (!line.text.startsWith("#")) {
      problems.push({ kind: "unterminated-section", line: line.number });
      state = "behind";
    } else last = takeLine({ line, last, seen, values, problems });
  }
  if (state === "before") problems.push({ kind: "missing-section", line: 0 });
  else {
    for (const keyword of needed)
      if (!values.has(keyword)) problems.push({ kind: "missing-keyword", line: 0, keyword });
    if (!values.has("Short-Description")) problems.push({ kind: "missing-short-description", line: 0 });
  }
  const section = state === "before" ? undefined : { from, to };
  return { found: state !== "before", values, problems, section };
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
  const match = /^# ([a-zA-Z-]+):(.*)$/s.exec(line.text);
  if (match === null) {
    if (!(last === "description" && /^#(\t| {2})/.test(line.text)))
      problems.push({ kind: "bad-line", line: line.number });
    return last;
  }
  const [, written = "", rest = ""] = match;
  const value = rest.replace(/^[\t-\r ]+|[\t-\r ]+$/g, "");
  const keyword = written.toLowerCase();
  if (seen.has(keyword)) problems.push({ kind: "duplicate-keyword", line: line.number, keyword });
  seen.add(keyword);
  const fact = findLsbKeyword(keyword);
  if (fact?.standard !== true && !keyword.startsWith("x-"))
    problems.push({ kind: "unknown-keyword", line: line.number, keyword });
  if (fact !== undefined) {
    const start = line.end - rest.replace(/^[\t-\r ]+/, "").length;
    const words = splitBytes(value, start);
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

/** What Perl calls white space in a text that it has not decoded. */
const perlSpace = /[\t-\r \x85\xa0]/;

/** Splits at the bytes that Perl takes for white space: two of them occur inside other characters' UTF-8. */
function splitBytes(value: string, start: number): HeaderWord[] {
  if (isAscii(value)) return splitWords(value, start, perlSpace);
  const characters: { readonly from: number; readonly to: number }[] = [];
  let at = 0;
  for (const character of value) {
    const place = { from: at, to: at + character.length };
    for (let byte = toByteString(character).length; byte > 0; byte--) characters.push(place);
    at = place.to;
  }
  return splitWords(toByteString(value), 0, perlSpace).map((word) => {
    const from = characters[word.start]?.from ?? 0;
    const to = characters[word.end - 1]?.to ?? value.length;
    // A word of ASCII bytes is taken without the character that it was cut from.
    const text = isAscii(word.text) ? word.text : value.slice(from, to);
    return { text, start: start + from, end: start + to };
  });
}
