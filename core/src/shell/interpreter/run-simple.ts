// Simple commands: words, redirections, assignments, and then a builtin, a function or a program.

import { assignmentLength, plainText, type SimpleCommand, type Word } from "../tree.ts";
import { type Builtin, findBuiltin } from "./builtins/table.ts";
import type { Working } from "./contract.ts";
import { expandValue, expandWords } from "./expand/expand.ts";
import { sayKilledIn } from "./killed.ts";
import { apply, prepare, withRedirections } from "./redirect.ts";
import { runProgram } from "./run-program.ts";
import {
  assign,
  Complaint,
  deeper,
  ProcessStop,
  type ShellFunction,
  type ShellState,
  say,
  spend,
  type Variable,
  variable,
} from "./state.ts";

type Assigned = readonly (readonly [name: string, word: Word, length: number])[];

/** Runs a simple command. */
export function* runSimple(shell: ShellState, command: SimpleCommand, tested: boolean): Working<void> {
  spend(shell);
  const { becomes } = shell;
  shell.becomes = false;
  const first = command.words[0] ?? command.assignments[0] ?? command.redirections[0]?.target;
  if (first !== undefined) shell.place = first.start;
  shell.substituted = undefined;
  const words = yield* expandCommand(shell, command.words);
  const assigned = command.assignments.map(
    (word) =>
      [word.text.slice(0, (assignmentLength(word) ?? 1) - 1), word, assignmentLength(word) ?? 1] as const,
  );
  const use = resolve(shell, words);
  if (use.words[0] === "exec" && use.kind === "builtin" && use.words.length === 1) {
    if (yield* apply(shell, yield* prepare(shell, command.redirections))) {
      yield* assignAll(shell, assigned);
      shell.status = 0;
      return;
    }
    shell.status = shell.behaviour.redirectionStatus;
    if (use.special) throw new ProcessStop({ kind: "exit", status: shell.status });
    return;
  }
  const { tellsAllDeaths } = shell.behaviour;
  const status = yield* withRedirections(shell, command.redirections, function* () {
    const done = yield* perform(shell, use, assigned, { tested, becomes });
    if (tellsAllDeaths) sayKilledIn(shell, command);
    return done;
  });
  sayKilledIn(shell, command);
  if (status !== undefined) {
    shell.status = status;
    return;
  }
  if (use.kind === "nothing" && shell.behaviour.assignsAnyway) yield* assignAll(shell, assigned);
  shell.status = shell.behaviour.redirectionStatus;
  if (use.kind === "builtin" && use.special) throw new ProcessStop({ kind: "exit", status: shell.status });
}

/** Builtins whose arguments are assignments, and are not split. */
const declaring: ReadonlySet<string> = new Set(["export", "readonly", "local"]);

function* expandCommand(shell: ShellState, words: readonly Word[]): Working<readonly string[]> {
  const [first, ...rest] = words;
  const name = first === undefined ? undefined : plainText(first);
  if (name === undefined || !declaring.has(name)) return yield* expandWords(shell, words);
  const expanded: string[] = [name];
  for (const word of rest) {
    const length = assignmentLength(word);
    if (length === undefined) expanded.push(...(yield* expandWords(shell, [word])));
    else expanded.push(word.text.slice(0, length) + (yield* valueIn(shell, word, length)));
  }
  return expanded;
}

/** The value that a word assigns. */
function* valueIn(shell: ShellState, { parts }: Word, length: number): Working<string> {
  const [first, ...rest] = parts;
  const text = first?.kind === "text" ? first.text.slice(length) : "";
  return yield* expandValue(shell, text === "" ? rest : [{ kind: "text", text, quoted: false }, ...rest]);
}

/** What is to be run. */
type Use = { readonly words: readonly string[] } & (
  | { readonly kind: "nothing" }
  | { readonly kind: "program" }
  | { readonly kind: "builtin"; readonly builtin: Builtin; readonly special: boolean }
  | { readonly kind: "function"; readonly body: ShellFunction }
);

function resolve(shell: ShellState, given: readonly string[]): Use {
  let words = given;
  // `command` takes the functions away, and from special builtins what makes them special.
  while (words[0] === "command" && words[1] !== undefined && !words[1].startsWith("-"))
    words = words.slice(1);
  if (words[0] === "command" && words[1] === "--" && words[2] !== undefined) words = words.slice(2);
  const [name] = words;
  if (name === undefined) return { kind: "nothing", words };
  const builtin = findBuiltin(shell, name);
  const plain = words === given;
  if (builtin?.special === true) return { kind: "builtin", words, builtin, special: plain };
  const body = plain ? shell.functions.get(name) : undefined;
  if (body !== undefined) return { kind: "function", words, body };
  return builtin === undefined
    ? { kind: "program", words }
    : { kind: "builtin", words, builtin, special: false };
}

function* perform(
  shell: ShellState,
  use: Use,
  assigned: Assigned,
  { tested, becomes }: { readonly tested: boolean; readonly becomes: boolean },
): Working<number> {
  const { words } = use;
  if (use.kind === "nothing") {
    trace(shell, yield* assignAll(shell, assigned), []);
    return shell.substituted ?? 0;
  }
  if (use.kind === "builtin" && use.special) {
    trace(shell, yield* assignAll(shell, assigned), words);
    return yield* runBuiltin(shell, use.builtin, words, true, tested);
  }
  if (use.kind === "program") {
    const values = new Map<string, string>();
    for (const [name, word, length] of assigned) values.set(name, yield* valueIn(shell, word, length));
    trace(
      shell,
      [...values].map(([name, value]) => shownAssignment(shell, name, value)),
      words,
    );
    return yield* runProgram(shell, words, values, becomes ? "become" : "run");
  }
  return yield* withAssigned(shell, assigned, function* (shown) {
    trace(shell, shown, words);
    if (use.kind === "builtin") return yield* runBuiltin(shell, use.builtin, words, false, tested);
    return yield* callFunction(shell, use.body, words, tested);
  });
}

/** Assigns one after the other; the answer is what a trace of the command has to show of them. */
function* assignAll(shell: ShellState, assigned: Assigned): Working<readonly string[]> {
  const { together } = shell.behaviour.trace;
  const shown: string[] = [];
  for (const [name, word, length] of assigned) {
    const value = yield* valueIn(shell, word, length);
    if (together) shown.push(shownAssignment(shell, name, value));
    else trace(shell, [shownAssignment(shell, name, value)], []);
    assign(shell, name, value);
  }
  return shown;
}

function shownAssignment({ behaviour }: ShellState, name: string, value: string): string {
  return `${name}=${value === "" ? "" : behaviour.trace.word(value)}`;
}

/** Sets variables for one command. */
function* withAssigned<Result>(
  shell: ShellState,
  assigned: Assigned,
  work: (shown: readonly string[]) => Working<Result>,
): Working<Result> {
  const shown: string[] = [];
  const before = new Map<string, Variable | undefined>();
  try {
    for (const [name, word, length] of assigned) {
      const value = yield* valueIn(shell, word, length);
      if (!before.has(name)) before.set(name, shell.variables.get(name));
      assign(shell, name, value);
      shell.variables.set(name, { value, exported: true, readonly: false });
      shown.push(shownAssignment(shell, name, value));
    }
    return yield* work(shown);
  } finally {
    restore(shell, before);
  }
}

function restore(shell: ShellState, before: ReadonlyMap<string, Variable | undefined>): void {
  for (const [name, variable] of before) {
    if (variable === undefined) shell.variables.delete(name);
    else shell.variables.set(name, variable);
  }
}

function* runBuiltin(
  shell: ShellState,
  builtin: Builtin,
  words: readonly string[],
  special: boolean,
  tested: boolean,
): Working<number> {
  const [name = "", ...args] = words;
  const { builtin: outer } = shell;
  shell.builtin = name;
  try {
    return builtin.kind === "plain"
      ? builtin.run(shell, args, name, tested)
      : yield* builtin.run(shell, args, name, tested);
  } catch (complaint) {
    if (complaint instanceof Complaint && !special) return complaint.status;
    throw complaint;
  } finally {
    shell.builtin = outer;
  }
}

function* callFunction(
  shell: ShellState,
  called: ShellFunction,
  words: readonly string[],
  tested: boolean,
): Working<number> {
  const { positional, loops, source, place, nextOption } = shell;
  const args = words.slice(1);
  const scope = new Map<string, Variable | undefined>();
  shell.locals.push(scope);
  shell.positional = args;
  if (shell.behaviour.functionsEndLoops) shell.loops = 0;
  if (shell.behaviour.ownOptionCount) shell.nextOption = { word: 1, at: 1 };
  shell.returnable++;
  try {
    return yield* deeper(shell, function* () {
      if (called.kind === "native") return yield* called.run(shell, args);
      shell.source = called.source;
      yield* shell.runner.command(shell, called.body, tested);
      if (shell.leaving?.kind === "return") shell.leaving = undefined;
      return shell.status;
    });
  } finally {
    shell.locals.pop();
    restore(shell, scope);
    shell.positional = positional;
    shell.loops = loops;
    shell.source = source;
    shell.place = place;
    if (shell.behaviour.ownOptionCount) shell.nextOption = nextOption;
    shell.returnable--;
  }
}

/** Runs a command that is given by its words; functions are passed over. */
export function* runWords(shell: ShellState, words: readonly string[]): Working<number> {
  const use = resolve(shell, ["command", ...words]);
  return yield* perform(shell, use, [], { tested: false, becomes: false });
}

/** What `set -x` writes of a command: its assignments, as they are shown, and its words. */
function trace(shell: ShellState, assignments: readonly string[], words: readonly string[]): void {
  if (!shell.options.has("xtrace") || assignments.length + words.length === 0) return;
  const { word: shown, together } = shell.behaviour.trace;
  const command = words.map(shown).join(" ");
  const lines = together
    ? [[...assignments, ...(words.length > 0 ? [command] : [])].join(" ")]
    : [...assignments, ...(words.length > 0 ? [command] : [])];
  for (const line of lines) say(shell, `${variable(shell, "PS4") ?? "+ "}${line}\n`);
}
