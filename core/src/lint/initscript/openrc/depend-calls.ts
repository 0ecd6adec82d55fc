// What depend() of a service says, as far as its text shows it.

import { type DependWord, dependWords } from "../../../initscript/openrc/deptree.ts";
import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ShellSimpleCommand, ShellStatement, ShellWord } from "../../../shell/script.ts";
import type { TextEdit } from "../../../text/range.ts";
import type { ScriptContext } from "../contract.ts";

/** A command in depend(). */
export interface DependCall {
  readonly command: ShellSimpleCommand;
  readonly name: ShellWord;
  /** The word of OpenRC's that it is; undefined: another command. */
  readonly word: DependWord | undefined;
  /** It is not called in every case. */
  readonly isConditional: boolean;
}

/** The commands of depend(), in their order; undefined where there is no such function, or more than one. */
export function dependCalls({ shell }: ScriptContext): readonly DependCall[] | undefined {
  const functions = (shell?.body ?? []).filter(
    (statement) => statement.kind === "function" && statement.name === "depend",
  );
  const [only, more] = functions;
  if (only?.kind !== "function" || more !== undefined) return undefined;
  const calls: DependCall[] = [];
  collect(only.body, false, calls);
  return calls;
}

function collect(statements: readonly ShellStatement[], isConditional: boolean, calls: DependCall[]): void {
  for (const statement of statements)
    switch (statement.kind) {
      case "command": {
        const [name] = statement.words;
        if (name === undefined) break;
        const word = dependWords.find((each) => each === plainText(name));
        calls.push({ command: statement, name, word, isConditional });
        break;
      }
      case "group":
        collect(statement.body, isConditional || statement.subshell, calls);
        break;
      case "and-or":
        collect([statement.left], isConditional, calls);
        collect([statement.right], true, calls);
        break;
      case "if":
        for (const { body } of statement.branches) collect(body, true, calls);
        collect(statement.otherwise, true, calls);
        break;
      case "case":
        for (const { body } of statement.arms) collect(body, true, calls);
        break;
      case "loop":
        collect(statement.body, true, calls);
        break;
      default:
        break;
    }
}

/** A name that a call of a word names. */
export interface NamedService {
  readonly name: string;
  readonly word: DependWord;
  readonly range: ShellWord;
  readonly isConditional: boolean;
  /** The whole call. */
  readonly command: ShellSimpleCommand;
}

/** What the calls of some words name, as far as it is the same in every case. */
export function namedBy(calls: readonly DependCall[], words: readonly DependWord[]): readonly NamedService[] {
  return calls.flatMap(({ command, word, isConditional }) =>
    word === undefined || !words.includes(word)
      ? []
      : command.words.slice(1).flatMap((range) => {
          const name = plainText(range);
          return name === undefined || name === "" || /\s/.test(name)
            ? []
            : [{ name, word, range, isConditional, command }];
        }),
  );
}

/** The edit that takes a name out of depend(), with its line where nothing else stands there. */
export function without(
  text: string,
  calls: readonly DependCall[],
  { command, range }: NamedService,
): TextEdit {
  if (command.words.length > 2) {
    const blanks = /[ \t]*$/.exec(text.slice(0, range.start))?.[0].length ?? 0;
    return { start: range.start - blanks, end: range.end, text: "" };
  }
  const start = text.lastIndexOf("\n", command.start - 1) + 1;
  const end = text.indexOf("\n", range.end) + 1 || text.length;
  const isAlone = text.slice(start, command.start).trim() === "" && text.slice(range.end, end).trim() === "";
  // No shell reads a function without any command.
  return isAlone && calls.length > 1
    ? { start, end, text: "" }
    : { start: command.start, end: range.end, text: ":" };
}
