// Arguments of a sub-command: node's own parser, our own words about mistakes, and the help text from the same table.

import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Localizer, listOf, type MessageValue } from "@inittab/core";
import { message } from "./message.ts";

/** A mistake in the arguments. */
export class UsageError extends Error {
  /** What is said to the user. */
  readonly said: MessageValue;

  constructor(said: MessageValue) {
    super("wrong usage");
    this.said = said;
  }
}

/** What went wrong was told already: the program only ends, as one that could not do its work. */
export class AlreadyTold extends Error {}

/** An option as the parser and the help text need it. */
interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help text. */
  readonly value?: string;
  readonly about: MessageValue;
}

/** An option with a value that may be given once. */
export type StringOption = Option & { readonly type: "string"; readonly multiple?: false };

/** The options of a command, by their long names. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What the user gave, by the type of the option. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: Table[Name]["type"] extends "boolean"
    ? boolean
    : Table[Name]["multiple"] extends true
      ? readonly string[]
      : string;
};

/** What no word of a command line can begin with: it keeps a text from being taken for an option. */
const shield = "\0";

/** Whether a word that begins with a hyphen is a text, such as the message `- init -`. */
function isText(word: string): boolean {
  return /^-\s/.test(word);
}

/** Parses or throws a `UsageError`. */
export function parseOptions<const Table extends OptionTable>(
  args: readonly string[],
  table: Table,
): { readonly values: OptionValues<Table>; readonly positionals: readonly string[] } {
  const options: ParseArgsConfig["options"] = {};
  for (const [name, { type, short, multiple }] of Object.entries(table))
    options[name] = { type, ...(short && { short }), ...(multiple && { multiple }) };
  try {
    const { values, positionals } = parseArgs({
      args: args.map((word) => (isText(word) ? `${shield}${word}` : word)),
      options,
      allowPositionals: true,
    });
    for (const [name, value] of Object.entries(values))
      if (table[name]?.type === "string" && value === "")
        throw new UsageError(message("usage.empty-value", { option: name }));
    return {
      values: values as OptionValues<Table>,
      positionals: positionals.map((word) => (word.startsWith(shield) ? word.slice(shield.length) : word)),
    };
  } catch (error) {
    throw error instanceof UsageError ? error : usageError(error);
  }
}

/** The options' lines of a help text. */
export function optionHelp(table: OptionTable, { words }: Localizer): string {
  const rows = Object.entries(table).map(([name, { short, value, about }]) => {
    const names = `${short === undefined ? "    " : `-${short}, `}--${name}`;
    return [value === undefined ? names : `${names} ${value}`, words(about)] as const;
  });
  const width = Math.max(...rows.map(([names]) => names.length)) + 2;
  return rows
    .map(([names, about]) => `  ${names.padEnd(width)}${about.replaceAll("\n", `\n  ${" ".repeat(width)}`)}`)
    .join("\n");
}

/** The value if it is one of these words, the fallback if there is none; otherwise a `UsageError`. */
export function oneOf<const Word extends string>(
  option: string,
  value: string | undefined,
  words: readonly Word[],
  fallback: NoInfer<Word>,
): Word {
  if (value === undefined) return fallback;
  const word = words.find((candidate) => candidate === value);
  if (word === undefined)
    throw new UsageError(message("usage.one-of", { option, value, words: listOf(words, "comma") }));
  return word;
}

function usageError(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const option = /(--?[a-z][a-z-]*)[^'-]*'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return new UsageError(
        message("usage.unknown-option", { option: /'([^']*)'/.exec(error.message)?.[1] ?? "" }),
      );
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return new UsageError(
        error.message.includes("does not take")
          ? message("usage.no-value", { option })
          : message("usage.needs-value", { option }),
      );
    default:
      return error;
  }
}
