// The tree-sitter tree of a document: what a person is typing and where. It is made when a feature asks for it, and
// edits are only noted until the next one asks, so that nothing else ever waits for it.

import type { TextEdit } from "@inittab/core";
import { loadParser } from "@inittab/host/grammar";
import type { WasmReader } from "@inittab/host/wasm";
import type { Edit, Parser, Point, Tree } from "web-tree-sitter";

/** A replaced range: `[start, oldEnd)` of the tree's text has become `[start, newEnd)` of the current one. */
interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** A parser of inittab, and the class whose objects it wants to see edits in. */
export interface Grammar {
  readonly parser: Parser;
  readonly Edit: typeof Edit;
}

/** The tree of one document. Holds memory of WebAssembly, so it has to be disposed of. */
export class SyntaxTree {
  #tree: Tree | undefined;
  #text = "";
  #change: Change | undefined;

  /** Notes an edit of the document's text. */
  edit(edit: TextEdit): void {
    if (this.#tree === undefined) return;
    const { start, end } = edit;
    const known = this.#change ?? { start, oldEnd: start, newEnd: start };
    this.#change = {
      start: Math.min(known.start, start),
      oldEnd: known.oldEnd + Math.max(0, end - known.newEnd),
      newEnd: Math.max(known.newEnd, end) + edit.text.length - (end - start),
    };
  }

  /** The tree of this text, which must be the one that the edits have led to. Valid until the next call. */
  update({ parser, Edit }: Grammar, text: string): Tree {
    const old = this.#tree;
    const change = this.#change;
    if (old !== undefined && change === undefined) return old;
    if (old !== undefined && change !== undefined) {
      const start = pointAt(this.#text, change.start);
      old.edit(
        new Edit({
          startIndex: change.start,
          oldEndIndex: change.oldEnd,
          newEndIndex: change.newEnd,
          startPosition: start,
          oldEndPosition: pointAt(this.#text, change.oldEnd),
          newEndPosition: pointAt(text, change.newEnd),
        }),
      );
    }
    const tree = parser.parse(text, old ?? null);
    if (tree === null) throw new Error("the parser gave no tree");
    old?.delete();
    this.#tree = tree;
    this.#text = text;
    this.#change = undefined;
    return tree;
  }

  dispose(): void {
    this.#tree?.delete();
    this.#tree = undefined;
    this.#change = undefined;
  }
}

/** Loads the parser. Takes some 20 ms, so it is done when a feature first needs a tree. */
export async function loadGrammar(wasm: WasmReader): Promise<Grammar> {
  const [{ Edit }, parser] = await Promise.all([
    import("web-tree-sitter"),
    loadParser(wasm, "tree-sitter-inittab.wasm"),
  ]);
  return { parser, Edit };
}

/** Rows are counted by newlines alone, as tree-sitter does; an editor also counts a lone carriage return. */
function pointAt(text: string, offset: number): Point {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
