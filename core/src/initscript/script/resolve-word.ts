// What a word becomes, as far as that is sure.

import type { ShellAssignment, ShellStatement, ShellWord, ShellWordPart } from "../../shell/script.ts";
import { type Binding, type Bindings, contains } from "./bindings.ts";

/** What is known when words are looked at. */
export interface ResolveContext {
  readonly bindings: Bindings;
  /** What `$0` is: the path under which a user calls the script. */
  readonly scriptPath: string | undefined;
  /** Where the dispatch begins: what is set below it comes too late for the arms. */
  readonly dispatchStart: number;
  /** The values of assignments as far as they were asked for; filled here. */
  readonly values: Map<ShellAssignment, string | undefined>;
}

/** More variables behind each other than this are not followed. */
const deepest = 20;

/** The longest value that is put together. */
const longest = 4_000;

/** The word as text; undefined where that is not sure. */
export function resolveWord(context: ResolveContext, word: ShellWord, depth: number = 0): string | undefined {
  if (depth > deepest) return undefined;
  let text = "";
  for (const part of word.parts) {
    const piece = resolvePart(context, part, depth);
    if (piece === undefined || text.length + piece.length > longest) return undefined;
    text += piece;
  }
  return text;
}

function resolvePart(context: ResolveContext, part: ShellWordPart, depth: number): string | undefined {
  switch (part.kind) {
    case "text":
      return part.text;
    case "variable": {
      const value = part.name === "0" ? context.scriptPath : variable(context, part.name, part, depth);
      return value === undefined ? undefined : formed(value, part.form);
    }
    case "substitution":
      return substituted(context, part.body, depth);
    case "other":
      return undefined;
  }
}

function variable(
  context: ResolveContext,
  name: string,
  use: ShellWordPart,
  depth: number,
): string | undefined {
  const { variables, otherwiseSet } = context.bindings;
  const all = variables.get(name) ?? [];
  // What other functions and arms set is theirs, if this one sets the variable itself.
  const own = all.filter(({ scope }) => scope !== undefined && contains(scope, use));
  const known = own.length > 0 && all.every(({ scope }) => scope !== undefined) ? own : all;
  const [binding] = known;
  if (binding === undefined || known.length > 1 || otherwiseSet.has(name)) return undefined;
  const { value } = binding.assignment;
  if (value === undefined || !reaches(context, binding, use)) return undefined;
  const { assignment } = binding;
  const { values } = context;
  if (!values.has(assignment)) {
    // Whoever comes back here while the value is looked for has gone round in a circle.
    values.set(assignment, undefined);
    values.set(assignment, resolveWord(context, value, depth + 1));
  }
  return values.get(assignment);
}

/** Whether the assignment has surely been made where the variable is used. */
function reaches({ dispatchStart }: ResolveContext, binding: Binding, use: ShellWordPart): boolean {
  const { assignment, conditional, scope, apart, passing } = binding;
  if (conditional || apart || passing) return false;
  if (scope !== undefined) return contains(scope, use) && assignment.end <= use.start;
  return assignment.end <= use.start || assignment.start < dispatchStart;
}

/** The value behind `${NAME…}`. */
function formed(value: string, form: string): string | undefined {
  if (form === "") return value;
  // What stands in for an empty value is not needed.
  if (/^:?[-=?]/.test(form)) return value === "" ? undefined : value;
  const [, sign = "", pattern = ""] = /^(##?|%%?)([\w./*?-]*)$/.exec(form) ?? [];
  if (sign === "") return undefined;
  const source = pattern.replace(/[.]/g, "\\.").replace(/\?/g, ".").replace(/\*+/g, ".*");
  const whole = new RegExp(`^${source}$`, "s");
  const cuts = Array.from({ length: value.length + 1 }, (_, index) => index);
  // The shortest piece first; for `##` and `%%` the longest.
  const lengths = sign.length === 2 ? cuts.toReversed() : cuts;
  const fromStart = sign.startsWith("#");
  const cut = lengths.find((length) =>
    whole.test(fromStart ? value.slice(0, length) : value.slice(value.length - length)),
  );
  if (cut === undefined) return value;
  return fromStart ? value.slice(cut) : value.slice(0, value.length - cut);
}

/** `$(basename FILE [SUFFIX])` and `$(readlink -f $0)`. */
function substituted(
  context: ResolveContext,
  body: readonly ShellStatement[],
  depth: number,
): string | undefined {
  const [command, ...more] = body;
  if (
    more.length > 0 ||
    command?.kind !== "command" ||
    command.redirects.some(({ operator }) => !operator.startsWith("2"))
  )
    return undefined;
  const words = command.words.map((word) => resolveWord(context, word, depth + 1));
  const [program, ...given] = words;
  const args = given[0] === "--" ? given.slice(1) : given;
  switch (program?.replace(/^.*\//, "")) {
    case "basename": {
      const [path, suffix = "", extra] = args;
      if (path === undefined || extra !== undefined || args.includes(undefined) || path.startsWith("-"))
        return undefined;
      const name = path.replace(/\/+$/, "").replace(/^.*\//, "");
      return suffix !== "" && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
    }
    case "readlink":
    case "realpath": {
      const path = args.at(-1);
      const options = args.slice(0, -1);
      return path !== undefined &&
        path === context.scriptPath &&
        options.every((word) => /^-[efm]$/.test(word ?? ""))
        ? path
        : undefined;
    }
    default:
      return undefined;
  }
}
