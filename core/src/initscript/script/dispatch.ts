// Where a script looks at its first argument.

import type {
  ShellCase,
  ShellFunction,
  ShellScript,
  ShellSimpleCommand,
  ShellStatement,
  ShellWord,
} from "../../shell/script.ts";
import type { Dispatch } from "./outline.ts";
import { type Surroundings, walkStatements } from "./walk-statements.ts";

/** How and where the first argument decides what runs. */
export interface DispatchPlace {
  readonly kind: Dispatch;
  readonly statement: ShellCase | undefined;
  /** For `call`: what stands before the argument in the function's name, such as `do_`. */
  readonly prefix: string;
  /** The functions on the way that get the script's arguments. */
  readonly through: readonly string[];
  /** Where it begins; the end of the script if it is not known. */
  readonly start: number;
  /** Whether a word is the script's first argument, or a variable that was set to it, and nothing else. */
  readonly isArgument: (word: ShellWord) => boolean;
}

type Found = Omit<DispatchPlace, "isArgument">;

/** More functions behind each other than this are not followed. */
const deepest = 5;

const initDScript = /^#!\s*(?:\S*\/env\s+)?\S*\/init-d-script\b/;

/** Finds the place; `unknown` where there is none, or more than one that starts something. */
export function findDispatch(text: string, shell: ShellScript): DispatchPlace {
  const { aliases, functions, readsInitDScript } = survey(shell);
  const isFirst = (word: ShellWord): boolean => isArgument(word, aliases);
  const nowhere = { statement: undefined, prefix: "", through: [], start: text.length, isArgument: isFirst };
  if (initDScript.test(text.slice(0, 200)) || readsInitDScript) return { ...nowhere, kind: "init-d-script" };
  const found: Found[] = [];
  search(shell.body, aliases, functions, [], found);
  const starting = found.filter(
    ({ kind, statement }) =>
      kind === "call" || statement?.arms.some(({ patterns }) => patterns.some(isStart)),
  );
  const [only] = starting.length > 0 ? starting : found;
  if (only === undefined || starting.length > 1 || (starting.length === 0 && found.length > 1))
    return { ...nowhere, kind: "unknown" };
  return { ...only, isArgument: isFirst };
}

function isStart({ parts }: ShellWord): boolean {
  return parts.length === 1 && parts[0]?.kind === "text" && parts[0].text === "start";
}

interface Survey {
  /** Variables that are set once, to the first argument. */
  readonly aliases: ReadonlySet<string>;
  /** Undefined for a function that is defined twice: it may be either. */
  readonly functions: ReadonlyMap<string, ShellFunction | undefined>;
  /** Older scripts for init-d-script read it with a dot. */
  readonly readsInitDScript: boolean;
}

function survey({ body }: ShellScript): Survey {
  const functions = new Map<string, ShellFunction | undefined>();
  const times = new Map<string, number>();
  const aliases = new Set<string>();
  let readsInitDScript = false;
  const visit = (statement: ShellStatement, { conditional }: Surroundings): void => {
    if (statement.kind === "function")
      functions.set(statement.name, functions.has(statement.name) ? undefined : statement);
    if (statement.kind !== "command") return;
    for (const { name, value } of statement.assignments) {
      times.set(name, (times.get(name) ?? 0) + 1);
      if (!conditional && value !== undefined && isArgument(value, none)) aliases.add(name);
    }
    const [dot, file] = statement.words;
    if ((dot?.text === "." || dot?.text === "source") && file?.text.endsWith("/init-d-script") === true)
      readsInitDScript = true;
  };
  walkStatements(body, () => false, visit);
  const once = [...aliases].filter((name) => times.get(name) === 1);
  return { aliases: new Set(once), functions, readsInitDScript };
}

const none: ReadonlySet<string> = new Set();

function isArgumentPart(part: ShellWord["parts"][number], aliases: ReadonlySet<string>): boolean {
  if (part.kind !== "variable" || !(part.form === "" || /^:?[-?]/.test(part.form))) return false;
  return part.name === "1" || aliases.has(part.name);
}

function isArgument(word: ShellWord, aliases: ReadonlySet<string>): boolean {
  const parts = word.parts.filter((part) => part.kind !== "text" || part.text !== "");
  const [part] = parts;
  return parts.length === 1 && part !== undefined && isArgumentPart(part, aliases);
}

function passesArguments({ words }: ShellSimpleCommand, aliases: ReadonlySet<string>): boolean {
  const first = words[1];
  if (first === undefined) return false;
  const [part, ...more] = first.parts;
  if (more.length === 0 && part?.kind === "variable" && (part.name === "@" || part.name === "*"))
    return part.form === "";
  return isArgument(first, aliases);
}

/** Looks along the way that the script takes without a look at anything else. Says whether to go on after the list. */
function search(
  list: readonly ShellStatement[],
  aliases: ReadonlySet<string>,
  functions: ReadonlyMap<string, ShellFunction | undefined>,
  through: readonly string[],
  found: Found[],
): boolean {
  const into = (inner: readonly ShellStatement[]) => search(inner, aliases, functions, through, found);
  const along = (statement: ShellStatement): boolean => {
    switch (statement.kind) {
      case "case":
        if (isArgument(statement.subject, aliases))
          found.push({ kind: "case", statement, prefix: "", through, start: statement.start });
        return true;
      case "command":
        return searchCommand(statement, aliases, functions, through, found);
      case "and-or":
        return into([statement.left]) && into([statement.right]);
      case "pipeline":
        return into(statement.parts);
      case "group":
        return into(statement.body);
      case "if":
        return (
          statement.branches.every(({ condition, body }) => into(condition) && into(body)) &&
          into(statement.otherwise)
        );
      case "loop":
      case "function":
      case "unknown":
        return true;
    }
  };
  return list.every(along);
}

function searchCommand(
  command: ShellSimpleCommand,
  aliases: ReadonlySet<string>,
  functions: ReadonlyMap<string, ShellFunction | undefined>,
  through: readonly string[],
  found: Found[],
): boolean {
  const [name, ...args] = command.words;
  if (name === undefined) return true;
  // Behind these the first argument is another one.
  if (name.text === "shift") return false;
  if (name.text === "set" && args.some(({ text }) => !/^[-+]./.test(text) || text === "--")) return false;
  const prefix = calledPrefix(name, aliases);
  if (prefix !== undefined) {
    found.push({ kind: "call", statement: undefined, prefix, through, start: command.start });
    return true;
  }
  const called = functions.get(name.text);
  if (called === undefined || through.includes(called.name) || through.length >= deepest) return true;
  if (passesArguments(command, aliases))
    search(called.body, aliases, functions, [...through, called.name], found);
  return true;
}

/** For `"$1"`, `"$@"` or `do_$1` as a command's name: what stands before the argument. */
function calledPrefix({ parts }: ShellWord, aliases: ReadonlySet<string>): string | undefined {
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  if (last?.kind !== "variable") return undefined;
  const all = last.name === "@" && last.form === "" && before.length === 0;
  if (!all && !isArgumentPart(last, aliases)) return undefined;
  if (!before.every((part) => part.kind === "text")) return undefined;
  const prefix = before.map((part) => (part.kind === "text" ? part.text : "")).join("");
  return prefix.includes("/") ? undefined : prefix;
}
