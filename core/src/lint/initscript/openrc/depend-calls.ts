// What depend() of a service says, as far as its text shows it.

import { type DependWord, dependWords } from "../../../initscript/openrc/deptree.ts";
import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ShellSimpleCommand, ShellStatement, ShellWord } from "../../../shell/script.ts";
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
  readonly range: ShellWord;
  readonly isConditional: boolean;
}

/** What the calls of some words name, as far as it is the same in every case. */
export function namedBy(calls: readonly DependCall[], words: readonly DependWord[]): readonly NamedService[] {
  return calls
    .filter(({ word }) => word !== undefined && words.includes(word))
    .flatMap(({ command, isConditional }) =>
      command.words.slice(1).flatMap((range) => {
        const name = plainText(range);
        return name === undefined || name === "" || /\s/.test(name) ? [] : [{ name, range, isConditional }];
      }),
    );
}
