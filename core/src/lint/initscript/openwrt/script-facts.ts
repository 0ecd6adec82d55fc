// What rules see of a script for rc.common: its assignments and functions at top level.

import { isForRcCommon as hasRcCommon } from "../../../initscript/openwrt/numbers.ts";
import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ShellAssignment, ShellFunction, ShellStatement, ShellWord } from "../../../shell/script.ts";
import type { ScriptContext } from "../contract.ts";

/** Whether rc.common runs the script. */
export function isForRcCommon({ text }: Pick<ScriptContext, "text">): boolean {
  return hasRcCommon(text);
}

/** START or STOP with a value that is the same in every case. */
export interface NumberAssignment {
  readonly name: "START" | "STOP";
  /** What `enable` puts into the link's name. */
  readonly value: string;
  /** The letter of the link. */
  readonly letter: "S" | "K";
  readonly assignment: ShellAssignment;
  readonly word: ShellWord;
}

/** The numbers that a script sets where it is read, in branches too. */
export function numbersOf(script: ScriptContext): readonly NumberAssignment[] {
  if (!isForRcCommon(script)) return [];
  return topLevel(script).flatMap((statement) =>
    statement.kind === "command" && statement.words.length === 0
      ? statement.assignments.flatMap(numberIn)
      : [],
  );
}

function numberIn(assignment: ShellAssignment): readonly NumberAssignment[] {
  const { name, value: word } = assignment;
  if ((name !== "START" && name !== "STOP") || word === undefined) return [];
  const value = plainText(word);
  // What a build fills in is not known here.
  if (value === undefined || /[@%{}<>]/.test(value)) return [];
  return [{ name, value, letter: name === "START" ? "S" : "K", assignment, word }];
}

/** The functions of a script by name; the last of a name counts. */
export function functionsOf(script: ScriptContext): ReadonlyMap<string, ShellFunction> {
  return new Map(
    topLevel(script).flatMap((statement) =>
      statement.kind === "function" ? [[statement.name, statement] as const] : [],
    ),
  );
}

/** Whether USE_PROCD is set: yes, no, or by something that is not known here. */
export function usesProcd(script: ScriptContext): "yes" | "no" | "unknown" {
  const set = topLevel(script).flatMap((statement) =>
    statement.kind === "command" && statement.words.length === 0
      ? statement.assignments.filter(({ name }) => name === "USE_PROCD")
      : [],
  );
  const last = set.at(-1);
  // A file that is read may set it as well.
  if (last === undefined) return /^[ \t]*(?:\.|source|eval)[ \t]/m.test(script.text) ? "unknown" : "no";
  const value = last.value === undefined ? undefined : plainText(last.value);
  if (value === undefined) return "unknown";
  return value === "" ? "no" : "yes";
}

/** The statements that are run when the script is read, those in branches and groups too. */
export function topLevel({ shell }: ScriptContext): readonly ShellStatement[] {
  return flattened(shell?.body ?? []);
}

/** All statements that can run in this shell, with what stands in branches, loops and groups. */
export function flattened(statements: readonly ShellStatement[]): readonly ShellStatement[] {
  return statements.flatMap((statement): readonly ShellStatement[] => {
    switch (statement.kind) {
      case "and-or":
        return flattened([statement.left, statement.right]);
      case "group":
        return flattened(statement.body);
      case "if":
        return flattened([
          ...statement.branches.flatMap(({ condition, body }) => [...condition, ...body]),
          ...statement.otherwise,
        ]);
      case "case":
        return flattened(statement.arms.flatMap(({ body }) => body));
      case "loop":
        return flattened([...statement.condition, ...statement.body]);
      case "pipeline":
        return flattened(statement.parts);
      default:
        return [statement];
    }
  });
}
