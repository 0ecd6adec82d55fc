// Simple commands: assignments, words and redirections, whatever form the grammar has for them.

import type { ShellAssignment, ShellRedirect, ShellSimpleCommand, ShellWord } from "@inittab/core";
import type { ChainToken } from "./chain.ts";
import { errorType, type SyntaxNode } from "./syntax.ts";
import { literalTypes, type WordContext, wordOf, wordsOf, wordsSoon } from "./words.ts";

/** The nodes that are simple commands. */
export const simpleTypes: ReadonlySet<string> = new Set([
  "command",
  "declaration_command",
  "test_command",
  "unset_command",
  "variable_assignment",
  "variable_assignments",
]);

interface Pieces {
  readonly assignments: ShellAssignment[];
  readonly words: SyntaxNode[];
  readonly redirects: ShellRedirect[];
  end: number;
}

/** The command of a chain's operand; undefined where the parser was in doubt. */
export function simpleCommand(
  context: WordContext,
  { node, start, redirects }: ChainToken & { readonly kind: "operand" },
): ShellSimpleCommand | undefined {
  if (node !== undefined && (node.hasError || !simpleTypes.has(node.type))) return undefined;
  if (redirects.some(({ type, hasError }) => hasError && type !== "heredoc_redirect")) return undefined;
  const pieces: Pieces = { assignments: [], words: [], redirects: [], end: node?.end ?? start };
  const understood = node === undefined || take(context, pieces, node);
  for (const redirect of redirects) takeRedirect(context, pieces, redirect);
  if (!understood) return undefined;
  const nodes = pieces.words.toSorted((one, other) => one.start - other.start);
  // Whoever asks for redirections alone looks whether there are words among them.
  const words = node === undefined ? wordsOf(context, nodes) : wordsSoon(context, nodes);
  const doubtful = node?.type === "test_command" && node.doubtful;
  return {
    kind: "command",
    start,
    end: pieces.end,
    assignments: pieces.assignments,
    words: doubtful ? doubtfulTest(context, node) : words,
    redirects: pieces.redirects,
    background: false,
  };
}

/** A test whose inside could not be read: one word that is not known. */
function doubtfulTest({ text }: WordContext, { start, end, children }: SyntaxNode): ShellWord[] {
  const open = children[0];
  const from = open?.end ?? start + 1;
  const to = end - (from - start);
  const plain = (at: number, until: number): ShellWord => {
    const written = text.slice(at, until);
    const part = { kind: "text", start: at, end: until, text: written, quoted: false } as const;
    return { start: at, end: until, text: written, parts: [part] };
  };
  const inside: ShellWord = {
    start: from,
    end: to,
    text: text.slice(from, to),
    parts: [{ kind: "other", start: from, end: to }],
  };
  return [plain(start, from), inside, plain(to, end)];
}

/** Whether the node has a form that is known. */
function take(context: WordContext, pieces: Pieces, node: SyntaxNode): boolean {
  switch (node.type) {
    case "variable_assignment":
      return takeAssignment(context, pieces, node);
    case "variable_assignments":
      return node.children.every((child) => takeAssignment(context, pieces, child));
    case "test_command":
      takeLeaves(context, pieces, node);
      return true;
    case "declaration_command":
    case "unset_command":
    case "command":
      return withWholeValues(node.children).every((child) => takePart(context, pieces, node, child));
    default:
      return false;
  }
}

/**
 * The value of `NAME=word`command`word` ends at the first back-quote for the grammar, which takes the rest for another word;
 * here it is the value that it is to the shell.
 */
function withWholeValues(children: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const whole: SyntaxNode[] = [];
  for (const child of children) {
    const last = whole.at(-1);
    if (last?.type !== "variable_assignment" || last.end !== child.start) {
      whole.push(child);
      continue;
    }
    const torn = child.type === "command_name" ? child.children : [child];
    const values = torn.map((each) => ({ ...each, field: "value" }));
    whole[whole.length - 1] = { ...last, end: child.end, children: [...last.children, ...values] };
  }
  return whole;
}

function takePart(context: WordContext, pieces: Pieces, command: SyntaxNode, child: SyntaxNode): boolean {
  switch (child.type) {
    case "variable_assignment":
      // What `export` and its like set are arguments too.
      if (command.type === "declaration_command") pieces.words.push(...leavesOf(child));
      return takeAssignment(context, pieces, child);
    case "command_name":
      pieces.words.push(...child.children);
      return true;
    case "file_redirect":
    case "herestring_redirect":
      takeRedirect(context, pieces, child);
      return true;
    case "subshell":
    case errorType:
      return false;
    default:
      pieces.words.push(child);
      return true;
  }
}

function takeAssignment(context: WordContext, pieces: Pieces, node: SyntaxNode): boolean {
  const { start, end, children } = node;
  const name = children.find(({ field }) => field === "name");
  if (name === undefined) return false;
  const values = children.filter(({ field }) => field === "value");
  const simple =
    name.type === "variable_name" &&
    children.some(({ type }) => type === "=") &&
    values.every(({ type }) => type !== "array");
  const { text } = context;
  const empty: ShellWord = { start: end, end, text: "", parts: [] };
  pieces.assignments.push({
    start,
    end,
    name: text.slice(name.start, name.end).replace(/\[[\s\S]*$/, ""),
    value: !simple ? undefined : values.length === 0 ? empty : wordOf(context, values),
  });
  return true;
}

/** The words of a test: the grammar makes expressions of them, the shell does not. */
function takeLeaves(context: WordContext, pieces: Pieces, node: SyntaxNode): void {
  for (const leaf of leavesOf(node))
    if (leaf.type === "file_redirect" || leaf.type === "herestring_redirect")
      takeRedirect(context, pieces, leaf);
    else pieces.words.push(leaf);
}

function leavesOf(node: SyntaxNode): readonly SyntaxNode[] {
  const leaves: SyntaxNode[] = [];
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const isLeaf =
      next.children.length === 0 || literalTypes.has(next.type) || next.type.endsWith("_redirect");
    if (!isLeaf) open.push(...next.children.toReversed());
    else if (next.end > next.start) leaves.push(next);
  }
  return leaves;
}

function takeRedirect(context: WordContext, pieces: Pieces, node: SyntaxNode): void {
  const { text } = context;
  const { start, children, type } = node;
  if (type === "heredoc_redirect") {
    const open = children.find((child) => child.type === "heredoc_start");
    const end = open?.end ?? start;
    const operator = text.slice(start, open?.start ?? start).trim();
    pieces.redirects.push({ start, end, operator, target: undefined });
    pieces.end = Math.max(pieces.end, end);
    return;
  }
  if (type !== "file_redirect" && type !== "herestring_redirect") {
    // A word behind a here-document's beginning.
    pieces.words.push(node);
    pieces.end = Math.max(pieces.end, node.end);
    return;
  }
  const targets = children.filter((child) => literalTypes.has(child.type));
  const [first, ...rest] = targets;
  const sign = children.find((child) => /^[<>&]/.test(child.type));
  const closes = sign?.type.endsWith("-") === true;
  const target = closes ? undefined : first;
  pieces.redirects.push({
    start,
    end: target?.end ?? sign?.end ?? node.end,
    operator: text.slice(start, sign?.end ?? start),
    target: target === undefined ? undefined : wordOf(context, [target]),
  });
  // The grammar takes all words behind a redirection for its target.
  pieces.words.push(...(closes ? targets : rest));
  pieces.end = Math.max(pieces.end, node.end);
}
