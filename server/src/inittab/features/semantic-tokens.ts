// Colours from the syntax tree, for clients whose own highlighting knows less.

import type { TextRange } from "@inittab/core";
import type { Tree, TreeCursor } from "web-tree-sitter";
import type { Token } from "../../features/answers.ts";

/** The tokens of the lines that touch the range, in the order of the text. */
export function semanticTokens(tree: Tree, range: TextRange): readonly Token[] {
  const tokens: Token[] = [];
  const cursor = tree.walk();
  try {
    if (cursor.gotoFirstChild())
      do {
        if (cursor.startIndex > range.end) break;
        if (cursor.endIndex >= range.start) collect(cursor, tokens);
      } while (cursor.gotoNextSibling());
  } finally {
    cursor.delete();
  }
  return tokens;
}

const typeOfNode: Readonly<Record<string, Token["type"]>> = {
  comment: "comment",
  id: "property",
  runlevels: "number",
  action: "keyword",
  flag: "operator",
  operator: "operator",
};

/** Adds the tokens below the cursor, which comes back to where it was. */
function collect(cursor: TreeCursor, tokens: Token[]): void {
  const type = typeOfNode[cursor.nodeType];
  if (type !== undefined) tokens.push({ type, start: cursor.startIndex, end: cursor.endIndex });
  if (type !== undefined || !cursor.gotoFirstChild()) return;
  let program = true;
  do {
    if (cursor.nodeType === "word") {
      tokens.push({ type: program ? "function" : "string", start: cursor.startIndex, end: cursor.endIndex });
      program = false;
    } else {
      // Behind a redirection comes a file, behind any other operator a program.
      if (cursor.nodeType === "operator") program = /[;|&(]$/.test(cursor.nodeText);
      collect(cursor, tokens);
    }
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
}
