// The grammar of commands. POSIX, Shell Command Language, 2.10, as the shells take it: what may be empty, and where a
// reserved word is one.

import {
  ahead,
  close,
  commandNext,
  expect,
  missesWord,
  newParser,
  next,
  open,
  type Parser,
  take,
  unexpected,
} from "./parser.ts";
import { Beyond, SyntaxProblem } from "./problem.ts";
import { nested, type Reader } from "./reader.ts";
import { readRedirection } from "./redirection.ts";
import {
  type AndOr,
  assignmentLength,
  type CaseArm,
  type Command,
  type CompoundCommand,
  type List,
  type Mark,
  type Pipeline,
  plainText,
  type Redirection,
  type SimpleCommand,
  type Word,
} from "./tree.ts";

/** Reads a whole script. */
export function readScript(reader: Reader): List {
  const parser = newParser(reader);
  const script = list(parser, true);
  if (next(parser) !== "end") unexpected(parser);
  return script;
}

/**
 * Reads the next line of commands of a script, with all that belongs to it; undefined at the end. A shell runs each before it
 * looks at what follows. Observed: dash 0.5.12, bash 5.2, BusyBox 1.35.0.
 */
export function readLine(parser: Parser): List | undefined {
  if (next(parser, commandNext) === "end") return undefined;
  const items: List["items"][number][] = [];
  while (true) {
    const node = andOr(parser);
    const after = next(parser);
    const operator = after === ";" || after === "&" || after === "\n" ? take(parser) : undefined;
    items.push({ node, operator });
    if (operator === undefined && after !== "end") unexpected(parser);
    if (operator === undefined || after === "\n") return { items };
    const name = next(parser, { reserved: true });
    if (name === "\n") take(parser);
    if (name === "\n" || name === "end") return { items };
  }
}

/** Reads the commands of a substitution, and the token that ends it. */
export function readCommands(reader: Reader, closing: ")" | undefined): List {
  const parser = newParser(reader);
  // A here-document does not outlive the substitution that it stands in.
  const outside = reader.hereDocuments;
  reader.hereDocuments = [];
  const commands = list(parser, false);
  reader.hereDocuments = outside;
  // Whatever follows a stray parenthesis in backquotes is never looked at. Observed: dash 0.5.12, BusyBox 1.35.0.
  if (closing === undefined) return commands;
  if (next(parser) !== closing) unexpected(parser, closing);
  return commands;
}

/** What ends a list; an error where a command is required first. */
const endsList: ReadonlySet<string> = new Set("end ) ;; ;& ;;& } do done elif else esac fi then".split(" "));

/** `filled`: an empty list is an error. */
function list(parser: Parser, filled: boolean): List {
  return nested(parser.reader, () => {
    const items: List["items"][number][] = [];
    while (true) {
      const name = next(parser, commandNext);
      if (name === "end" || (endsList.has(name) && !(filled && items.length === 0))) return { items };
      const node = andOr(parser);
      const after = next(parser);
      const operator = after === ";" || after === "&" || after === "\n" ? take(parser) : undefined;
      items.push({ node, operator });
      if (operator === undefined) return { items };
    }
  });
}

function andOr(parser: Parser): AndOr {
  const first = pipeline(parser);
  const rest: AndOr["rest"][number][] = [];
  for (let name = next(parser); name === "&&" || name === "||"; name = next(parser)) {
    const operator = take(parser);
    next(parser, commandNext);
    rest.push({ operator, pipeline: pipeline(parser) });
  }
  return { kind: "and-or", first, rest };
}

function pipeline(parser: Parser): Pipeline {
  let bang: Mark | undefined;
  while (next(parser) === "!" && (bang === undefined || parser.reader.facts.freeBangs)) {
    bang = take(parser);
    const name = next(parser, { reserved: true });
    if (parser.reader.facts.freeBangs && [";", "\n", "end", "&"].includes(name)) throw new Beyond("!");
  }
  const parts = [command(parser)];
  const operators: Mark[] = [];
  while (next(parser) === "|" || next(parser) === "|&") {
    operators.push(take(parser));
    const name = next(parser, commandNext);
    if (name === "!" && parser.reader.facts.freeBangs) throw new Beyond("!");
    parts.push(command(parser));
  }
  return { kind: "pipeline", bang, parts, operators };
}

function command(parser: Parser): Command {
  const name = next(parser);
  const { facts, source } = parser.reader;
  switch (name) {
    case "in":
      if (facts.reservesIn) break;
      return simple(parser);
    case "word":
      refuseOwn(parser);
      return simple(parser);
    case "redirection":
      return simple(parser);
    case "(":
      if (facts.arithmeticCommands && source.text.charAt(source.at) === "(") throw new Beyond("((");
      return compound(parser, () => ({ kind: "subshell", body: body(parser, ")") }));
    case "{":
      return compound(parser, () => ({ kind: "group", body: body(parser, "}") }));
    case "if":
      return compound(parser, () => readIf(parser));
    case "while":
    case "until":
      return compound(parser, () => {
        const test = list(parser, true);
        expect(parser, "do");
        return { kind: name, test, body: body(parser, "done") };
      });
    case "for":
      return compound(parser, () => readFor(parser));
    case "case":
      return compound(parser, () => readCase(parser));
  }
  return unexpected(parser);
}

/** Stops at commands that only this shell has. */
function refuseOwn(parser: Parser): void {
  const token = ahead(parser);
  const plain = token.kind === "word" ? plainText(token.word) : undefined;
  if (plain !== undefined && parser.reserves && parser.reader.facts.ownCommands.has(plain))
    throw new Beyond(plain);
}

/** A compound command without the fields that all of them have. */
type Inside = CompoundCommand extends infer Each
  ? Each extends CompoundCommand
    ? Omit<Each, "mark" | "redirections">
    : never
  : never;

/** Reads a compound command, from the token that begins it to the redirections after it. */
function compound(parser: Parser, read: () => Inside): CompoundCommand {
  const mark = open(parser);
  const inner = read();
  const redirections: Redirection[] = [];
  for (let name = next(parser, { reserved: true }); name === "redirection"; name = next(parser))
    redirections.push(readRedirection(parser));
  return { ...inner, mark, redirections };
}

/** Reads the commands of a compound command, and the token that ends it. */
function body(parser: Parser, closing: string): List {
  const commands = list(parser, true);
  close(parser, closing);
  return commands;
}

function readIf(parser: Parser): Inside {
  const branches: { test: List; body: List }[] = [];
  const branch = () => {
    const test = list(parser, true);
    expect(parser, "then");
    branches.push({ test, body: list(parser, true) });
  };
  branch();
  while (next(parser) === "elif") {
    take(parser);
    branch();
  }
  let otherwise: List | undefined;
  if (next(parser) === "else") {
    take(parser);
    otherwise = list(parser, true);
  }
  close(parser, "fi");
  return { kind: "if", branches, otherwise };
}

function readFor(parser: Parser): Inside {
  const name = loopVariable(parser);
  let words: Word[] | undefined;
  if (next(parser, commandNext) === "in") {
    take(parser);
    words = [];
    for (let token = ahead(parser); token.kind === "word"; token = ahead(parser)) {
      words.push(token.word);
      take(parser);
    }
    const end = next(parser);
    if (end !== ";" && end !== "\n") unexpected(parser, "do", "silent");
    take(parser);
  } else if (next(parser) === ";") take(parser);
  // Some shells accept a body in braces.
  if (next(parser, commandNext) === "{" && parser.reader.facts.names === "any") throw new Beyond("for {");
  expect(parser, "do");
  return { kind: "for", name, words, body: body(parser, "done") };
}

function loopVariable(parser: Parser): string {
  const token = ahead(parser);
  const { facts } = parser.reader;
  const name = token.kind === "word" ? plainText(token.word) : undefined;
  const isName = name !== undefined && /^[A-Za-z_]\w*$/.test(name);
  if (token.kind === "end") unexpected(parser);
  if (facts.names === "any" && !isName && (token.kind === "word" || token.text === "("))
    throw new Beyond("for");
  if (!isName) missesWord(parser, "loop-variable");
  take(parser);
  return name;
}

function readCase(parser: Parser): Inside {
  const token = ahead(parser);
  if (token.kind === "end") unexpected(parser);
  if (token.kind !== "word") return missesWord(parser, "case-word");
  take(parser);
  next(parser, commandNext);
  expect(parser, "in");
  const arms: CaseArm[] = [];
  while (next(parser, commandNext) !== "esac") {
    const patterns = readPatterns(parser);
    const body = list(parser, false);
    const name = next(parser, commandNext);
    const end = name === ";&" || name === ";;&" ? name : ";;";
    arms.push({ patterns, body, end });
    if (name === "esac") break;
    if (name !== end) unexpected(parser, ";;");
    take(parser);
  }
  close(parser, "esac");
  return { kind: "case", word: token.word, arms };
}

/** Reads patterns, which may be any tokens: dash does not check them. Observed: dash 0.5.12, BusyBox 1.35.0. */
function readPatterns(parser: Parser): readonly Word[] {
  const patterns: Word[] = [];
  const readPattern = () => {
    const token = take(parser);
    if (token.kind === "word") patterns.push(token.word);
  };
  if (next(parser) === "(") take(parser);
  readPattern();
  while (next(parser) === "|") {
    take(parser);
    readPattern();
  }
  expect(parser, ")");
  return patterns;
}

function simple(parser: Parser): Command {
  const assignments: Word[] = [];
  const words: Word[] = [];
  const redirections: Redirection[] = [];
  const { facts } = parser.reader;
  parser.reserves = false;
  for (let token = ahead(parser); ; token = ahead(parser)) {
    if (token.kind === "redirection") redirections.push(readRedirection(parser));
    else if (token.kind === "word") {
      take(parser);
      if (facts.bracketsAnywhere && plainText(token.word) === "[[") throw new Beyond("[[");
      if (words.length === 0 && assignmentLength(token.word) !== undefined) assignments.push(token.word);
      else words.push(token.word);
    } else break;
  }
  const [name] = words;
  const isAlone = words.length === 1 && assignments.length === 0 && redirections.length === 0;
  if (next(parser) === "(" && isAlone && name !== undefined) return readFunction(parser, name);
  const command: SimpleCommand = { kind: "simple", assignments, words, redirections };
  return command;
}

/** Builtins whose names cannot be given to a function. */
const specialBuiltins: ReadonlySet<string> = new Set(
  ". : break continue eval exec exit export readonly return set shift times trap unset".split(" "),
);

function readFunction(parser: Parser, name: Word): Command {
  const parenthesis = take(parser);
  if (next(parser) !== ")") {
    const behind = ahead(parser);
    const range = { start: parenthesis.start, end: parenthesis.end };
    const text = behind.kind === "end" || behind.text === "\n" ? "newline" : behind.text;
    throw new SyntaxProblem({ kind: "parenthesis", range, near: "(", behind: text });
  }
  take(parser);
  const plain = plainText(name);
  if (plain === undefined || !/^[A-Za-z_]\w*$/.test(plain) || specialBuiltins.has(plain)) {
    if (parser.reader.facts.names === "any") throw new Beyond("function");
    const range = { start: name.start, end: name.end };
    throw new SyntaxProblem({ kind: "function-name", range, near: "(", behind: ")" });
  }
  next(parser, commandNext);
  return { kind: "function", name, body: nested(parser.reader, () => command(parser)) };
}
