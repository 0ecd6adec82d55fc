// Findings can be silenced by a comment, always by rule id:
//
//     # inittab-disable-next-line rule-id another-rule
//     # inittab-disable-file rule-id
//
// What the next line is depends on the kind of file. A silencer that silences nothing is a finding.

import type { TextEdit, TextRange } from "../text/range.ts";

/** A silencing comment; offsets from the beginning of its line. */
export interface Silencer {
  readonly reach: "next-line" | "file";
  readonly rules: readonly { readonly id: string; readonly range: TextRange }[];
  readonly range: TextRange;
}

const pattern = /^[ \t]*#[ \t]*(inittab-disable-(next-line|file))(?![-\w])[ \t]*([^\r\n]*)/;

/** The silencer in a comment line, or undefined. */
export function parseSilencer(text: string): Silencer | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [whole, word = "", reach, names = ""] = match;
  const from = whole.length - names.length;
  return {
    reach: reach === "file" ? "file" : "next-line",
    range: { start: whole.indexOf(word), end: whole.trimEnd().length },
    rules: [...names.matchAll(/[^\s,]+/g)].map((name) => ({
      id: name[0],
      range: { start: from + name.index, end: from + name.index + name[0].length },
    })),
  };
}

/** The comments that silence a rule: for the next line, and for the whole file. */
export function silencersOf(rule: string): { readonly nextLine: string; readonly file: string } {
  return { nextLine: `# inittab-disable-next-line ${rule}\n`, file: `# inittab-disable-file ${rule}\n` };
}

/** The edit that silences a rule for the line that begins at this offset. */
export function silenceLineEdit(lineStart: number, rule: string): TextEdit {
  return { start: lineStart, end: lineStart, text: silencersOf(rule).nextLine };
}

/** The edit that silences a rule for the whole file; `at` is the first offset where a comment may stand. */
export function silenceFileEdit(rule: string, at: number = 0): TextEdit {
  return { start: at, end: at, text: silencersOf(rule).file };
}
