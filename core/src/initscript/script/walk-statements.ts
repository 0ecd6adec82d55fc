// Goes through all statements of a script, telling for each what it stands in. Nesting is limited where the description is
// made, so that recursion is safe.

import type { ShellStatement, ShellWord } from "../../shell/script.ts";
import type { TextRange } from "../../text/range.ts";

/** What a statement stands in. */
export interface Surroundings {
  /** It may not run although what is around it does: an `if`, the right side of `&&`, a loop, an inner `case`. */
  readonly conditional: boolean;
  /** The function or the arm of the first argument's `case` that it stands in; undefined at the top. */
  readonly scope: TextRange | undefined;
  /** It stands in a subshell or a substitution, so that what it sets is lost after it. */
  readonly apart: boolean;
}

/** Tells whether the arms of a `case` are scopes of their own. */
type IsDispatch = (statement: ShellStatement) => boolean;

/** Calls `visit` for every statement, the outer ones first. */
export function walkStatements(
  list: readonly ShellStatement[],
  isDispatch: IsDispatch,
  visit: (statement: ShellStatement, around: Surroundings) => void,
): void {
  const all = (statements: readonly ShellStatement[], around: Surroundings): void => {
    for (const statement of statements) one(statement, around);
  };
  const word = (given: ShellWord | undefined, around: Surroundings): void => {
    if (given === undefined) return;
    for (const part of given.parts)
      if (part.kind === "substitution") all(part.body, { ...around, apart: true });
  };
  const one = (statement: ShellStatement, around: Surroundings): void => {
    visit(statement, around);
    if (statement.kind === "command") {
      for (const { value } of statement.assignments) word(value, around);
      for (const each of statement.words) word(each, around);
      for (const { target } of statement.redirects) word(target, around);
      return;
    }
    const perhaps = around.conditional ? around : { ...around, conditional: true };
    switch (statement.kind) {
      case "and-or":
        one(statement.left, around);
        one(statement.right, perhaps);
        return;
      case "pipeline":
        all(statement.parts, statement.parts.length > 1 ? { ...around, apart: true } : around);
        return;
      case "group":
        all(statement.body, statement.subshell || statement.background ? { ...around, apart: true } : around);
        return;
      case "if":
        for (const [index, { condition, body }] of statement.branches.entries()) {
          all(condition, index === 0 ? around : perhaps);
          all(body, perhaps);
        }
        all(statement.otherwise, perhaps);
        return;
      case "case": {
        const dispatches = isDispatch(statement);
        word(statement.subject, around);
        for (const arm of statement.arms)
          all(arm.body, dispatches ? { conditional: false, scope: arm, apart: around.apart } : perhaps);
        return;
      }
      case "loop":
        for (const each of statement.words) word(each, around);
        all(statement.condition, around);
        all(statement.body, perhaps);
        return;
      case "function":
        all(statement.body, { conditional: false, scope: statement, apart: false });
        return;
      case "unknown":
        return;
    }
  };
  all(list, { conditional: false, scope: undefined, apart: false });
}
