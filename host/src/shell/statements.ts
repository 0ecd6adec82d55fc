// Statements of the shell, from the tree that the grammar gives. The grammar lets `&&`, `|`, `!` and redirections bind
// otherwise than the shell does, so that chains of them are taken apart and put together again.

import {
  type ShellCaseArm,
  type ShellGroup,
  type ShellIf,
  type ShellLoop,
  type ShellRedirect,
  type ShellStatement,
  type ShellUnknown,
  type ShellWord,
  type Slices,
  spend,
  type TextRange,
} from "@inittab/core";
import { type ChainToken, chainOf } from "./chain.ts";
import { simpleCommand, simpleTypes } from "./simple-command.ts";
import { errorType, type SyntaxNode } from "./syntax.ts";
import { type WordContext, wordOf, wordsOf } from "./words.ts";

/** The deepest nesting that is followed, so that recursion over the statements is safe. */
const deepest = 100;

/** The longest chain of `&&`, `||` and `|`, for the same reason. */
const longestChain = 200;

/** The statements of a whole script. */
export function* readStatements(text: string, root: SyntaxNode): Slices<readonly ShellStatement[]> {
  // A list is handed out empty, and filled when its turn has come: nobody looks into it before all are done.
  const waiting: (Waiting | (() => void))[] = [];
  const later: Later = (nodes, depth) => {
    const statements: ShellStatement[] = [];
    waiting.push({ nodes, depth, statements });
    return statements;
  };
  const soon = (work: () => void) => void waiting.push(work);
  const meter = { spent: 0 };
  const body = later(root.children, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === "function") {
      next();
      if (spend(meter, workCost)) yield;
      continue;
    }
    const { nodes, depth, statements } = next;
    const context = contextAt({ text, later, soon }, depth);
    for (const node of nodes) {
      addStatement(context, statements, node);
      if (spend(meter, statementCost + node.children.length)) yield;
    }
  }
  return body;
}

/** A statement, and what is done soon, takes about as long as so many things in a list. */
const statementCost = 5;
const workCost = 2_000;

/** A list that is not filled yet. */
interface Waiting {
  readonly nodes: readonly SyntaxNode[];
  readonly depth: number;
  readonly statements: ShellStatement[];
}

/** The list that will hold the statements of these nodes. */
type Later = (nodes: readonly SyntaxNode[], depth: number) => readonly ShellStatement[];

interface Context extends WordContext {
  readonly depth: number;
  readonly later: Later;
}

function contextAt(around: Pick<Context, "text" | "later" | "soon">, depth: number): Context {
  return { ...around, depth, statements: (inner) => around.later(inner, depth + 1) };
}

function addStatement(context: Context, statements: ShellStatement[], node: SyntaxNode): void {
  const last = statements.at(-1);
  if (node.type === "&" && last !== undefined) statements[statements.length - 1] = inBackground(last);
  else if (node.type === errorType) statements.push(unknown(node));
  else if (statementTypes.has(node.type)) statements.push(statement(context, node));
}

const compoundTypes: ReadonlySet<string> = new Set([
  "c_style_for_statement",
  "case_statement",
  "compound_statement",
  "for_statement",
  "function_definition",
  "if_statement",
  "subshell",
  "while_statement",
]);

const statementTypes: ReadonlySet<string> = new Set([
  ...compoundTypes,
  ...simpleTypes,
  "list",
  "negated_command",
  "pipeline",
  "redirected_statement",
]);

function unknown({ start, end }: TextRange): ShellUnknown {
  return { kind: "unknown", start, end };
}

function inBackground(statement: ShellStatement): ShellStatement {
  switch (statement.kind) {
    case "command":
    case "pipeline":
    case "group":
      return { ...statement, background: true };
    case "unknown":
      return statement;
    default: {
      const { start, end } = statement;
      return {
        kind: "group",
        start,
        end,
        subshell: true,
        body: [statement],
        redirects: [],
        background: true,
      };
    }
  }
}

function statement(context: Context, node: SyntaxNode): ShellStatement {
  if (context.depth > deepest) return unknown(node);
  const tokens = chainOf(node);
  if (tokens === undefined || tokens.length > longestChain) return unknown(node);
  let at = 0;
  const operator = (...wanted: readonly string[]): string | undefined => {
    const token = tokens[at];
    if (token?.kind !== "operator" || !wanted.includes(token.operator)) return undefined;
    at++;
    return token.operator;
  };
  const pipeline = (): ShellStatement | undefined => {
    const start = tokens[at]?.start ?? node.start;
    let negated = false;
    while (operator("!") !== undefined) negated = !negated;
    const parts: ShellStatement[] = [];
    do {
      const token = tokens[at++];
      if (token?.kind !== "operand") return undefined;
      parts.push(operand(context, token));
    } while (operator("|", "|&") !== undefined);
    const [only] = parts;
    if (parts.length === 1 && !negated) return only;
    const end = parts.at(-1)?.end ?? start;
    return { kind: "pipeline", start, end, negated, parts, background: false };
  };
  let left = pipeline();
  for (;;) {
    if (left === undefined) return unknown(node);
    const between = operator("&&", "||");
    if (between === undefined) break;
    const right = pipeline();
    if (right === undefined) return unknown(node);
    left = {
      kind: "and-or",
      start: left.start,
      end: right.end,
      operator: between === "&&" ? "&&" : "||",
      left,
      right,
    };
  }
  return at === tokens.length ? left : unknown(node);
}

function operand(context: Context, token: ChainToken & { readonly kind: "operand" }): ShellStatement {
  const { node } = token;
  if (node === undefined || !compoundTypes.has(node.type))
    return simpleCommand(context, token) ?? unknown(node ?? { ...token, end: token.start });
  const found = compound(context, node);
  if (token.redirects.length === 0 || found.kind === "unknown") return found;
  // Words behind the redirection of a compound are none of the shell's grammar.
  const moved = simpleCommand(context, { ...token, node: undefined });
  if (moved === undefined || moved.words.length > 0) return unknown(node);
  return redirected(found, moved.redirects, moved.end);
}

function redirected(
  statement: ShellStatement,
  redirects: readonly ShellRedirect[],
  end: number,
): ShellStatement {
  if (statement.kind === "group")
    return { ...statement, end, redirects: [...statement.redirects, ...redirects] };
  return {
    kind: "group",
    start: statement.start,
    end,
    subshell: false,
    body: [statement],
    redirects,
    background: false,
  };
}

function compound(context: Context, node: SyntaxNode): ShellStatement {
  const { start, end, children } = node;
  const inner = { ...context, depth: context.depth + 1 };
  // The parts of these are told apart by their keywords, which an error may have swallowed.
  if (children.some(({ type, hasError }) => type === errorType || (hasError && !mayHoldError.has(type))))
    if (node.type !== "compound_statement" && node.type !== "subshell") return unknown(node);
  switch (node.type) {
    case "compound_statement":
    case "subshell":
      return group(inner, node);
    case "if_statement":
      return ifStatement(inner, node);
    case "case_statement": {
      const subject = children.find(({ field }) => field === "value");
      if (subject === undefined) return unknown(node);
      return {
        kind: "case",
        start,
        end,
        subject: wordOf(inner, [subject]),
        arms: children.filter(({ type }) => type === "case_item").map((item) => caseArm(inner, item)),
      };
    }
    case "function_definition":
      return functionDefinition(inner, node);
    default:
      return loop(inner, node);
  }
}

/** Compounds and statements: an error in one of these is its own matter. */
const mayHoldError: ReadonlySet<string> = new Set([
  ...statementTypes,
  "case_item",
  "do_group",
  "elif_clause",
  "else_clause",
]);

function group(context: Context, { start, end, children, type }: SyntaxNode): ShellStatement {
  if (children[0]?.type === "((") {
    const word: ShellWord = {
      start,
      end,
      text: context.text.slice(start, end),
      parts: [{ kind: "text", start, end: start + 2, text: "((", quoted: false }],
    };
    return { kind: "command", start, end, assignments: [], words: [word], redirects: [], background: false };
  }
  const made: ShellGroup = {
    kind: "group",
    start,
    end,
    subshell: type === "subshell",
    body: context.later(children, context.depth),
    redirects: [],
    background: false,
  };
  return made;
}

function ifStatement(context: Context, { start, end, children }: SyntaxNode): ShellIf {
  const branches: { condition: readonly ShellStatement[]; body: readonly ShellStatement[] }[] = [];
  let otherwise: readonly ShellStatement[] = [];
  const addBranch = (nodes: readonly SyntaxNode[]) => {
    const then = nodes.findIndex(({ type }) => type === "then");
    branches.push({
      condition: context.later(nodes.slice(0, then), context.depth),
      body: context.later(nodes.slice(then + 1), context.depth),
    });
  };
  const isClause = ({ type }: SyntaxNode) => type === "elif_clause" || type === "else_clause";
  addBranch(children.filter((child) => !isClause(child)));
  for (const clause of children.filter(isClause)) {
    if (clause.type === "elif_clause") addBranch(clause.children);
    else otherwise = context.later(clause.children, context.depth);
  }
  return { kind: "if", start, end, branches, otherwise };
}

function caseArm(context: Context, { start, end, children }: SyntaxNode): ShellCaseArm {
  const behindPatterns = children.findIndex(({ type }) => type === ")");
  return {
    start,
    end,
    patterns: wordsOf(
      context,
      children.filter(({ field }) => field === "value"),
    ),
    body: context.later(children.slice(behindPatterns + 1), context.depth),
    fallsThrough: children.some(({ type }) => type === ";&" || type === ";;&"),
  };
}

function functionDefinition(context: Context, node: SyntaxNode): ShellStatement {
  const { start, end, children } = node;
  const name = children.find(({ field }) => field === "name");
  const body = children.find(({ field }) => field === "body");
  if (name === undefined || body === undefined) return unknown(node);
  const statements: ShellStatement[] = [];
  addStatement(context, statements, body);
  const [only] = statements;
  const redirects = children.filter(({ field }) => field === "redirect");
  const plain = only?.kind === "group" && !only.subshell && redirects.length === 0 ? only.body : undefined;
  const moved = simpleCommand(context, { kind: "operand", start, node: undefined, redirects });
  return {
    kind: "function",
    start,
    end,
    name: context.text.slice(name.start, name.end),
    nameRange: { start: name.start, end: name.end },
    body:
      plain ??
      (only === undefined || redirects.length === 0
        ? statements
        : [redirected(only, moved?.redirects ?? [], end)]),
  };
}

function loop(context: Context, node: SyntaxNode): ShellLoop {
  const { start, end, children, type } = node;
  const body = children.find(({ field }) => field === "body");
  const behind = body === undefined ? -1 : children.indexOf(body);
  const variable = children.find(({ field }) => field === "variable");
  return {
    kind: "loop",
    start,
    end,
    condition: type === "while_statement" ? context.later(children.slice(0, behind), context.depth) : [],
    variable: variable === undefined ? undefined : context.text.slice(variable.start, variable.end),
    words:
      type === "for_statement"
        ? wordsOf(
            context,
            children.filter(({ field }) => field === "value"),
          )
        : [],
    body: context.later(body?.children ?? [], context.depth),
  };
}
