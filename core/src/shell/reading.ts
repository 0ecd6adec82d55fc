// What the rules ask of a process that goes through a shell: where its commands part, and what no shell can read.

import type { Message } from "../text/message.ts";
import type { TextRange } from "../text/range.ts";
import { type Parsed, parseShell } from "./parse.ts";
import { problemMessage, type ShellProblem } from "./problem.ts";
import { busyboxShells, type ShellFacts, systemShells } from "./shells.ts";
import type { AndOr, Command, List, Mark, SimpleCommand } from "./tree.ts";

/** Ranges count from the beginning of the process. */
export interface ShellReading {
  /** The words of the first simple command as written, redirections left out; of a compound one what it begins with. */
  readonly firstCommand: readonly Mark[];
  /** What parts the first command from what follows: `;`, `&&`, `||`, `|` or `&`; undefined for a single command. */
  readonly separator: Mark | undefined;
  /** Whether a command follows the separator. */
  readonly goesOn: boolean;
  /** A `&` after the last command. */
  readonly background: TextRange | undefined;
  /** A `&` with text close on both sides, as in `a=1&b=2`. */
  readonly joined: TextRange | undefined;
  /** The first thing that makes the shell give up, whichever of the shells it is. */
  readonly error: ShellError | undefined;
}

/** A syntax error for the rules. */
interface ShellError {
  readonly range: TextRange;
  /** Fits after "the shell stops at". */
  readonly what: Message;
  /** A quote or an expansion is left open, so that the text may have been cut in the middle of a word. */
  readonly inWord: boolean;
}

/** Who reads a process. */
export interface ShellUse {
  /** /bin/sh is that of BusyBox; otherwise it may be one of several. Only what all of them reject is an error. */
  readonly busybox: boolean;
  /** Init puts `exec` in front. An error that `exec` alone causes is not reported here. */
  readonly execs: boolean;
}

/** Reads the part of a process that the shell gets, from `start` to its end. */
export function readShell(
  process: string,
  start: number,
  { busybox, execs }: ShellUse = { busybox: false, execs: false },
): ShellReading {
  const shells = busybox ? busyboxShells : systemShells;
  const parsed = parseForAny(process, start, shells);
  if (parsed.kind === "script") return readingOf(process, parsed.body);
  if (parsed.kind === "unsupported") return silent;
  if (execs && parseForAny(`exec ${process.slice(start)}`, 0, shells).kind !== "error") return silent;
  return { ...silent, error: errorOf(parsed.problem) };
}

function errorOf(problem: ShellProblem): ShellError {
  const inWord = problem.kind === "open" && /^['"`$]/.test(problem.opening);
  return { range: problem.range, what: problemMessage(problem), inWord };
}

/** Where nothing can be said for certain. */
const silent: ShellReading = {
  firstCommand: [],
  separator: undefined,
  goesOn: false,
  background: undefined,
  joined: undefined,
  error: undefined,
};

/** The script as the first shell that can read it sees it; the error of the first shell where none can. */
function parseForAny(script: string, start: number, shells: readonly ShellFacts[]): Parsed {
  let found: Parsed | undefined;
  for (const shell of shells) {
    const parsed = parseShell(script, shell, start);
    if (parsed.kind === "script") return parsed;
    if (found === undefined || parsed.kind === "unsupported") found = parsed;
  }
  return found ?? { kind: "unsupported", what: "no shell" };
}

function readingOf(process: string, { items }: List): ShellReading {
  const [first] = items;
  if (first === undefined) return silent;
  const { first: pipeline, rest } = first.node;
  const bang = pipeline.bang === undefined ? [] : [pipeline.bang];
  const separator = [pipeline.operators[0] ?? rest[0]?.operator ?? first.operator].find(
    (mark) => mark?.text !== "\n",
  );
  const last = items.at(-1)?.operator;
  return {
    firstCommand: [...bang, ...pipeline.parts.slice(0, 1).flatMap(wordsOf)],
    separator,
    goesOn: separator !== undefined && (separator !== first.operator || items.length > 1),
    background: last?.text === "&" ? last : undefined,
    joined: ampersands({ items }).find(
      ({ start, end }) => isText(process.charAt(start - 1)) && isText(process.charAt(end)),
    ),
    error: undefined,
  };
}

function isText(character: string): boolean {
  return /[^\s&|;<>()]/.test(character);
}

function wordsOf(command: Command): readonly Mark[] {
  switch (command.kind) {
    case "simple":
      return [...command.assignments, ...command.words];
    case "function":
      return [command.name];
    default:
      return [command.mark];
  }
}

/** All `&` that put commands into the background, those in substitutions left out. */
function ampersands({ items }: List): readonly Mark[] {
  return items.flatMap(({ node, operator }) => {
    const inner = commandsOf(node).flatMap((command) => bodiesOf(command).flatMap(ampersands));
    return operator?.text === "&" ? [...inner, operator] : inner;
  });
}

function commandsOf({ first, rest }: AndOr): readonly Command[] {
  return [...first.parts, ...rest.flatMap(({ pipeline }) => pipeline.parts)];
}

function bodiesOf(command: Command): readonly List[] {
  switch (command.kind) {
    case "simple":
      return [];
    case "subshell":
    case "group":
    case "for":
      return [command.body];
    case "while":
    case "until":
      return [command.test, command.body];
    case "case":
      return command.arms.map((arm) => arm.body);
    case "function":
      return bodiesOf(command.body);
    case "if": {
      const bodies = command.branches.flatMap(({ test, body }) => [test, body]);
      return command.otherwise === undefined ? bodies : [...bodies, command.otherwise];
    }
  }
}

/** The simple commands of a script that run one after the other; undefined where it is none. */
export function commandsInTurn(script: string): readonly SimpleCommand[] | undefined {
  const parsed = parseShell(script);
  return parsed.kind === "script" ? inTurn(parsed.body) : undefined;
}

/** The simple commands of a list that run one after the other. */
function inTurn({ items }: List): readonly SimpleCommand[] {
  return items.flatMap(({ node: { first, rest }, operator }) => {
    const pipelines = [first, ...rest.map(({ pipeline }) => pipeline)];
    if (operator?.text === "&" || rest.some((each) => each.operator.text !== "&&")) return [];
    return pipelines.flatMap(({ bang, parts: [part, more] }) =>
      bang === undefined && more === undefined && part?.kind === "simple" ? [part] : [],
    );
  });
}
