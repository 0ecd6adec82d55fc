// A small part of the shell's grammar: words with quotes, lists with ; && || & and newlines, pipelines, groups and
// subshells, assignments, redirections. What lies beyond is told as `unsupported`.

/** A piece of a word; `quoted` pieces are not split or stripped. */
type WordPart =
  | { readonly kind: "text"; readonly text: string; readonly quoted: boolean }
  | { readonly kind: "variable"; readonly name: string; readonly quoted: boolean }
  /** What `echo` says in a command substitution; no other command is run in one. */
  | { readonly kind: "echo"; readonly words: readonly Word[]; readonly quoted: boolean };

/** A word before expansion. */
export type Word = readonly WordPart[];

/** Something that the shell runs. */
export type ShellNode =
  | {
      readonly kind: "simple";
      readonly assignments: readonly { readonly name: string; readonly value: Word }[];
      readonly words: readonly Word[];
      /** Where standard input is taken from; undefined: from where it was. */
      readonly input: Word | undefined;
      /** Where standard output goes; undefined: to where it went. */
      readonly output: Word | undefined;
    }
  | { readonly kind: "pipeline"; readonly parts: readonly ShellNode[]; readonly inverted: boolean }
  | { readonly kind: "and" | "or"; readonly left: ShellNode; readonly right: ShellNode }
  | { readonly kind: "list"; readonly items: readonly ListItem[] }
  | { readonly kind: "subshell"; readonly body: ShellNode };

/** One command of a list. */
interface ListItem {
  readonly node: ShellNode;
  readonly background: boolean;
}

/** A parsed script, or why it is none: `near` is the token at which the shell gives up. */
export type Parsed =
  | { readonly kind: "script"; readonly body: ShellNode }
  | {
      readonly kind: "error";
      readonly near: string;
      /** Where a parenthesis behind a single word looks like the head of a function: what stands behind it. */
      readonly behind?: string;
    }
  | { readonly kind: "unsupported"; readonly what: string };

type Token =
  | { readonly kind: "word"; readonly word: Word; readonly raw: string }
  | { readonly kind: "operator"; readonly text: string }
  | { readonly kind: "input" | "output"; readonly word: Word };

class Unsupported extends Error {}
class SyntaxProblem extends Error {
  readonly behind: string | undefined;
  constructor(near: string, behind?: string) {
    super(near);
    this.behind = behind;
  }
}

/** Words that begin or end what this shell does not know. */
const reserved = new Set("if then else elif fi for while until do done case esac function select".split(" "));

const operators = [";;", "&&", "||", ";", "&", "|", "(", ")", "\n"];
const redirection = /^\d*(?:<<<|<<-?|<>|<&|>&|>>|>\||&>>?|<|>)/;

/** Parses a script; never throws. */
export function parseShell(script: string): Parsed {
  try {
    const parser = { tokens: tokens(script), at: 0 };
    const body = list(parser, undefined);
    const rest = parser.tokens[parser.at];
    if (rest !== undefined) throw new SyntaxProblem(tokenText(rest));
    return { kind: "script", body };
  } catch (problem) {
    if (problem instanceof Unsupported) return { kind: "unsupported", what: problem.message };
    if (problem instanceof SyntaxProblem) {
      const { message: near, behind } = problem;
      return behind === undefined ? { kind: "error", near } : { kind: "error", near, behind };
    }
    throw problem;
  }
}

interface Parser {
  readonly tokens: readonly Token[];
  at: number;
}

function list(parser: Parser, until: string | undefined): ShellNode {
  const items: ListItem[] = [];
  skip(parser, "\n");
  while (!ends(parser, until)) {
    const node = andOr(parser);
    const background = isOperator(parser, "&");
    items.push({ node, background });
    if (!isOperator(parser, ";") && !isOperator(parser, "&") && !isOperator(parser, "\n")) break;
    parser.at++;
    skip(parser, "\n");
  }
  return { kind: "list", items };
}

function ends(parser: Parser, until: string | undefined): boolean {
  const token = parser.tokens[parser.at];
  if (token === undefined) return true;
  return until !== undefined && tokenText(token) === until;
}

function andOr(parser: Parser): ShellNode {
  let left = pipeline(parser);
  while (isOperator(parser, "&&") || isOperator(parser, "||")) {
    const kind = isOperator(parser, "&&") ? "and" : "or";
    parser.at++;
    skip(parser, "\n");
    left = { kind, left, right: pipeline(parser) };
  }
  return left;
}

function pipeline(parser: Parser): ShellNode {
  const inverted = isWord(parser, "!");
  if (inverted) parser.at++;
  const parts = [command(parser)];
  while (isOperator(parser, "|")) {
    parser.at++;
    skip(parser, "\n");
    parts.push(command(parser));
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined && !inverted ? only : { kind: "pipeline", parts, inverted };
}

function command(parser: Parser): ShellNode {
  const token = parser.tokens[parser.at];
  if (token === undefined) throw new SyntaxProblem("newline");
  if (token.kind === "operator") {
    if (token.text !== "(") throw new SyntaxProblem(token.text === "\n" ? "newline" : token.text);
    parser.at++;
    const body = list(parser, ")");
    expect(parser, ")");
    takeRedirections(parser);
    return { kind: "subshell", body };
  }
  if (token.kind === "word" && token.raw === "{") {
    parser.at++;
    const body = list(parser, "}");
    expect(parser, "}");
    takeRedirections(parser);
    return body;
  }
  if (token.kind === "word" && reserved.has(token.raw)) throw new Unsupported(token.raw);
  return simple(parser);
}

function simple(parser: Parser): ShellNode {
  const assignments: { name: string; value: Word }[] = [];
  const words: Word[] = [];
  let input: Word | undefined;
  let output: Word | undefined;
  for (let token = parser.tokens[parser.at]; ; token = parser.tokens[parser.at]) {
    if (token?.kind === "input" || token?.kind === "output") {
      if (token.kind === "input") input = token.word;
      else output = token.word;
      parser.at++;
      continue;
    }
    if (token?.kind !== "word") break;
    const assigned = words.length === 0 ? assignment(token.word) : undefined;
    if (assigned !== undefined) assignments.push(assigned);
    else words.push(token.word);
    parser.at++;
  }
  const next = parser.tokens[parser.at];
  if (next?.kind === "operator" && next.text === "(") {
    const behind = parser.tokens[parser.at + 1];
    const alone = words.length + assignments.length === 1 && input === undefined && output === undefined;
    throw new SyntaxProblem("(", alone ? (behind === undefined ? "newline" : tokenText(behind)) : undefined);
  }
  return { kind: "simple", assignments, words, input, output };
}

/** What a group reads and where it writes makes no difference here. */
function takeRedirections(parser: Parser): void {
  const isOne = (token: Token | undefined) => token?.kind === "input" || token?.kind === "output";
  while (isOne(parser.tokens[parser.at])) parser.at++;
}

function assignment(word: Word): { name: string; value: Word } | undefined {
  const [first, ...rest] = word;
  if (first?.kind !== "text" || first.quoted) return undefined;
  const match = /^([A-Za-z_]\w*)=(.*)$/s.exec(first.text);
  if (match === null) return undefined;
  return { name: match[1] ?? "", value: [{ ...first, text: match[2] ?? "" }, ...rest] };
}

function expect(parser: Parser, text: string): void {
  const token = parser.tokens[parser.at];
  if (token === undefined || tokenText(token) !== text)
    throw new SyntaxProblem(token === undefined ? "end of file" : tokenText(token));
  parser.at++;
}

function skip(parser: Parser, text: string): void {
  while (isOperator(parser, text)) parser.at++;
}

function isOperator(parser: Parser, text: string): boolean {
  const token = parser.tokens[parser.at];
  return token?.kind === "operator" && token.text === text;
}

function isWord(parser: Parser, raw: string): boolean {
  const token = parser.tokens[parser.at];
  return token?.kind === "word" && token.raw === raw;
}

function tokenText(token: Token): string {
  switch (token.kind) {
    case "word":
      return token.raw;
    case "input":
      return "<";
    case "output":
      return ">";
    case "operator":
      return token.text === "\n" ? "newline" : token.text;
  }
}

function tokens(script: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < script.length) {
    const rest = script.slice(at);
    const blank = /^(?:[ \t]|\\\n)+/.exec(rest)?.[0];
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    if (rest.startsWith("#")) {
      const end = script.indexOf("\n", at);
      at = end < 0 ? script.length : end;
      continue;
    }
    const redirects = redirection.exec(rest)?.[0];
    if (redirects !== undefined) {
      const { word, end } = redirectionTarget(script, at + redirects.length, redirects);
      if (/^0?<$/.test(redirects)) found.push({ kind: "input", word });
      else if (/^(?:1?>[>|]?|&>>?)$/.test(redirects)) found.push({ kind: "output", word });
      at = end;
      continue;
    }
    const operator = operators.find((text) => rest.startsWith(text));
    if (operator !== undefined) {
      found.push({ kind: "operator", text: operator });
      at += operator.length;
      continue;
    }
    const { word, end } = readWord(script, at);
    found.push({ kind: "word", word, raw: script.slice(at, end) });
    at = end;
  }
  return found;
}

function redirectionTarget(script: string, from: number, operator: string): { word: Word; end: number } {
  if (operator.includes("<<")) throw new Unsupported(operator);
  let at = from;
  while (script[at] === " " || script[at] === "\t") at++;
  const target = readWord(script, at);
  if (target.word.length === 0) throw new SyntaxProblem("newline");
  return target;
}

function readWord(script: string, from: number): { word: Word; end: number } {
  const word: WordPart[] = [];
  let at = from;
  while (at < script.length && !/[ \t\n;&|()<>]/.test(script.charAt(at))) {
    const character = script.charAt(at);
    if (character === "\\") {
      // At the very end it stands for itself.
      if (script[at + 1] !== "\n") word.push(text(script.charAt(at + 1) || character, true));
      at += 2;
    } else if (character === "'") {
      const end = script.indexOf("'", at + 1);
      if (end < 0) throw new SyntaxProblem("'");
      word.push(text(script.slice(at + 1, end), true));
      at = end + 1;
    } else if (character === '"') at = readDoubleQuoted(script, at + 1, word);
    else if (character === "$") at = readVariable(script, at, word, false);
    else if (character === "`") at = readSubstitution(script, at, word, false);
    else {
      const plain = /^[^ \t\n;&|()<>\\'"$`]+/.exec(script.slice(at))?.[0] ?? character;
      word.push(text(plain, false));
      at += plain.length;
    }
  }
  return { word, end: at };
}

function readDoubleQuoted(script: string, from: number, word: WordPart[]): number {
  let at = from;
  word.push(text("", true));
  while (script[at] !== '"') {
    if (at >= script.length) throw new SyntaxProblem('"');
    const character = script.charAt(at);
    if (character === "$") at = readVariable(script, at, word, true);
    else if (character === "`") at = readSubstitution(script, at, word, true);
    else if (character === "\\" && /[$`"\\\n]/.test(script.charAt(at + 1))) {
      if (script[at + 1] !== "\n") word.push(text(script.charAt(at + 1), true));
      at += 2;
    } else {
      word.push(text(character, true));
      at++;
    }
  }
  return at + 1;
}

function readVariable(script: string, at: number, word: WordPart[], quoted: boolean): number {
  const rest = script.slice(at);
  const match = /^\$(?:\{([A-Za-z_]\w*|\d|[#?@*$!-])\}|([A-Za-z_]\w*|\d|[#?@*$!-]))/.exec(rest);
  if (match !== null) {
    word.push({ kind: "variable", name: match[1] ?? match[2] ?? "", quoted });
    return at + match[0].length;
  }
  if (rest.startsWith("$(")) return readSubstitution(script, at, word, quoted);
  if (rest.startsWith("${")) throw new Unsupported("${");
  word.push(text("$", true));
  return at + 1;
}

/** `echo` is the only command whose words can be known without running anything. */
function readSubstitution(script: string, at: number, word: WordPart[], quoted: boolean): number {
  const isBackquote = script[at] === "`";
  const from = isBackquote ? at + 1 : at + 2;
  const end = script.indexOf(isBackquote ? "`" : ")", from);
  const inner = end < 0 ? undefined : script.slice(from, end);
  if (inner === undefined || /[`(\\$]/.test(inner)) throw new Unsupported(script.slice(at, from));
  const parsed = parseShell(inner);
  const items = parsed.kind === "script" && parsed.body.kind === "list" ? parsed.body.items : [];
  const node = items.length === 1 ? items[0]?.node : undefined;
  const [program, ...words] = node?.kind === "simple" && node.assignments.length === 0 ? node.words : [];
  const [part] = program ?? [];
  if (program?.length !== 1 || part?.kind !== "text" || part.text !== "echo")
    throw new Unsupported(script.slice(at, from));
  word.push({ kind: "echo", words, quoted });
  return end + 1;
}

function text(value: string, quoted: boolean): WordPart {
  return { kind: "text", text: value, quoted };
}
