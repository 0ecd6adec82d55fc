// Commands at work: lists, pipelines, compound commands, and the processes that they make.

import { parseLines } from "../parse.ts";
import type { ShellProblem } from "../problem.ts";
import {
  type AndOr,
  type CaseArm,
  type Command,
  type CompoundCommand,
  isAlone,
  isSingle,
  type List,
  type Pipeline,
} from "../tree.ts";
import type { KilledChild, ProcessRun, ShellStream, Working } from "./contract.ts";
import { expandPattern, expandText, expandWords } from "./expand/expand.ts";
import { matches, readPattern } from "./expand/pattern.ts";
import { killedIn, sayKilled } from "./killed.ts";
import { apply, prepare, withRedirections } from "./redirect.ts";
import { findProgram } from "./run-program.ts";
import { runSimple, runWords } from "./run-simple.ts";
import { handleSignals, runExitTrap } from "./signals.ts";
import {
  assign,
  Complaint,
  complain,
  copyOf,
  ignoredBy,
  notFollowed,
  ProcessStop,
  type Runner,
  type ScriptSource,
  type ShellState,
  spend,
} from "./state.ts";
import { nothing, pipe } from "./streams.ts";

/** What the rest of the interpreter is handed. */
export const runner: Omit<Runner, "script"> = {
  list: runList,
  command: runCommand,
  text: runText,
  words: runWords,
  copy: (shell, identity, work) => {
    const copy = copyOf(shell, identity);
    return processOf(copy, () => work(copy));
  },
  find: findProgram,
};

/** A shell from its first command to its end. */
export function* processOf(shell: ShellState, work: () => Working<void>): ProcessRun {
  const ended = yield* untilItEnds(shell, work);
  return ended.kind === "exit" ? yield* untilItEnds(shell, () => runExitTrap(shell, ended.status)) : ended;
}

function* untilItEnds(shell: ShellState, work: () => Working<void>): ProcessRun {
  try {
    yield* work();
    return { kind: "exit", status: shell.status };
  } catch (stop) {
    if (stop instanceof ProcessStop) return stop.end;
    if (stop instanceof Complaint) return { kind: "exit", status: stop.status };
    throw stop;
  }
}

function* runText(shell: ShellState, source: ScriptSource, tested: boolean): Working<void> {
  const { source: before, place, builtin } = shell;
  shell.source = source;
  if (!shell.behaviour.namesOuterBuiltin) shell.builtin = undefined;
  try {
    for (const line of parseLines(source.text, shell.behaviour.facts)) {
      if (line.kind === "unsupported") notFollowed(line.what);
      if (line.kind === "error") {
        shell.place = placeOf(line.problem, source.text, shell.behaviour.countsNewline);
        complain(shell, shell.behaviour.words.syntaxError(line.problem));
        throw new Complaint(2);
      }
      yield* runList(shell, line.body, tested);
      if (shell.leaving !== undefined) return;
    }
  } finally {
    shell.source = before;
    shell.place = place;
    shell.builtin = builtin;
  }
}

/** Where a shell stands when it finds a mistake: at the newline that it cannot take, or after it, or at the end. */
function placeOf({ kind, near, range }: ShellProblem, text: string, countsNewline: boolean): number {
  if (kind === "open" || kind === "nothing-after") return text.length;
  if (near !== "newline" || !countsNewline) return range.start;
  const newline = text.indexOf("\n", range.end);
  return newline < 0 ? text.length : newline + 1;
}

function* runList(shell: ShellState, { items }: List, tested: boolean): Working<void> {
  for (const { node, operator } of items) {
    if (shell.options.has("noexec")) return;
    if (operator?.text === "&") yield* runInBackground(shell, node);
    else yield* runAndOr(shell, node, tested);
    if (shell.leaving !== undefined) return;
  }
}

function* runInBackground(shell: ShellState, node: AndOr): Working<void> {
  spend(shell);
  const answer = yield {
    kind: "fork",
    background: true,
    ignored: new Set([...ignoredBy(shell), "INT", "QUIT"]),
    start: (identity) =>
      shell.runner.copy(shell, identity, (copy) => {
        copy.descriptors.set(0, nothing);
        copy.becomes = isAlone(node);
        return runAndOr(copy, node, false);
      }),
  };
  if (answer.kind === "started") shell.lastBackground = answer.pid;
  shell.status = 0;
}

function* runAndOr(shell: ShellState, { first, rest }: AndOr, tested: boolean): Working<void> {
  yield* runPipeline(shell, first, tested || rest.length > 0);
  for (const [index, { operator, pipeline }] of rest.entries()) {
    if (shell.leaving !== undefined) return;
    if ((shell.status === 0) === (operator.text === "&&"))
      yield* runPipeline(shell, pipeline, tested || index < rest.length - 1);
  }
}

function* runPipeline(shell: ShellState, pipeline: Pipeline, tested: boolean): Working<void> {
  const { bang, parts, operators } = pipeline;
  const [only] = parts;
  const quiet = tested || bang !== undefined;
  if (only !== undefined && parts.length === 1) yield* runCommand(shell, only, quiet);
  else {
    yield* runParts(shell, parts, (index) => operators[index]?.text === "|&", quiet);
    endIfFailed(shell, quiet);
  }
  if (bang !== undefined && shell.leaving === undefined) shell.status = shell.status === 0 ? 1 : 0;
  yield* handleSignals(shell);
}

/** One after the other: each reads what the one before has written. */
function* runParts(
  shell: ShellState,
  parts: readonly Command[],
  withErrors: (index: number) => boolean,
  tested: boolean,
): Working<void> {
  let input: ShellStream | undefined;
  let failed = 0;
  const killed: (KilledChild | undefined)[] = [];
  for (const [index, part] of parts.entries()) {
    spend(shell);
    const output = index < parts.length - 1 ? pipe() : undefined;
    const from = input;
    const answer = yield {
      kind: "fork",
      background: false,
      ignored: ignoredBy(shell),
      start: (identity) =>
        shell.runner.copy(shell, identity, (copy) => {
          copy.becomes = part.kind === "simple";
          if (from !== undefined) copy.descriptors.set(0, from);
          if (output !== undefined) copy.descriptors.set(1, output);
          if (output !== undefined && withErrors(index)) copy.descriptors.set(2, output);
          return runCommand(copy, part, tested);
        }),
    };
    shell.status = answer.kind === "ended" ? answer.status : 1;
    if (shell.status !== 0) failed = shell.status;
    killed.push(killedIn(answer));
    input = output;
  }
  for (const each of shell.behaviour.tellsAllDeaths ? killed : killed.slice(-1)) sayKilled(shell, each);
  if (shell.options.has("pipefail")) shell.status = failed;
}

/** `set -e`. */
function endIfFailed(shell: ShellState, tested: boolean): void {
  if (tested || shell.status === 0 || shell.leaving !== undefined || !shell.options.has("errexit")) return;
  throw new ProcessStop({ kind: "exit", status: shell.status });
}

/** Runs any command. `tested`: its failure does not end a shell with `set -e`. */
function* runCommand(shell: ShellState, command: Command, tested: boolean): Working<void> {
  switch (command.kind) {
    case "simple":
      yield* runSimple(shell, command, tested);
      endIfFailed(shell, tested);
      return;
    case "function":
      shell.functions.set(command.name.text, { kind: "script", body: command.body, source: shell.source });
      shell.status = 0;
      return;
    case "subshell":
      yield* runSubshell(shell, command, tested);
      endIfFailed(shell, tested);
      return;
    default: {
      shell.place = command.mark.start;
      const done = yield* withRedirections(shell, command.redirections, function* () {
        yield* runCompound(shell, command, tested);
        return true;
      });
      if (done !== undefined) return;
      shell.status = shell.behaviour.redirectionStatus;
      endIfFailed(shell, tested || !shell.behaviour.redirectionsEnd);
    }
  }
}

function* runSubshell(
  shell: ShellState,
  { body, redirections }: Extract<CompoundCommand, { kind: "subshell" | "group" }>,
  tested: boolean,
): Working<void> {
  spend(shell);
  // Words are expanded on this side.
  const prepared = yield* prepare(shell, redirections);
  const answer = yield {
    kind: "fork",
    background: false,
    ignored: ignoredBy(shell),
    start: (identity) =>
      shell.runner.copy(shell, identity, function* (copy) {
        copy.becomes = isSingle(body);
        if (yield* apply(copy, prepared)) yield* runList(copy, body, tested);
        else copy.status = copy.behaviour.subshellRedirectionStatus;
      }),
  };
  shell.status = answer.kind === "ended" ? answer.status : 1;
  sayKilled(shell, killedIn(answer));
}

function* runCompound(
  shell: ShellState,
  command: Exclude<CompoundCommand, { kind: "subshell" }>,
  tested: boolean,
): Working<void> {
  spend(shell);
  switch (command.kind) {
    case "subshell":
    case "group":
      return yield* runList(shell, command.body, tested);
    case "if":
      for (const { test, body } of command.branches) {
        yield* runList(shell, test, true);
        if (shell.leaving !== undefined) return;
        if (shell.status === 0) return yield* runList(shell, body, tested);
      }
      if (command.otherwise === undefined) shell.status = 0;
      else yield* runList(shell, command.otherwise, tested);
      return;
    case "for": {
      const words = command.words === undefined ? shell.positional : yield* expandWords(shell, command.words);
      let last = 0;
      for (const word of words) {
        assign(shell, command.name, word);
        const turn = yield* runTurn(shell, command.body, tested);
        last = shell.status;
        if (turn === "leave") break;
      }
      shell.status = last;
      return;
    }
    case "while":
    case "until":
      return yield* runWhile(shell, command, tested);
    case "case":
      return yield* runCase(shell, command.arms, yield* expandText(shell, command.word.parts), tested);
  }
}

function* runWhile(
  shell: ShellState,
  { kind, test, body }: Extract<CompoundCommand, { kind: "while" | "until" }>,
  tested: boolean,
): Working<void> {
  let last = 0;
  let turn: Turn = "done";
  while (turn !== "leave") {
    turn = yield* runTurn(shell, test, true);
    if (turn !== "done") continue;
    if ((shell.status === 0) !== (kind === "while")) break;
    turn = yield* runTurn(shell, body, tested);
    last = shell.status;
  }
  if (shell.leaving === undefined) shell.status = last;
}

/** How the commands of a loop have ended: at their end, by `continue`, or so that the loop ends too. */
type Turn = "done" | "continue" | "leave";

function* runTurn(shell: ShellState, body: List, tested: boolean): Working<Turn> {
  spend(shell);
  shell.loops++;
  try {
    yield* runList(shell, body, tested);
  } finally {
    shell.loops--;
  }
  const { leaving } = shell;
  if (leaving === undefined) return "done";
  if (leaving.kind === "return") return "leave";
  shell.leaving = leaving.loops > 1 ? { ...leaving, loops: leaving.loops - 1 } : undefined;
  return leaving.loops > 1 || leaving.kind === "break" ? "leave" : "continue";
}

function* runCase(shell: ShellState, arms: readonly CaseArm[], word: string, tested: boolean): Working<void> {
  let matched = false;
  for (const { patterns, body, end } of arms) {
    for (const pattern of patterns) {
      if (matched) break;
      spend(shell);
      matched = matches(readPattern(yield* expandPattern(shell, pattern.parts)), word);
    }
    if (!matched) continue;
    if (body.items.length === 0) shell.status = 0;
    yield* runList(shell, body, tested);
    if (end === ";;" || shell.leaving !== undefined) return;
    // `;&` goes on with the commands of the next arm, `;;&` with its patterns.
    matched = end === ";&";
    if (!matched) return notFollowed(";;&");
  }
  shell.status = 0;
}
