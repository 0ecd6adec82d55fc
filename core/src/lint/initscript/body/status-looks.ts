// Statements that look at `$?`.

import type { ShellStatement, ShellWord } from "../../../shell/script.ts";
import type { TextRange } from "../../../text/range.ts";
import { statusVariable } from "./places.ts";

/** How a statement looks at the status of the one before it. */
export type StatusLook =
  /** `if [ $? … ]`, `case $? in`, `[ $? … ] && …`: something is decided. */
  | { readonly kind: "decides"; readonly range: TextRange }
  /** `log_end_msg $?`, `exit $?`, `return $?`: it is handed on. */
  | { readonly kind: "tells"; readonly name: string; readonly range: TextRange }
  /** `NAME=$?`. */
  | { readonly kind: "keeps"; readonly name: string; readonly range: TextRange };

const tellers = new Set(["log_end_msg", "log_action_end_msg", "exit", "return"]);

/**
 * How a statement looks at `$?` before anything else changes it, or at a variable that has been given it; undefined where
 * it does not, or not so plainly.
 */
export function statusLook(statement: ShellStatement | undefined, variable = "?"): StatusLook | undefined {
  switch (statement?.kind) {
    case "command": {
      const { start, end } = statement;
      const kept = statusVariable(statement);
      if (kept !== undefined) return { kind: "keeps", name: kept, range: { start, end } };
      const [name, first] = statement.words;
      if (name !== undefined && first !== undefined && tellers.has(name.text) && isQuoted(first, variable))
        return { kind: "tells", name: name.text, range: { start, end } };
      return isTest(statement, variable) ? { kind: "decides", range: { start, end } } : undefined;
    }
    case "and-or":
      return decision(statusLook(statement.left, variable));
    case "if":
      return decision(statusLook(statement.branches[0]?.condition[0], variable));
    case "case": {
      const { subject } = statement;
      return isQuoted(subject, variable) ? { kind: "decides", range: subject } : undefined;
    }
    default:
      return undefined;
  }
}

function decision(look: StatusLook | undefined): StatusLook | undefined {
  return look?.kind === "decides" ? look : undefined;
}

function isTest({ words }: Extract<ShellStatement, { readonly kind: "command" }>, variable: string): boolean {
  const [name, ...rest] = words;
  return (
    name !== undefined &&
    ["[", "test", "[["].includes(name.text) &&
    rest.some((word) => isQuoted(word, variable))
  );
}

/** Whether a word is the value of a variable and nothing else, quoted or not. */
function isQuoted(word: ShellWord, variable: string): boolean {
  const parts = word.parts.filter((part) => part.kind !== "text" || part.text !== "");
  const [part, ...more] = parts;
  return more.length === 0 && part?.kind === "variable" && part.name === variable && part.form === "";
}
