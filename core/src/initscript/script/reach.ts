// Which simple commands can run from a list of statements, functions of the file followed.

import type {
  ShellCase,
  ShellCaseArm,
  ShellFunction,
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

/** The most commands that are followed, and the most functions behind each other. */
const limits = { commands: 2_000, functions: 30 };

/** The redirections of a group that a command is the first of. */
const groupRedirects = new WeakMap<ReachedCommand, readonly ShellRedirect[]>();

/** The redirections that count for a command: its own, and those of a group that begins with it. */
export function redirectsOf(reached: ReachedCommand): readonly ShellRedirect[] {
  return [...reached.command.redirects, ...(groupRedirects.get(reached) ?? [])];
}

interface State {
  readonly guard: ReachedCommand["guard"];
  readonly tested: boolean;
  readonly background: boolean;
  readonly via: readonly string[];
  /** The values of the first argument, as far as they are known here. */
  readonly argument: readonly string[];
}

/** What can run from this list, `argument` being the values that the first argument may have. */
export function reachedFrom(
  context: ReachContext,
  list: readonly ShellStatement[],
  argument: readonly string[] = [],
): Reached {
  const commands: ReachedCommand[] = [];
  const followed = new Set<string>();
  let complete = true;

  const all = (statements: readonly ShellStatement[], state: State): void => {
    for (const statement of statements) one(statement, state);
  };
  const substitutions = (words: readonly (ShellWord | undefined)[], state: State): void => {
    for (const word of words)
      for (const part of word?.parts ?? [])
        if (part.kind === "substitution") all(part.body, { ...state, tested: false });
  };
  const one = (statement: ShellStatement, state: State): void => {
    const guarded: State = { ...state, guard: "guarded" };
    switch (statement.kind) {
      case "command":
        simple(statement, state);
        return;
      case "and-or":
        one(statement.left, { ...state, tested: true });
        one(statement.right, guarded);
        return;
      case "pipeline": {
        const { parts, negated, background } = statement;
        for (const [index, part] of parts.entries())
          one(part, {
            ...state,
            tested: index === parts.length - 1 && (state.tested || negated),
            background: state.background || background,
          });
        return;
      }
      case "group": {
        const from = commands.length;
        all(statement.body, { ...state, background: state.background || statement.background });
        const first = commands[from];
        if (first !== undefined && statement.redirects.length > 0)
          groupRedirects.set(first, [...(groupRedirects.get(first) ?? []), ...statement.redirects]);
        substitutions(
          statement.redirects.map(({ target }) => target),
          state,
        );
        return;
      }
      case "if":
        for (const { condition, body } of statement.branches) {
          all(condition, { ...state, tested: true });
          all(body, guarded);
        }
        all(statement.otherwise, guarded);
        return;
      case "case":
        substitutions([statement.subject], state);
        if (statement !== context.dispatch) for (const { body } of statement.arms) all(body, guarded);
        else if (state.argument.length !== 1) complete = false;
        else for (const { body } of context.armsFor(state.argument[0] ?? "")) all(body, state);
        return;
      case "loop":
        substitutions(statement.words, state);
        all(statement.condition, { ...state, tested: true });
        all(statement.body, guarded);
        return;
      case "function":
        return;
      case "unknown":
        complete = false;
        return;
    }
  };
  const simple = (command: ShellSimpleCommand, state: State): void => {
    if (commands.length >= limits.commands) {
      complete = false;
      return;
    }
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
    commands.push(reached);
    substitutions(
      [...assignments.map(({ value }) => value), ...words, ...redirects.map(({ target }) => target)],
      state,
    );
    if (first === undefined) return;
    const functions = called === undefined ? undefined : context.functions.get(called);
    if (called === undefined) complete &&= isProgramPath(first);
    else if (functions !== undefined) follow(called, functions, command, state, reached.background);
    else if (mayHide(context, called, reached)) complete = false;
  };
  const follow = (
    name: string,
    functions: readonly ShellFunction[],
    { words }: ShellSimpleCommand,
    state: State,
    background: boolean,
  ): void => {
    if (state.via.includes(name)) return;
    const via = [...state.via, name];
    const key = via.join("\n");
    if (followed.has(key)) return;
    followed.add(key);
    if (functions.length > 1) complete = false;
    if (via.length > limits.functions) {
      complete = false;
      return;
    }
    const first = words[1];
    const passed = first !== undefined && (context.isArgument(first) || /^"?\$[@*]"?$/.test(first.text));
    const known = first === undefined || passed ? undefined : context.resolve(first);
    const given = passed ? state.argument : known === undefined ? [] : [known];
    for (const { body } of functions)
      all(body, { ...state, tested: false, background, via, argument: given });
  };

  all(list, {
    guard: context.errexit ? "guarded" : "none",
    tested: false,
    background: false,
    via: [],
    argument,
  });
  return { commands, complete };
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
