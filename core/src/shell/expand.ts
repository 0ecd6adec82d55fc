// What words stand for: variables, `~`, and the fields that a shell makes of them. No file names are looked up.

import { echoed } from "./runnable.ts";
import { assignmentLength, type List, type Word, type WordPart } from "./tree.ts";

/** What a shell knows when it expands a word. */
export interface Expanding {
  /** What it calls itself. */
  readonly name: string;
  readonly positional: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** The exit code of the last command. */
  readonly status: number;
}

/** The fields of a word: what an unquoted variable gives is split at blanks. */
export function expandFields(context: Expanding, { parts }: Word): readonly string[] {
  const fields: string[] = [];
  let field: string | undefined;
  const end = () => {
    if (field !== undefined) fields.push(field);
    field = undefined;
  };
  for (const [index, part] of parts.entries()) {
    if (part.kind === "text") {
      field = (field ?? "") + (index === 0 ? withHome(context, part, parts.length === 1) : part.text);
      continue;
    }
    for (const [count, value] of valuesOf(context, part).entries()) {
      if (count > 0) end();
      if (part.quoted) {
        field = (field ?? "") + value;
        continue;
      }
      for (const [at, piece] of value.split(/[ \t\n]+/).entries()) {
        if (at > 0) end();
        if (piece !== "") field = (field ?? "") + piece;
      }
    }
  }
  // An empty list of arguments makes no word, not even in quotes.
  const [quote, list] = parts;
  const isList =
    parts.length === 2 && quote?.kind === "text" && list?.kind === "variable" && list.name === "@";
  if (!(isList && field === "" && context.positional.length <= 1)) end();
  return fields;
}

/** The text of a word that is not split. */
export function expandText(context: Expanding, { parts }: Word): string {
  return parts
    .map((part, index) => {
      if (part.kind !== "text") return valuesOf(context, part).join(" ");
      return index === 0 ? withHome(context, part, parts.length === 1) : part.text;
    })
    .join("");
}

/** The variable that a word assigns to, and its value. */
export function expandAssignment(context: Expanding, word: Word): readonly [name: string, value: string] {
  const length = assignmentLength(word) ?? 0;
  const [first, ...rest] = word.parts;
  const text = first?.kind === "text" ? first.text : "";
  const value: WordPart = { kind: "text", text: text.slice(length), quoted: false };
  const parts = value.text === "" ? rest : [value, ...rest];
  return [text.slice(0, Math.max(0, length - 1)), expandText(context, { ...word, parts })];
}

/** What a part stands for: one text, or the arguments one by one. */
function valuesOf(context: Expanding, part: Exclude<WordPart, { kind: "text" }>): readonly string[] {
  switch (part.kind) {
    case "variable":
      if (part.name === "@") return context.positional.slice(1);
      return [variableValue(context, part.name)];
    case "substitution":
      return [substitution(context, part.body)];
    default:
      return [];
  }
}

function substitution(context: Expanding, body: List | undefined): string {
  const words = body === undefined ? [] : (echoed(body) ?? []);
  const text = words.flatMap((word) => expandFields(context, word)).join(" ");
  return text.replace(/\n+$/, "");
}

function variableValue(context: Expanding, name: string): string {
  if (name === "0") return context.positional[0] ?? context.name;
  if (/^\d+$/.test(name)) return context.positional[Number(name)] ?? "";
  switch (name) {
    case "?":
      return String(context.status);
    case "#":
      return String(Math.max(0, context.positional.length - 1));
    case "*":
      return context.positional.slice(1).join(" ");
    case "$":
      return "2";
    default:
      return context.variables[name] ?? "";
  }
}

/** `~` at the beginning of a word, alone or in front of a slash that is not quoted. */
function withHome(
  context: Expanding,
  { text, quoted }: Extract<WordPart, { kind: "text" }>,
  isWhole: boolean,
): string {
  if (quoted || !(text.startsWith("~/") || (isWhole && text === "~"))) return text;
  return (context.variables["HOME"] ?? "~") + text.slice(1);
}
