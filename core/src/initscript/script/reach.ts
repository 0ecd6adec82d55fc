// Which simple commands can run from a list of statements, functions of the file followed.

import type {
  ShellCase,
  ShellCaseArm,
  ShellFunction,
  ShellGroup,
  ShellPipeline,
  ShellRedirect,
  ShellSimpleCommand,
  ShellStatement,
  ShellWord,
} from "../../shell/script.ts";
import { shellWords } from "../../shell/words.ts";
import { helperFunctions } from "../facts/helper-functions.ts";
import type { ReachedCommand } from "./outline.ts";

/** What is known about a script when its commands are followed. */
export interface ReachContext {
  readonly functions: ReadonlyMap<string, readonly ShellFunction[]>;
  readonly resolve: (word: ShellWord) => string | undefined;
  readonly isArgument: (word: ShellWord) => boolean;
  /** The `case` on the first argument, and its arms for a value. */
  readonly dispatch: ShellCase | undefined;
  readonly armsFor: (value: string) => readonly ShellCaseArm[];
  /** The script reads a library whose functions nobody knows. */
  readonly unknownLibrary: boolean;
  readonly errexit: boolean;
}

/** The commands, and whether they are all. */
export interface Reached {
  readonly commands: readonly ReachedCommand[];
  readonly complete: boolean;
}

/** The most commands that are followed for one arm. */
export const mostReached = 2_000;

/** The most functions behind each other that are followed. */
const mostFunctions = 30;

/** The redirections of a group that a command is the first of. */
const groupRedirects = new WeakMap<ReachedCommand, readonly ShellRedirect[]>();

/** The redirections that count for a command: its own, and those of a group that begins with it. */
export function redirectsOf(reached: ReachedCommand): readonly ShellRedirect[] {
  return [...reached.command.redirects, ...(groupRedirects.get(reached) ?? [])];
}

/** How a statement stands where it is met. */
interface State {
  readonly guard: ReachedCommand["guard"];
  readonly tested: boolean;
  readonly background: boolean;
  readonly via: readonly string[];
  /** The values of the first argument, as far as they are known here. */
  readonly argument: readonly string[];
}

/** One walk through a script, and what it has met so far. */
interface Walk {
  readonly context: ReachContext;
  readonly most: number;
  readonly commands: ReachedCommand[];
  /** The chains of functions that were entered. */
  readonly followed: Set<string>;
  complete: boolean;
}

/** What can run from this list, `argument` being the values that the first argument may have; no more commands than `most`. */
export function reachedFrom(
  context: ReachContext,
  list: readonly ShellStatement[],
  argument: readonly string[] = [],
  most: number = mostReached,
): Reached {
  const walk: Walk = { context, most, commands: [], followed: new Set(), complete: true };
  const guard = context.errexit ? "guarded" : "none";
  visitAll(walk, list, { guard, tested: false, background: false, via: [], argument });
  return { commands: walk.commands, complete: walk.complete };
}

function visitAll(walk: Walk, statements: readonly ShellStatement[], state: State): void {
  for (const statement of statements) visit(walk, statement, state);
}

function visit(walk: Walk, statement: ShellStatement, state: State): void {
  const guarded: State = { ...state, guard: "guarded" };
  switch (statement.kind) {
    case "command":
      visitCommand(walk, statement, state);
      return;
    case "and-or":
      visit(walk, statement.left, { ...state, tested: true });
      visit(walk, statement.right, guarded);
      return;
    case "pipeline":
      visitPipeline(walk, statement, state);
      return;
    case "group":
      visitGroup(walk, statement, state);
      return;
    case "if":
      for (const { condition, body } of statement.branches) {
        visitAll(walk, condition, { ...state, tested: true });
        visitAll(walk, body, guarded);
      }
      visitAll(walk, statement.otherwise, guarded);
      return;
    case "case":
      visitCase(walk, statement, state);
      return;
    case "loop":
      visitSubstitutions(walk, statement.words, state);
      visitAll(walk, statement.condition, { ...state, tested: true });
      visitAll(walk, statement.body, guarded);
      return;
    case "function":
      return;
    case "unknown":
      walk.complete = false;
      return;
  }
}

function visitSubstitutions(walk: Walk, words: readonly (ShellWord | undefined)[], state: State): void {
  for (const word of words)
    for (const part of word?.parts ?? [])
      if (part.kind === "substitution") visitAll(walk, part.body, { ...state, tested: false });
}

/** Only the last part of a pipeline has a status that anybody asks for. */
function visitPipeline(walk: Walk, { parts, negated, background }: ShellPipeline, state: State): void {
  for (const [index, part] of parts.entries())
    visit(walk, part, {
      ...state,
      tested: index === parts.length - 1 && (state.tested || negated),
      background: state.background || background,
    });
}

function visitGroup(walk: Walk, { body, redirects, background }: ShellGroup, state: State): void {
  const from = walk.commands.length;
  visitAll(walk, body, { ...state, background: state.background || background });
  const first = walk.commands[from];
  if (first !== undefined && redirects.length > 0)
    groupRedirects.set(first, [...(groupRedirects.get(first) ?? []), ...redirects]);
  visitSubstitutions(
    walk,
    redirects.map(({ target }) => target),
    state,
  );
}

/** Of the `case` on the first argument only the arms for its value run, if that is known. */
function visitCase(walk: Walk, statement: ShellCase, state: State): void {
  visitSubstitutions(walk, [statement.subject], state);
  const { dispatch, armsFor } = walk.context;
  if (statement !== dispatch)
    for (const { body } of statement.arms) visitAll(walk, body, { ...state, guard: "guarded" });
  else if (state.argument.length !== 1) walk.complete = false;
  else for (const { body } of armsFor(state.argument[0] ?? "")) visitAll(walk, body, state);
}

function visitCommand(walk: Walk, command: ShellSimpleCommand, state: State): void {
  if (walk.commands.length >= walk.most) {
    walk.complete = false;
    return;
  }
  const { context } = walk;
  const { words, assignments, redirects } = command;
  const [first] = words;
  const called = first === undefined ? undefined : calledName(context, first, state);
  const reached: ReachedCommand = {
    command,
    name: called?.replace(/^.*\//s, "") ?? (first === undefined ? undefined : lastName(first)),
    args: words.slice(1).map(context.resolve),
    guard: state.guard,
    via: state.via,
    tested: state.tested,
    background: state.background || command.background,
  };
  walk.commands.push(reached);
  visitSubstitutions(
    walk,
    [...assignments.map(({ value }) => value), ...words, ...redirects.map(({ target }) => target)],
    state,
  );
  if (first === undefined) return;
  const functions = called === undefined ? undefined : context.functions.get(called);
  if (called === undefined) walk.complete &&= isProgramPath(first);
  else if (functions !== undefined)
    enter(walk, called, functions, { ...state, background: reached.background }, words[1]);
  else if (mayHide(context, called, reached)) walk.complete = false;
}

/** Goes on in the functions of a name, each chain of calls once; `passed` is the first word that the call gives them. */
function enter(
  walk: Walk,
  name: string,
  functions: readonly ShellFunction[],
  state: State,
  passed: ShellWord | undefined,
): void {
  if (state.via.includes(name)) return;
  const via = [...state.via, name];
  const key = via.join("\n");
  if (walk.followed.has(key)) return;
  walk.followed.add(key);
  if (functions.length > 1) walk.complete = false;
  if (via.length > mostFunctions) {
    walk.complete = false;
    return;
  }
  const argument = passedArgument(walk.context, passed, state);
  for (const { body } of functions) visitAll(walk, body, { ...state, tested: false, via, argument });
}

/** The values that the first argument of a called function may have. */
function passedArgument(
  context: ReachContext,
  word: ShellWord | undefined,
  { argument }: State,
): readonly string[] {
  if (word === undefined) return [];
  if (context.isArgument(word) || /^"?\$[@*]"?$/.test(word.text)) return argument;
  const known = context.resolve(word);
  return known === undefined ? [] : [known];
}

/** The name as it is called; what `"$1"` is in an arm for one value is known. */
function calledName(context: ReachContext, word: ShellWord, { argument }: State): string | undefined {
  const text = context.resolve(word);
  if (text !== undefined) {
    // An unquoted variable may hold several words.
    const unquoted = word.parts.some((part) => part.kind === "variable" && !part.quoted);
    const [first = "", ...more] = text.split(/[ \t\n]+/).filter((piece) => piece !== "");
    if (unquoted) return first === "" ? undefined : first;
    return more.length > 0 && !text.includes("/") ? undefined : text;
  }
  return argument.length === 1 && context.isArgument(word) ? argument[0] : undefined;
}

/** Functions have no slash in their names, so that what has one is a program whatever the rest is. */
function isProgramPath({ parts }: ShellWord): boolean {
  return parts.some((part) => part.kind === "text" && part.text.includes("/"));
}

/** The name of a program in a folder that is not known. */
function lastName({ parts }: ShellWord): string | undefined {
  const last = parts.at(-1);
  const [, name] = (last?.kind === "text" && /\/([^/]+)$/.exec(last.text)) || [];
  return name;
}

const helpers: ReadonlySet<string> = new Set(helperFunctions.map(({ name }) => name));
const shells: ReadonlySet<string> = new Set(["sh", "bash", "dash", "ksh", "su", "runuser"]);

/** Whether a command that is no function of this file may run something that nobody sees. */
function mayHide(context: ReachContext, called: string, { name, args, command }: ReachedCommand): boolean {
  switch (name) {
    case "eval":
      return true;
    case "trap":
      return args[0] !== "-" && args[0] !== "";
    case ".":
    case "source":
      return !isSettingsFile(context.resolve, command.words[1]);
  }
  if (name !== undefined && shells.has(name)) return args.includes(undefined);
  if (called.includes("/") || !context.unknownLibrary) return false;
  return !helpers.has(called) && !shellWords.has(called);
}

const knownFiles =
  /^\/etc\/(?:default|sysconfig|conf\.d)(?:\/|$)|^\/etc\/(?:rc\.d\/)?init\.d\/functions$|^\/lib\/lsb\/init-functions$|^\/lib\/init\/vars\.sh$|^\/etc\/(?:os|lsb)-release$/;

/** Whether a file that is read only sets variables, or is one of the two known libraries. */
export function isSettingsFile(
  resolve: (word: ShellWord) => string | undefined,
  word: ShellWord | undefined,
): boolean {
  if (word === undefined) return true;
  const [first] = word.parts;
  const beginning =
    resolve(word) ?? (first?.kind === "text" && first.text.startsWith("/etc/") ? first.text : "");
  return knownFiles.test(beginning);
}
