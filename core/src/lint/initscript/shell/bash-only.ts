// What bash reads and other shells do not. Observed: dash 0.5.12, BusyBox 1.35.0 ash with all that it can have, bash 5.2.

import type { SystemShell } from "../../../initscript/families/contract.ts";
import { walkStatements } from "../../../initscript/script/walk-statements.ts";
import type {
  ShellAssignment,
  ShellScript,
  ShellSimpleCommand,
  ShellStatement,
  ShellWord,
} from "../../../shell/script.ts";
import type { TextEdit, TextRange } from "../../../text/range.ts";

/** What becomes of it in a shell that does not know it. */
export type Effect =
  /** The shell ends with a syntax error, or does so when it gets there. */
  | "syntax"
  | "substitution"
  | "option"
  /** The shell looks for a command of that name. */
  | "command"
  /** The test ends with 2, which is no. */
  | "operator"
  /** The command goes into the background, and the file is emptied. */
  | "background";

/** Something of bash's own in a script. */
export interface BashOnly extends TextRange {
  /** One finding is enough for each construct. */
  readonly construct: string;
  readonly effect: Effect;
  /** The shells that do not know it. */
  readonly unknownTo: readonly SystemShell[];
  /** The same for every shell, where that is one place. */
  readonly instead?: readonly TextEdit[];
}

const both: readonly SystemShell[] = ["dash", "ash"];
const onlyDash: readonly SystemShell[] = ["dash"];

/** Commands of bash, and who does not have them. */
const commands: ReadonlyMap<string, readonly SystemShell[]> = new Map([
  ...["declare", "typeset", "shopt", "pushd", "popd", "mapfile", "readarray", "disown"].map(
    (name) => [name, both] as const,
  ),
  ...["[[", "source", "let"].map((name) => [name, onlyDash] as const),
]);

/** Everything of bash's own, in the order of the text. `isOwn` tells which commands are functions of the script. */
export function bashOnly(text: string, shell: ShellScript, isOwn: (name: string) => boolean): BashOnly[] {
  const found: BashOnly[] = [];
  const visit = (statement: ShellStatement): void => {
    if (statement.kind === "function") found.push(...functionKeyword(text, statement));
    if (statement.kind !== "command") return;
    found.push(...ofCommand(statement, isOwn), ...ofRedirects(statement));
    for (const each of statement.assignments) found.push(...ofAssignment(text, each));
    for (const word of wordsOf(statement)) found.push(...ofWord(word));
  };
  walkStatements(shell.body, () => false, visit);
  return found.toSorted((one, other) => one.start - other.start);
}

function functionKeyword(
  text: string,
  { start, nameRange }: ShellStatement & { kind: "function" },
): BashOnly[] {
  if (!/^function[ \t]/.test(text.slice(start, start + 9))) return [];
  const behind = /^[ \t]*\([ \t]*\)/.test(text.slice(nameRange.end)) ? [] : [inserted(nameRange.end, "()")];
  return [
    {
      start,
      end: nameRange.end,
      construct: "function",
      effect: "syntax",
      unknownTo: onlyDash,
      instead: [{ start, end: nameRange.start, text: "" }, ...behind],
    },
  ];
}

function ofCommand(command: ShellSimpleCommand, isOwn: (name: string) => boolean): BashOnly[] {
  const [first, ...args] = command.words;
  if (first === undefined || isOwn(first.text)) return [];
  const { start, end, text } = first;
  const unknownTo = commands.get(text);
  if (unknownTo !== undefined) {
    const instead = text === "source" && args.length > 0 ? [{ start, end, text: "." }] : undefined;
    return [{ start, end, construct: text, effect: "command", unknownTo, ...(instead && { instead }) }];
  }
  if (text === "[" || text === "test")
    return args
      .filter((word) => word.text === "==")
      .map((word) => ({
        start: word.start,
        end: word.end,
        construct: "==",
        effect: "operator" as const,
        unknownTo: onlyDash,
        instead: [{ start: word.start, end: word.end, text: "=" }],
      }));
  const pipefail = text === "set" ? args.find((word) => word.text === "pipefail") : undefined;
  if (pipefail === undefined) return [];
  const { start: from, end: to } = pipefail;
  return [{ start: from, end: to, construct: "pipefail", effect: "option", unknownTo: onlyDash }];
}

function ofRedirects({ redirects }: ShellSimpleCommand): BashOnly[] {
  return redirects.flatMap(({ operator, target, start, end }): BashOnly[] => {
    if (operator === "<<<") return [{ start, end, construct: "<<<", effect: "syntax", unknownTo: both }];
    if (operator !== "&>" && operator !== "&>>") return [];
    const instead =
      target === undefined
        ? undefined
        : [{ start, end: start + operator.length, text: operator.slice(1) }, inserted(end, " 2>&1")];
    const place = { start, end, ...(instead && { instead }) };
    const inDash = { ...place, construct: "&>", effect: "background" as const, unknownTo: onlyDash };
    return operator === "&>"
      ? [inDash]
      : [inDash, { ...place, construct: "&>>", effect: "syntax", unknownTo: ["ash"] }];
  });
}

function ofAssignment(text: string, { start, end, name, value }: ShellAssignment): BashOnly[] {
  if (value !== undefined) return [];
  const written = text.slice(start, end);
  if (/^\w+(?:\[[^\]]*\])?=\(/.test(written))
    return [{ start, end, construct: "array", effect: "syntax", unknownTo: both }];
  return written.startsWith(`${name}+=`)
    ? [{ start, end, construct: "+=", effect: "command", unknownTo: both }]
    : [];
}

function ofWord({ text, parts }: ShellWord): BashOnly[] {
  return parts.flatMap((part): BashOnly[] => {
    const { start, end } = part;
    if (part.kind === "other") {
      const written = text.slice(0, 2);
      return parts.length === 1 && (written === "<(" || written === ">(")
        ? [{ start, end, construct: "<(", effect: "syntax", unknownTo: onlyDash }]
        : [];
    }
    if (part.kind !== "variable" || part.form === "") return [];
    const place = { start, end, construct: "${", effect: "substitution" as const };
    // `${a/b/c}` and `${a:1}`; a blank in front of a minus makes it an offset too.
    if (/^(?:\/|:[ \t]*[\d$({]|: -\d)/.test(part.form)) return [{ ...place, unknownTo: onlyDash }];
    return /^(?:\^|,|@)/.test(part.form) ? [{ ...place, unknownTo: both }] : [];
  });
}

function wordsOf({ words, assignments, redirects }: ShellSimpleCommand): readonly ShellWord[] {
  return [
    ...assignments.flatMap(({ value }) => value ?? []),
    ...words,
    ...redirects.flatMap(({ target }) => target ?? []),
  ];
}

function inserted(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}
