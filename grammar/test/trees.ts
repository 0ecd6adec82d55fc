/**
 * Both bindings of the grammar behind one small interface, and trees printed as text, for the tests in this folder.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as web from "web-tree-sitter";

/** The folder of the grammar package. */
export const grammarFolder: string = join(import.meta.dirname, "..");

/** What the cursors of the two bindings have in common. Offsets count UTF-16 units. */
export interface Cursor {
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly currentFieldName: string | null | undefined;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

/** One binding: parses a text and hands the cursor at the root to `visit`. */
export type Binding = <Result>(text: string, visit: (root: Cursor) => Result) => Result;

interface NativeParser {
  setLanguage(language: unknown): void;
  parse(read: (offset: number) => string): { walk(): Cursor };
}

await web.Parser.init();

/** The inittab language of web-tree-sitter, from the wasm that users get. */
export const language: web.Language = await web.Language.load(
  new Uint8Array(readFileSync(join(grammarFolder, "tree-sitter-inittab.wasm"))),
);

/** Parses with web-tree-sitter. The caller deletes the tree; edits of an old tree must have been told to it. */
export function parseWeb(text: string, old?: web.Tree): web.Tree {
  const parser = new web.Parser();
  parser.setLanguage(language);
  const tree = parser.parse(text, old);
  parser.delete();
  if (tree === null) throw new Error("a parser with a language always gives a tree");
  return tree;
}

/**
 * Hands the cursor at the root of a tree to `visit`. The cursor is deleted afterwards: if one is left to the garbage
 * collector, web-tree-sitter frees memory that belongs to others.
 */
export function readTree<Result>(tree: web.Tree, visit: (root: Cursor) => Result): Result {
  const cursor = tree.walk();
  try {
    return visit(cursor);
  } finally {
    cursor.delete();
  }
}

/** The binding for web-tree-sitter. */
export const webBinding: Binding = (text, visit) => {
  const tree = parseWeb(text);
  try {
    return readTree(tree, visit);
  } finally {
    tree.delete();
  }
};

/** The binding for the npm package `tree-sitter`; undefined, after a word about it, where it has not been compiled. */
export const nativeBinding: Binding | undefined = await whereCompiled(async () => {
  const Parser = createRequire(import.meta.url)("tree-sitter") as new () => NativeParser;
  const { default: compiled } = await import("../bindings/node/index.js");
  const parser = new Parser();
  parser.setLanguage(compiled);
  // Text goes in by pieces: the package refuses long ones.
  return (text, visit) => visit(parser.parse((offset) => text.slice(offset, offset + 8192)).walk());
});

async function whereCompiled(load: () => Promise<Binding>): Promise<Binding | undefined> {
  try {
    return await load();
  } catch (error) {
    if (process.env["CI"] === "true") throw error;
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    console.warn(`skipped: the native binding, because it is not compiled here (${reason})`);
    return undefined;
  }
}

/** A node that a tree without mistakes does not have. */
export interface Flaw {
  readonly kind: "ERROR" | "MISSING";
  readonly start: number;
  readonly end: number;
}

/** All ERROR and MISSING nodes. */
export function flawsOf(root: Cursor): Flaw[] {
  const flaws: Flaw[] = [];
  walk(root, (node) => {
    const kind = node.nodeType === "ERROR" ? "ERROR" : node.nodeIsMissing ? "MISSING" : undefined;
    if (kind !== undefined) flaws.push({ kind, start: node.startIndex, end: node.endIndex });
  });
  return flaws;
}

/**
 * Prints the nodes of a tree, anonymous ones too, one a line: depth as indentation, field, type, and the range or, if
 * the text is given, what stands there.
 */
export function printTree(root: Cursor, text?: string): string {
  const lines: string[] = [];
  walk(root, (node, depth) => {
    const { startIndex, endIndex } = node;
    const field = node.currentFieldName ? `${node.currentFieldName}: ` : "";
    const type = node.nodeIsNamed ? node.nodeType : JSON.stringify(node.nodeType);
    const missing = node.nodeIsMissing ? " MISSING" : "";
    const place = text === undefined ? `${startIndex}-${endIndex}` : quoted(text.slice(startIndex, endIndex));
    lines.push(`${"  ".repeat(depth)}${field}${type}${missing} ${place}`);
  });
  return lines.join("\n");
}

function quoted(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(/[^ -~]/g, escaped);
}

function walk(cursor: Cursor, visit: (node: Cursor, depth: number) => void): void {
  let depth = 0;
  for (;;) {
    visit(cursor, depth);
    if (cursor.gotoFirstChild()) {
      depth += 1;
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return;
      depth -= 1;
    }
  }
}

/** The fields of a record that are there, each as its text. */
export interface FieldTexts {
  readonly id?: string;
  readonly runlevels?: string;
  readonly action?: string;
  readonly process?: string;
}

/** A line that is not blank, with its range. */
export type Line =
  | { readonly kind: "comment"; readonly start: number; readonly end: number }
  | { readonly kind: "record"; readonly start: number; readonly end: number; readonly fields: FieldTexts };

/** The records and comments of a tree in their order. */
export function linesOf(root: Cursor, text: string): Line[] {
  const lines: Line[] = [];
  let fields: Record<string, string> = {};
  walk(root, (node, depth) => {
    const { startIndex: start, endIndex: end } = node;
    if (depth === 1) {
      fields = {};
      if (node.nodeType === "comment") lines.push({ kind: "comment", start, end });
      else lines.push({ kind: "record", start, end, fields });
    }
    if (depth === 2 && node.currentFieldName) fields[node.currentFieldName] = text.slice(start, end);
  });
  return lines;
}
