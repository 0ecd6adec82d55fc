// What a script defines: variables, functions, and the files that it reads.

import type {
  ShellAssignment,
  ShellCase,
  ShellFunction,
  ShellScript,
  ShellSimpleCommand,
  ShellStatement,
} from "../../shell/script.ts";
import type { TextRange } from "../../text/range.ts";
import type { Surroundings } from "./walk-statements.ts";
import { walkStatements } from "./walk-statements.ts";

/** An assignment and what it stands in. */
export interface Binding extends Surroundings {
  readonly assignment: ShellAssignment;
  /** Before a program's name, for that program alone. */
  readonly passing: boolean;
}

/** A `.` or `source` with what it stands in. */
interface SourceCommand extends Surroundings {
  readonly command: ShellSimpleCommand;
}

/** What a script defines, by name. */
export interface Bindings {
  readonly variables: ReadonlyMap<string, readonly Binding[]>;
  /** Variables that something else than an assignment sets: `read`, `for`, `unset`, `getopts`. */
  readonly otherwiseSet: ReadonlySet<string>;
  /** All definitions of each function. */
  readonly functions: ReadonlyMap<string, readonly ShellFunction[]>;
  readonly sources: readonly SourceCommand[];
}

const declaring: ReadonlySet<string> = new Set(["export", "local", "readonly", "declare", "typeset"]);
const setting: ReadonlySet<string> = new Set(["read", "getopts", "unset", "mapfile", "readarray"]);

/** Collects what a script defines. The arms of `dispatch` are scopes of their own. */
export function bindingsOf(shell: ShellScript, dispatch: ShellCase | undefined): Bindings {
  const variables = new Map<string, Binding[]>();
  const otherwiseSet = new Set<string>();
  const functions = new Map<string, ShellFunction[]>();
  const sources: SourceCommand[] = [];
  const addTo = <T>(map: Map<string, T[]>, name: string, value: T): void => {
    const known = map.get(name);
    if (known === undefined) map.set(name, [value]);
    else known.push(value);
  };
  const visit = (statement: ShellStatement, around: Surroundings): void => {
    if (statement.kind === "function") addTo(functions, statement.name, statement);
    if (statement.kind === "loop" && statement.variable !== undefined) otherwiseSet.add(statement.variable);
    if (statement.kind !== "command") return;
    const [name, ...args] = statement.words.map(({ text }) => text);
    const passing = name !== undefined && !declaring.has(name);
    for (const assignment of statement.assignments)
      addTo(variables, assignment.name, { ...around, assignment, passing });
    if (name === "." || name === "source") sources.push({ ...around, command: statement });
    if (name !== undefined && setting.has(name)) for (const arg of args) otherwiseSet.add(arg);
    if (name === "printf" && args[0] === "-v") otherwiseSet.add(args[1] ?? "");
  };
  walkStatements(shell.body, (statement) => statement === dispatch, visit);
  return { variables, otherwiseSet, functions, sources };
}

/** Whether one range lies in the other. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
