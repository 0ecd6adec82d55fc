// Words of the shell: what is written, and what is known of what it becomes.

import type { ShellStatement, ShellWord, ShellWordPart, TextRange } from "@inittab/core";
import type { SyntaxNode } from "./syntax.ts";

/** What a word needs of its surroundings. */
export interface WordContext {
  readonly text: string;
  /** The statements of a command substitution. */
  readonly statements: (nodes: readonly SyntaxNode[]) => readonly ShellStatement[];
  /** Does something before anybody looks at the statements, but not at once. */
  readonly soon: (work: () => void) => void;
}

/** Nodes that are words or parts of words. */
export const literalTypes: ReadonlySet<string> = new Set([
  "ansi_c_string",
  "arithmetic_expansion",
  "array",
  "brace_expression",
  "command_substitution",
  "concatenation",
  "expansion",
  "extglob_pattern",
  "number",
  "process_substitution",
  "raw_string",
  "regex",
  "simple_expansion",
  "string",
  "subscript",
  "test_operator",
  "translated_string",
  "variable_name",
  "word",
]);

/** The words that these nodes are; nodes that touch each other are one word. */
export function wordsOf(context: WordContext, nodes: readonly SyntaxNode[]): ShellWord[] {
  return touching(nodes).map((group) => wordOf(context, group));
}

/** So many words, or pieces of one, are made in one go. */
const atOnce = 500;

/** The same, of which a long list is filled later. */
export function wordsSoon(context: WordContext, nodes: readonly SyntaxNode[]): ShellWord[] {
  const groups = touching(nodes);
  const words: ShellWord[] = [];
  const add = (some: readonly SyntaxNode[][]) => {
    for (const group of some) words.push(wordOf(context, group));
  };
  piecemeal(context, groups, add);
  return words;
}

function touching(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last?.at(-1)?.end === node.start) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** The word that these nodes, which must touch, are together. */
export function wordOf(context: WordContext, nodes: readonly SyntaxNode[]): ShellWord {
  const start = nodes[0]?.start ?? 0;
  const end = nodes.at(-1)?.end ?? start;
  const text = context.text.slice(start, end);
  const pieces = nodes.flatMap((node) => (isJoined(node) ? node.children : [node]));
  const parts: ShellWordPart[] = [];
  const add = (some: readonly SyntaxNode[]) => {
    for (const piece of some) parts.push(...partsOf(context, piece, false));
  };
  piecemeal(context, pieces, add);
  return { start, end, text, parts };
}

/** A word of several pieces that the grammar is sure of. */
function isJoined({ type, doubtful, hasError }: SyntaxNode): boolean {
  return type === "concatenation" && !doubtful && !hasError;
}

/** Adds a long list some at a time, and later. */
function piecemeal<T>(context: WordContext, list: readonly T[], add: (some: readonly T[]) => void): void {
  if (list.length <= atOnce) add(list);
  else {
    // What is to be done soon is done in the opposite order.
    for (let from = atOnce * Math.floor(list.length / atOnce); from >= 0; from -= atOnce)
      context.soon(() => add(list.slice(from, from + atOnce)));
  }
}

function partsOf(context: WordContext, node: SyntaxNode, quoted: boolean): ShellWordPart[] {
  const { start, end } = node;
  const written = context.text.slice(start, end);
  const other: ShellWordPart = { start, end, kind: "other" };
  if (node.doubtful || node.hasError) return [other];
  switch (node.type) {
    case "raw_string":
      return [{ start, end, kind: "text", text: written.slice(1, -1), quoted: true }];
    case "ansi_c_string":
      if (written.includes("\\")) return [other];
      return [{ start, end, kind: "text", text: written.slice(2, -1), quoted: true }];
    case "string":
      return stringParts(context, node);
    case "translated_string":
      return node.children.flatMap((child) =>
        child.type === "string" ? partsOf(context, child, quoted) : [],
      );
    case "concatenation":
      return node.children.flatMap((child) => partsOf(context, child, quoted));
    case "simple_expansion":
      // The shell takes one digit, the grammar all.
      if (/^\$\d\d/.test(written)) return [other];
      return [{ start, end, kind: "variable", name: written.slice(1), form: "", quoted }];
    case "expansion":
      return [expansionPart(node, written, quoted) ?? other];
    case "command_substitution":
      return [{ start, end, kind: "substitution", body: context.statements(substituted(node)), quoted }];
    case "arithmetic_expansion":
    case "array":
    case "brace_expression":
    case "process_substitution":
    case "subscript":
      return [other];
    case "``":
      return [];
    default:
      if (node.children.length > 0 || /["'`$]/.test(written.replace(/\\[\s\S]|^\$$/g, ""))) return [other];
      return plainParts(written, start, quoted);
  }
}

function substituted({ children }: SyntaxNode): readonly SyntaxNode[] {
  return children.filter(({ type }) => !["$(", ")", "`", "$`"].includes(type));
}

/** `${NAME…}`; undefined for a length, an indirect name, or an element of an array. */
function expansionPart(range: TextRange, written: string, quoted: boolean): ShellWordPart | undefined {
  const match = /^\$\{([A-Za-z_]\w*|\d+|[@*#?$!-])([\s\S]*)\}$/.exec(written);
  const [, name = "", form = ""] = match ?? [];
  if (
    match === null ||
    form.startsWith("[") ||
    (name === "#" && form !== "") ||
    (name === "!" && form !== "")
  )
    return undefined;
  return { start: range.start, end: range.end, kind: "variable", name, form, quoted };
}

/** Blanks and newlines of a string are in no node, so that text is what lies between the others. */
function stringParts(context: WordContext, { start, end, children }: SyntaxNode): ShellWordPart[] {
  const parts: ShellWordPart[] = [];
  let at = start + 1;
  const addText = (to: number) => {
    if (to > at)
      parts.push({
        start: at,
        end: to,
        kind: "text",
        text: context.text.slice(at, to).replace(/\\(?:\n|([$`"\\]))/g, "$1"),
        quoted: true,
      });
  };
  for (const child of children) {
    if (child.type === "string_content" || child.type === '"' || child.type === "$") continue;
    addText(child.start);
    parts.push(...partsOf(context, child, true));
    at = child.end;
  }
  addText(end - 1);
  if (parts.length === 0) return [{ start, end, kind: "text", text: "", quoted: true }];
  return parts;
}

/** Unquoted text; what a backslash protects is a part of its own. */
function plainParts(written: string, start: number, quoted: boolean): ShellWordPart[] {
  if (!written.includes("\\"))
    return [{ start, end: start + written.length, kind: "text", text: written, quoted }];
  const parts: ShellWordPart[] = [];
  for (const match of written.matchAll(/[^\\]+|\\(?:\n|([\s\S])|$)/g)) {
    const from = start + match.index;
    const [piece, protectedCharacter] = match;
    const isEscape = piece.startsWith("\\");
    if (piece === "\\\n") continue;
    parts.push({
      start: from,
      end: from + piece.length,
      kind: "text",
      text: isEscape ? (protectedCharacter ?? "\\") : piece,
      quoted: quoted || isEscape,
    });
  }
  return parts;
}
