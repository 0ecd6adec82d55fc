// The outline of a document. It is asked for after each key and may have thousands of symbols, so those of records that
// the key has left alone are kept.

import { type InittabLine, keptLines, type Localizer } from "@inittab/core";
import type * as lsp from "vscode-languageserver";
import { toSymbol } from "../convert-answers.ts";
import type { InittabDocument } from "./document.ts";
import { recordIndexes, recordSymbol } from "./features/symbols.ts";

/** The symbols of the records in these lines, as many of them as an outline has, and how many lines an editor counts. */
interface KnownSymbols {
  readonly lines: readonly InittabLine[];
  readonly indexes: readonly number[];
  readonly symbols: readonly lsp.DocumentSymbol[];
  readonly lineCount: number;
}

/** Answers the outline of a document as a tree, and remembers the last answer. */
export function createOutline(
  document: InittabDocument,
  localizer: () => Localizer,
): () => lsp.DocumentSymbol[] {
  let last: KnownSymbols = { lines: [], indexes: [], symbols: [], lineCount: 0 };
  return () => {
    const { scan, lineCount } = document;
    const { lines } = scan;
    const indexes = recordIndexes(scan);
    const made = (some: readonly number[]) =>
      some.map((index) => toSymbol(document, recordSymbol(scan, index), localizer()));
    const { head, tail } = keptLines(last.lines, lines);
    const before = countBelow(indexes, head);
    const after = countBelow(indexes, lines.length - tail);
    const known = last.symbols.slice(countBelow(last.indexes, last.lines.length - tail));
    // A shorter outline than before has other last symbols, where it is cut.
    const behind = known.slice(0, indexes.length - after);
    const by = lineCount - last.lineCount;
    const symbols = last.symbols
      .slice(0, before)
      .concat(
        made(indexes.slice(before, after)),
        by === 0 ? behind : behind.map((symbol) => moved(symbol, by)),
        made(indexes.slice(after + behind.length)),
      );
    last = { lines, indexes, symbols, lineCount };
    return symbols;
  };
}

/** How many of some numbers in their order are below a bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  const at = numbers.findIndex((number) => number >= bound);
  return at < 0 ? numbers.length : at;
}

/** The symbol of a record that stands so many lines further down. */
function moved(symbol: lsp.DocumentSymbol, by: number): lsp.DocumentSymbol {
  const { range, selectionRange } = symbol;
  return { ...symbol, range: movedRange(range, by), selectionRange: movedRange(selectionRange, by) };
}

function movedRange({ start, end }: lsp.Range, by: number): lsp.Range {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}
