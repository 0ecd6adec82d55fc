// A `status` that finds out how things stand, says so, and ends with 0 whatever it has found.

import type { ActionReach } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import { plainText } from "../../../initscript/script/plain-text.ts";
import { walkStatements } from "../../../initscript/script/walk-statements.ts";
import type { ShellSimpleCommand, ShellStatement } from "../../../shell/script.ts";
import type { TextRange } from "../../../text/range.ts";
import { type StatusWorld, statusFate } from "./status-fate.ts";

/** A question of `status` whose answers all end with 0. */
export interface SaidOnly {
  readonly question: TextRange;
  /** The last command of the answer for what is down; undefined where nobody can tell which that is. */
  readonly down: ShellSimpleCommand | undefined;
}

/** The last such question of an action; undefined where there is none. */
export function saidOnly(world: StatusWorld, reach: ActionReach): SaidOnly | undefined {
  const reached = new Map(reach.commands.map((each) => [each.command, each]));
  let found: SaidOnly | undefined;
  walkStatements(
    world.outline.shell.body,
    () => false,
    (statement) => {
      const choice = choiceOf(statement);
      if (choice === undefined) return;
      const answers = choice.answers.map((list) => saidAt(list, reached));
      // What is said in front of `||` has succeeded, so that its status is that of the whole.
      const ends = statement.kind === "and-or" ? answers.slice(-1) : answers;
      if (
        answers.every((last) => last !== undefined) &&
        ends.every((last) => last !== undefined && endsWithZero(world, reach, last))
      )
        found = { question: choice.question, down: choice.asksForLife ? answers.at(-1)?.command : undefined };
    },
  );
  return found;
}

interface Choice {
  readonly question: TextRange;
  /** What runs for each outcome, the last where the question was denied. */
  readonly answers: readonly (readonly ShellStatement[])[];
  readonly asksForLife: boolean;
}

/** `if A; then B; else C; fi`, or `A && B || C`. */
function choiceOf(statement: ShellStatement): Choice | undefined {
  if (statement.kind === "if") {
    const { branches, otherwise } = statement;
    const [first] = branches;
    const [question] = first?.condition ?? [];
    if (first === undefined || question === undefined || otherwise.length === 0) return undefined;
    const asksForLife = branches.length === 1 && first.condition.length === 1 && asks(question);
    return { question, answers: [...branches.map(({ body }) => body), otherwise], asksForLife };
  }
  if (statement.kind !== "and-or" || statement.operator !== "||") return undefined;
  const { left, right } = statement;
  if (left.kind !== "and-or" || left.operator !== "&&") return undefined;
  return { question: left.left, answers: [[left.right], [right]], asksForLife: false };
}

/** Programs that succeed if a process is there. */
function asks(statement: ShellStatement): boolean {
  if (statement.kind !== "command") return false;
  const [first, second] = statement.words.map(({ text }) => text);
  return /^(?:\S*\/)?(?:pidof|pgrep|pidofproc)$/.test(first ?? "") || (first === "kill" && second === "-0");
}

/** The last command of a list in which things are said, and nothing else is done. */
function saidAt(
  list: readonly ShellStatement[],
  reached: ReadonlyMap<ShellSimpleCommand, ReachedCommand>,
): ReachedCommand | undefined {
  const commands = list.map((statement) =>
    statement.kind === "command" ? reached.get(statement) : undefined,
  );
  const areSaid = commands.every(
    (each) =>
      (each?.name === "echo" || each?.name === "printf") &&
      !each.background &&
      each.command.redirects.every(({ target }) =>
        /^(?:\d|\/dev\/(?:null|stderr|console))?$/.test(target?.text ?? ""),
      ),
  );
  return areSaid ? commands.at(-1) : undefined;
}

/** Whether the script ends with 0 once this was said, which has ended with 0 itself. */
function endsWithZero(world: StatusWorld, reach: ActionReach, last: ReachedCommand): boolean {
  const fate = statusFate(world, reach, last);
  if (fate.kind === "script") return true;
  if (fate.kind !== "lost" || fate.by.kind !== "command") return false;
  const [exit, value, more] = fate.by.words;
  if (exit?.text !== "exit" || value === undefined || more !== undefined) return false;
  if (plainText(value) === "0") return true;
  const [, name] = /^"?\$\{?([A-Za-z_]\w*)\}?"?$/.exec(value.text) ?? [];
  return name !== undefined && isZero(world.outline, reach, name);
}

/** Whether a variable is 0 at the end of the action: it is set to 0 before, and not by the action. */
function isZero(
  { topLevel, assignments }: ScriptOutline,
  { commands, complete }: ActionReach,
  name: string,
): boolean {
  const inAction = new Set(commands.flatMap(({ command }) => command.assignments));
  const all = assignments.get(name) ?? [];
  const before = new Set(topLevel.flatMap(({ command }) => command.assignments));
  const first = all.filter((each) => before.has(each) && !inAction.has(each));
  return (
    complete &&
    first.length === 1 &&
    all.every((each) => !inAction.has(each)) &&
    first.every(({ value }) => value !== undefined && plainText(value) === "0")
  );
}
