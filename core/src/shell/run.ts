// The small shell at work. It runs nothing itself: it yields what it wants done and is told the exit code.

import { type Parsed, parseShell, type ShellNode, type Word } from "./parse.ts";

/** What the shell asks of the world. */
export type ShellRequest =
  /** A program as a child; the answer is its exit code, or null if there is no such program. */
  | ({ readonly kind: "run" } & ShellCommandRequest)
  /** The shell becomes this program. Answered only if there is no such program. */
  | ({ readonly kind: "exec" } & ShellCommandRequest)
  /** A copy of the shell as a child; in the background it is not waited for. */
  | { readonly kind: "fork"; readonly shell: Shell; readonly background: boolean }
  /** Something on the console, or on another terminal. */
  | { readonly kind: "output"; readonly text: string; readonly to?: string };

/** A program that the shell wants to be run. */
export interface ShellCommandRequest {
  readonly argv: readonly string[];
  readonly environment: Variables;
  /** The file that standard input is taken from, if not from where the shell takes its own. */
  readonly input?: string;
}

/** How a shell words what goes wrong; programs differ in that. */
export interface ShellWording {
  readonly syntaxError: (name: string, problem: Extract<Parsed, { kind: "error" }>) => string;
  readonly notFound: (name: string, program: string) => string;
  readonly noInput: (name: string, path: string) => string;
  /** For a program that exists and must not be executed; the answer to the request is then `denied`. */
  readonly denied?: (name: string, program: string) => string;
  /** Whether what `echo` says is seen. */
  readonly echoes?: boolean;
}

/** The answer to a request for a program that exists and must not be executed. */
export const denied = -1;

/** Variables by name. */
type Variables = Readonly<Record<string, string>>;

/** A shell at work; ends with its exit code. */
export type Shell = Generator<ShellRequest, number, number | null>;

/** How a shell is started. */
export interface ShellStart {
  readonly script: string;
  /** What it calls itself in messages. */
  readonly name: string;
  readonly positional: readonly string[];
  readonly environment: Variables;
  /** Whether a file exists, for `test`. */
  readonly exists: (path: string) => boolean;
  /** Default: as the shell of the recorded cases of sysvinit says it. */
  readonly wording?: ShellWording;
}

interface Context extends ShellStart {
  readonly variables: Record<string, string>;
  readonly exported: Set<string>;
  status: number;
}

class Exit {
  readonly code: number;
  constructor(code: number) {
    this.code = code;
  }
}

/** What the shell gives when a script is wrong. Observed with the shell of the recorded cases: exec-shell-assignment. */
const syntaxError = 2;
const notFound = 127;
const notExecutable = 126;

const usualWording: ShellWording = {
  syntaxError: (name, { near }) => `${name}: -c: line 1: syntax error near unexpected token \`${near}'`,
  notFound: (name, program) => `${name}: line 1: ${program}: ${reasonFor(program)}`,
  noInput: (name, path) => `${name}: line 1: ${path}: No such file or directory`,
};

function wordingOf(context: Context): ShellWording {
  return context.wording ?? usualWording;
}

/** Runs a script. What this shell does not know counts as one command that succeeds at once. */
export function* runShell(start: ShellStart): Shell {
  const context: Context = {
    ...start,
    variables: { ...start.environment },
    exported: new Set(Object.keys(start.environment)),
    status: 0,
  };
  return yield* runScript(context, start.script);
}

function* runScript(context: Context, script: string): Shell {
  const parsed = parseShell(script);
  switch (parsed.kind) {
    case "unsupported":
      return 0;
    case "error":
      yield {
        kind: "output",
        text: wordingOf(context).syntaxError(context.name, parsed),
      };
      return syntaxError;
    case "script":
      return yield* runCopy(context, parsed.body, true);
  }
}

/** Runs to the end or to `exit`. */
function* runCopy(context: Context, body: ShellNode, last: boolean): Shell {
  try {
    return yield* runNode(context, body, last);
  } catch (exit) {
    if (exit instanceof Exit) return exit.code;
    throw exit;
  }
}

/** `last`: nothing follows, so that the shell may become the command instead of waiting for it. */
function* runNode(context: Context, node: ShellNode, last: boolean): Shell {
  switch (node.kind) {
    case "simple":
      context.status = yield* runSimple(context, node, last);
      break;
    case "list":
      for (const [index, item] of node.items.entries()) {
        const ends = last && index === node.items.length - 1;
        if (item.background) {
          const shell = runCopy(copyOf(context), item.node, true);
          yield { kind: "fork", shell, background: true };
          context.status = 0;
        } else yield* runNode(context, item.node, ends);
      }
      break;
    case "and":
    case "or":
      yield* runNode(context, node.left, false);
      if ((context.status === 0) === (node.kind === "and")) yield* runNode(context, node.right, last);
      break;
    case "subshell":
      context.status = yield* fork(context, node.body, false);
      break;
    case "pipeline": {
      for (const [index, part] of node.parts.entries()) {
        const background = index < node.parts.length - 1;
        context.status = yield* fork(context, part, background);
      }
      if (node.inverted) context.status = context.status === 0 ? 1 : 0;
    }
  }
  return context.status;
}

function* fork(context: Context, node: ShellNode, background: boolean): Shell {
  return (yield { kind: "fork", shell: runCopy(copyOf(context), node, true), background }) ?? 0;
}

function* runSimple(context: Context, node: Extract<ShellNode, { kind: "simple" }>, last: boolean): Shell {
  const words = node.words.flatMap((word) => expandFields(context, word));
  const assigned = node.assignments.map(({ name, value }) => [name, expandText(context, value)] as const);
  const [program] = words;
  if (program === undefined) {
    for (const [name, value] of assigned) context.variables[name] = value;
    return 0;
  }
  const environment = { ...exportedOf(context), ...Object.fromEntries(assigned) };
  const input = node.input === undefined ? undefined : expandText(context, node.input);
  if (input !== undefined && !input.startsWith("/dev/") && !context.exists(input)) {
    yield { kind: "output", text: wordingOf(context).noInput(context.name, input) };
    if (program === "exec") throw new Exit(syntaxError);
    return 1;
  }
  const from = input === undefined ? {} : { input };
  const output = node.output === undefined ? undefined : expandText(context, node.output);
  if (words[program === "exec" ? 1 : 0] === "echo" && wordingOf(context).echoes === true)
    return yield* echo(words, output);
  const builtin = yield* runBuiltin(context, words, { environment, ...from });
  if (builtin !== undefined) return builtin;
  const code = yield { kind: last ? "exec" : "run", argv: words, environment, ...from };
  if (code !== null && code !== denied) return code;
  const wording = wordingOf(context);
  const text = (code === denied ? wording.denied : undefined) ?? wording.notFound;
  yield { kind: "output", text: text(context.name, program) };
  return code === denied ? notExecutable : notFound;
}

/** What a terminal is told, if it goes to one. */
function* echo(words: readonly string[], output: string | undefined): Shell {
  const text = words
    .slice(words.indexOf("echo") + 1)
    .filter((word, index) => index > 0 || word !== "-n")
    .join(" ");
  if (output === undefined) yield { kind: "output", text };
  else if (output.startsWith("/dev/")) yield { kind: "output", text, to: output.slice("/dev/".length) };
  if (words[0] === "exec") throw new Exit(0);
  return 0;
}

function reasonFor(program: string): string {
  return program.includes("/") ? "No such file or directory" : "command not found";
}

/** The built-in commands that make a difference here; undefined: not one of them. */
function* runBuiltin(
  context: Context,
  words: readonly string[],
  request: Omit<ShellCommandRequest, "argv">,
): Generator<ShellRequest, number | undefined, number | null> {
  const [program = "", ...rest] = words;
  switch (program) {
    case ":":
    case "true":
    case "cd":
    case "umask":
    case "trap":
    case "set":
    case "echo":
      return 0;
    case "false":
      return 1;
    case "exit":
      throw new Exit(rest[0] === undefined ? context.status : Number(rest[0]) & 0xff);
    case "export":
      for (const word of rest) {
        const [name = "", ...value] = word.split("=");
        if (word.includes("=")) context.variables[name] = value.join("=");
        context.exported.add(name);
      }
      return 0;
    case "shift":
      return 0;
    case "eval":
      return yield* runScript(context, rest.join(" "));
    case "test":
      return test(context, rest);
    case "[":
      return test(context, rest.at(-1) === "]" ? rest.slice(0, -1) : rest);
    case "exec": {
      if (rest.length === 0) return 0;
      const answer = yield { kind: "exec", argv: rest, ...request };
      const name = `${context.name}: exec: line ${lineOf(context)}`;
      const why = answer === denied ? "Permission denied" : "not found";
      yield { kind: "output", text: `${name}: ${rest[0]}: ${why}` };
      throw new Exit(answer === denied ? notExecutable : notFound);
    }
    default:
      return undefined;
  }
}

/** A script in a file counts its lines, one on the command line does not. Observed: exec-shell-assignment, initscript-basic. */
function lineOf(context: Context): number {
  return context.positional.length > 0 ? 4 : 0;
}

function test(context: Context, words: readonly string[]): number {
  if (words[0] === "!") return test(context, words.slice(1)) === 0 ? 1 : 0;
  const [first = "", second = "", third] = words;
  const holds = (value: boolean) => (value ? 0 : 1);
  if (third !== undefined) {
    if (second === "=" || second === "==") return holds(first === third);
    if (second === "!=") return holds(first !== third);
    return 2;
  }
  if (words.length < 2) return holds(first !== "");
  if (first === "-n") return holds(second !== "");
  if (first === "-z") return holds(second === "");
  return holds(context.exists(second));
}

function copyOf(context: Context): Context {
  return { ...context, variables: { ...context.variables }, exported: new Set(context.exported) };
}

function exportedOf(context: Context): Variables {
  return Object.fromEntries(Object.entries(context.variables).filter(([name]) => context.exported.has(name)));
}

function variableValue(context: Context, name: string): string {
  if (/^\d$/.test(name)) return context.positional[Number(name)] ?? (name === "0" ? context.name : "");
  if (name === "?") return String(context.status);
  if (name === "#") return String(Math.max(0, context.positional.length - 1));
  if (name === "@" || name === "*") return context.positional.slice(1).join(" ");
  if (name === "$") return "2";
  return context.variables[name] ?? "";
}

/** What a variable or a substitution stands for. */
function expansionOf(context: Context, part: Exclude<Word[number], { kind: "text" }>): string {
  if (part.kind === "variable") return variableValue(context, part.name);
  return part.words.flatMap((word) => expandFields(context, word)).join(" ");
}

/** One text, for an assignment. */
function expandText(context: Context, word: Word): string {
  return word
    .map((part, index) => {
      if (part.kind !== "text") return expansionOf(context, part);
      return index === 0 && !part.quoted ? expandTilde(context, part.text) : part.text;
    })
    .join("");
}

/** The fields of a word: what an unquoted variable gives is split at blanks. */
function expandFields(context: Context, word: Word): readonly string[] {
  const fields: string[] = [];
  let field: string | undefined;
  for (const [index, part] of word.entries()) {
    if (part.kind === "text") {
      const text = index === 0 && !part.quoted ? expandTilde(context, part.text) : part.text;
      field = (field ?? "") + text;
      continue;
    }
    const value = expansionOf(context, part);
    if (part.quoted) {
      field = (field ?? "") + value;
      continue;
    }
    const pieces = value.split(/[ \t\n]+/);
    for (const [at, piece] of pieces.entries()) {
      if (at > 0 && field !== undefined) {
        fields.push(field);
        field = undefined;
      }
      if (piece !== "") field = (field ?? "") + piece;
    }
  }
  if (field !== undefined) fields.push(field);
  return fields;
}

function expandTilde(context: Context, text: string): string {
  return /^~(?=\/|$)/.test(text) ? (context.variables["HOME"] ?? "~") + text.slice(1) : text;
}
