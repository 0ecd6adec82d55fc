// The small shell at work. It runs nothing itself: it yields what it wants done and is told the exit code.

import { runBuiltin } from "./builtins.ts";
import { expandAssignment, expandFields, expandText } from "./expand.ts";
import { parseShell } from "./parse.ts";
import type { ShellProblem } from "./problem.ts";
import { isRunnable } from "./runnable.ts";
import { bash, type ShellFacts } from "./shells.ts";
import type { AndOr, Command, List, Pipeline, Redirection, SimpleCommand } from "./tree.ts";

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

/** How a shell reads, and how it words what goes wrong; programs differ in that. */
export interface ShellWording {
  readonly facts: ShellFacts;
  readonly syntaxError: (name: string, problem: ShellProblem) => string;
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
  /** How it reads and how it words what goes wrong. Default: as the shell of the recorded cases of sysvinit. */
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
  facts: bash,
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
  const wording = wordingOf(context);
  const parsed = parseShell(script, wording.facts);
  switch (parsed.kind) {
    case "unsupported":
      return 0;
    case "error":
      yield { kind: "output", text: wording.syntaxError(context.name, parsed.problem) };
      return syntaxError;
    case "script":
      return isRunnable(parsed.body) ? yield* runCopy(context, parsed.body, true) : 0;
  }
}

/** Something that can be run on its own. */
type Runnable = List | AndOr | Pipeline | Command;

/** Runs to the end or to `exit`. */
function* runCopy(context: Context, body: Runnable, last: boolean): Shell {
  try {
    return yield* runNode(context, body, last);
  } catch (exit) {
    if (exit instanceof Exit) return exit.code;
    throw exit;
  }
}

/** `last`: nothing follows, so that the shell may become the command instead of waiting for it. */
function* runNode(context: Context, node: Runnable, last: boolean): Shell {
  if ("items" in node) {
    yield* runList(context, node, last);
    return context.status;
  }
  switch (node.kind) {
    case "simple":
      context.status = yield* runSimple(context, node, last);
      break;
    case "and-or":
      yield* runNode(context, node.first, last && node.rest.length === 0);
      for (const [index, { operator, pipeline }] of node.rest.entries())
        if ((context.status === 0) === (operator.text === "&&"))
          yield* runNode(context, pipeline, last && index === node.rest.length - 1);
      break;
    // What a group reads and where it writes makes no difference here.
    case "group":
      yield* runList(context, node.body, last);
      break;
    case "subshell":
      context.status = yield* fork(context, node.body, false);
      break;
    case "pipeline": {
      const [only, ...more] = node.parts;
      if (only !== undefined && more.length === 0 && node.bang === undefined)
        return yield* runNode(context, only, last);
      for (const [index, part] of node.parts.entries()) {
        const background = index < node.parts.length - 1;
        context.status = yield* fork(context, part, background);
      }
      if (node.bang !== undefined) context.status = context.status === 0 ? 1 : 0;
    }
  }
  return context.status;
}

function* runList(
  context: Context,
  { items }: List,
  last: boolean,
): Generator<ShellRequest, void, number | null> {
  for (const [index, { node, operator }] of items.entries()) {
    if (operator?.text === "&") {
      const shell = runCopy(copyOf(context), node, true);
      yield { kind: "fork", shell, background: true };
      context.status = 0;
    } else yield* runNode(context, node, last && index === items.length - 1);
  }
}

function* fork(context: Context, node: Runnable, background: boolean): Shell {
  return (yield { kind: "fork", shell: runCopy(copyOf(context), node, true), background }) ?? 0;
}

function* runSimple(context: Context, node: SimpleCommand, last: boolean): Shell {
  const words = node.words.flatMap((word) => expandFields(context, word));
  const assigned = node.assignments.map((word) => expandAssignment(context, word));
  const [program] = words;
  if (program === undefined) {
    for (const [name, value] of assigned) context.variables[name] = value;
    return 0;
  }
  const environment = { ...exportedOf(context), ...Object.fromEntries(assigned) };
  const input = fileOf(context, node.redirections.findLast(isInput));
  if (input !== undefined && !input.startsWith("/dev/") && !context.exists(input)) {
    yield { kind: "output", text: wordingOf(context).noInput(context.name, input) };
    if (program === "exec") throw new Exit(syntaxError);
    return 1;
  }
  const from = input === undefined ? {} : { input };
  const output = fileOf(context, node.redirections.findLast(isOutput));
  if (words[program === "exec" ? 1 : 0] === "echo" && wordingOf(context).echoes === true)
    return yield* echo(words, output);
  const request = { environment, ...from };
  const code = yield* runSpecial(context, words, request);
  if (code !== undefined) return code;
  return yield* runProgram(context, program, { kind: last ? "exec" : "run", argv: words, ...request });
}

function* runProgram(
  context: Context,
  program: string,
  request: Extract<ShellRequest, { kind: "run" | "exec" }>,
): Shell {
  const code = yield request;
  if (code !== null && code !== denied) return code;
  const wording = wordingOf(context);
  const text = (code === denied ? wording.denied : undefined) ?? wording.notFound;
  yield { kind: "output", text: text(context.name, program) };
  return code === denied ? notExecutable : notFound;
}

function isInput({ operator, number }: Redirection): boolean {
  return operator === "<" && (number === "" || number === "0");
}

function isOutput({ operator, number }: Redirection): boolean {
  return [">", ">>", ">|", "&>", "&>>"].includes(operator) && (number === "" || number === "1");
}

function fileOf(context: Context, redirection: Redirection | undefined): string | undefined {
  return redirection === undefined ? undefined : expandText(context, redirection.target);
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

/** The built-in commands; undefined: not one of them. */
function* runSpecial(
  context: Context,
  words: readonly string[],
  request: Omit<ShellCommandRequest, "argv">,
): Generator<ShellRequest, number | undefined, number | null> {
  const [program = "", ...rest] = words;
  switch (program) {
    case "exit":
      throw new Exit(rest[0] === undefined ? context.status : Number(rest[0]) & 0xff);
    case "eval":
      return yield* runScript(context, rest.join(" "));
    case "exec": {
      if (rest.length === 0) return 0;
      const answer = yield { kind: "exec", argv: rest, ...request };
      const name = `${context.name}: exec: line ${lineOf(context)}`;
      const why = answer === denied ? "Permission denied" : "not found";
      yield { kind: "output", text: `${name}: ${rest[0]}: ${why}` };
      throw new Exit(answer === denied ? notExecutable : notFound);
    }
    default:
      return runBuiltin(context, words);
  }
}

/** A script in a file counts its lines, one on the command line does not. Observed: exec-shell-assignment, initscript-basic. */
function lineOf(context: Context): number {
  return context.positional.length > 0 ? 4 : 0;
}

function copyOf(context: Context): Context {
  return { ...context, variables: { ...context.variables }, exported: new Set(context.exported) };
}

function exportedOf(context: Context): Variables {
  return Object.fromEntries(Object.entries(context.variables).filter(([name]) => context.exported.has(name)));
}
