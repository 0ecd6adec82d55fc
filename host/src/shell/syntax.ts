// tree-sitter's tree as plain data, so that nothing behind it holds WebAssembly's memory or pays for its calls twice.

import { type Slices, spend, type TextRange } from "@inittab/core";
import type { Tree, TreeCursor } from "web-tree-sitter";

/** A node of the tree; `[start, end)` in UTF-16 units. */
export interface SyntaxNode extends TextRange {
  readonly type: string;
  readonly field: string | undefined;
  readonly children: readonly SyntaxNode[];
  /** Something inside could not be read. */
  readonly hasError: boolean;
  /** Something inside could not be read, but where the node begins and ends is beyond doubt. */
  readonly doubtful: boolean;
}

/** A whole tree. */
export interface Syntax {
  readonly root: SyntaxNode;
  readonly errors: readonly TextRange[];
  readonly comments: readonly TextRange[];
}

/** The type of what the parser skipped to go on. */
export const errorType = "ERROR";

/** What begins and ends with marks of its own: an error inside one of these, on one line, does no harm outside. */
const delimited: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  // The longer ones first: `[[` wants `]]`.
  test_command: [
    ["[[", "]]"],
    ["[", "]"],
  ],
  string: [['"', '"']],
  expansion: [["${", "}"]],
  arithmetic_expansion: [["$", ")"]],
};

/** A node whose children are being read; it becomes the node itself, since copies would cost a quarter of the time. */
interface OpenNode {
  readonly type: string;
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  children: SyntaxNode[];
  hasError: boolean;
  doubtful: boolean;
}

/** A node takes about as long as so many things in a list. */
const nodeCost = 2;

/** Reads the tree without recursion, since scripts may nest as deeply as they like. */
export function* readSyntax(tree: Tree, text: string): Slices<Syntax> {
  const meter = { spent: 0 };
  const cursor = tree.walk();
  const comments: TextRange[] = [];
  try {
    const open: OpenNode[] = [openNode(cursor)];
    for (;;) {
      if (cursor.gotoFirstChild()) {
        open.push(openNode(cursor));
        if (spend(meter, nodeCost)) yield;
        continue;
      }
      for (;;) {
        const done = open.pop();
        if (done === undefined) throw new Error("more ends than beginnings");
        const node = closeNode(done, text);
        const parent = open.at(-1);
        if (parent === undefined) return { root: node, errors: errorsIn(node), comments };
        if (node.type === "comment") comments.push({ start: node.start, end: node.end });
        else if (parent.children === noChildren) parent.children = [node];
        else parent.children.push(node);
        if (cursor.gotoNextSibling()) {
          open.push(openNode(cursor));
          if (spend(meter, nodeCost)) yield;
          break;
        }
        cursor.gotoParent();
      }
    }
  } finally {
    cursor.delete();
  }
}

/** Most nodes are leaves. */
const noChildren: SyntaxNode[] = [];

function openNode(cursor: TreeCursor): OpenNode {
  const type = cursor.nodeType;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  return {
    type,
    field: cursor.currentFieldName ?? undefined,
    start,
    end,
    children: noChildren,
    // What is missing is empty; each question to the cursor costs time.
    hasError: type === errorType || (start === end && cursor.nodeIsMissing),
    doubtful: false,
  };
}

function closeNode(node: OpenNode, text: string): SyntaxNode {
  node.hasError ||= node.children.some(({ hasError }) => hasError);
  const pairs = delimited[node.type];
  if (!node.hasError || pairs === undefined) return node;
  const whole = text.slice(node.start, node.end);
  const marks = pairs.find(([open]) => whole.startsWith(open));
  node.doubtful =
    marks !== undefined &&
    whole.length >= marks[0].length + marks[1].length &&
    whole.endsWith(marks[1]) &&
    !whole.includes("\n");
  node.hasError = !node.doubtful;
  return node;
}

function errorsIn(root: SyntaxNode): readonly TextRange[] {
  const errors: TextRange[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!node.hasError) continue;
    const { start, end, children, type } = node;
    // What has an error and no children is a missing token.
    if (type === errorType || !children.some(({ hasError }) => hasError)) errors.push({ start, end });
    // One by one: a call takes no hundred thousand arguments.
    else for (const child of children.toReversed()) open.push(child);
  }
  return errors;
}
