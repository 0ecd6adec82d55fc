// The colours of a document, whole or as what has changed since the last answer.

import { type InittabScan, keptLines, type TextRange } from "@inittab/core";
import type * as lsp from "vscode-languageserver";
import { toTokenData } from "../convert-answers.ts";
import type { InittabDocument } from "./document.ts";
import { tokenLine, tokenLines } from "./features/semantic-tokens.ts";

/** What can be asked about the colours. */
interface Tokens {
  readonly whole: () => lsp.SemanticTokens;
  /** What has changed since the answer of that name; all tokens where it is not the last one. */
  readonly since: (resultId: string) => lsp.SemanticTokens | lsp.SemanticTokensDelta;
  /** The tokens of the lines that touch a range. */
  readonly within: (range: TextRange) => lsp.SemanticTokens;
}

/** Each token is so many numbers. */
const numbers = 5;

/** Answers about the colours of a document, and remembers of which text the last answer was. */
export function createTokens(document: InittabDocument): Tokens {
  let last: { readonly resultId: string; readonly scan: InittabScan } | undefined;
  const remember = () => {
    last = { resultId: document.state, scan: document.scan };
    return last.resultId;
  };
  const dataIn = (range: TextRange) => toTokenData(document, tokenLines(document.scan, range));
  const whole = () => ({ resultId: remember(), data: dataIn({ start: 0, end: document.scan.text.length }) });
  return {
    whole,
    since: (resultId) => {
      const known = last;
      if (known?.resultId !== resultId) return whole();
      return { resultId: remember(), edits: editsBetween(document, known.scan) };
    },
    within: (range) => ({ data: dataIn(range) }),
  };
}

/** Lines of a scan, up to `end`. */
interface LineSpan {
  readonly scan: InittabScan;
  readonly start: number;
  readonly end: number;
}

/** What leads from the tokens of the old text to those of this one: lines that both have in common keep theirs. */
function editsBetween(document: InittabDocument, old: InittabScan): lsp.SemanticTokensEdit[] {
  const { scan } = document;
  const { head: start, tail } = keptLines(old.lines, scan.lines);
  let after = tail;
  // The first token after them counts from the last one before it.
  while (
    after > 0 &&
    count({ scan, start: scan.lines.length - after, end: scan.lines.length - after + 1 }) === 0
  )
    after--;
  if (after > 0) after--;
  const now = { scan, start, end: scan.lines.length - after };
  const deleteCount = count({ scan: old, start, end: old.lines.length - after }) * numbers;
  const data = toTokenData(document, linesOf(now), lastBefore(scan, start));
  if (deleteCount === 0 && data.length === 0) return [];
  return [{ start: count({ scan, start: 0, end: start }) * numbers, deleteCount, data }];
}

function* linesOf({ scan, start, end }: LineSpan) {
  for (let index = start; index < end; index++) yield tokenLine(scan, index);
}

function count(span: LineSpan): number {
  let tokens = 0;
  for (const line of linesOf(span)) tokens += line.tokens.length;
  return tokens;
}

/** Where the last token before a line begins; 0 where there is none. */
function lastBefore(scan: InittabScan, before: number): number {
  for (let index = before - 1; index >= 0; index--) {
    const { start, tokens } = tokenLine(scan, index);
    const last = tokens.at(-1);
    if (last !== undefined) return start + last.start;
  }
  return 0;
}
