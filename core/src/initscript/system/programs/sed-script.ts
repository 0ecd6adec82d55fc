// Reads what `sed` is told to do.

import { type Expression, type Notation, readExpression } from "./regular-expression.ts";

/** Which lines a command is for. */
export type Address =
  | { readonly kind: "line"; readonly number: number }
  | { readonly kind: "last" }
  | { readonly kind: "text"; readonly expression: Expression };

/** A command with its addresses; the lines of `{` follow it up to its `}`. */
export interface SedCommand {
  readonly from: Address | undefined;
  readonly to: Address | undefined;
  readonly negated: boolean;
  readonly action: SedAction;
}

/** What a command does. */
export type SedAction =
  | {
      readonly kind: "substitute";
      readonly expression: Expression;
      readonly by: string;
      readonly flags: string;
    }
  | { readonly kind: "translate"; readonly from: string; readonly to: string }
  | { readonly kind: "append" | "insert" | "change"; readonly text: string }
  | { readonly kind: "block"; readonly commands: readonly SedCommand[] }
  | { readonly kind: "simple"; readonly letter: string };

interface SedReader {
  readonly text: string;
  readonly notation: Notation;
  at: number;
}

/** The commands of a script; undefined where it cannot be read, or has commands that are not known here. */
export function readSed(text: string, extended: boolean): readonly SedCommand[] | undefined {
  const reader: SedReader = { text, notation: { extended, ignoreCase: false }, at: 0 };
  const commands = readCommands(reader, 0);
  return commands === undefined || reader.at < text.length ? undefined : commands;
}

function readCommands(reader: SedReader, depth: number): readonly SedCommand[] | undefined {
  const commands: SedCommand[] = [];
  while (true) {
    skip(reader, /[\s;]/);
    if (reader.text.charAt(reader.at) === "#") skip(reader, /[^\n]/);
    else if (reader.at >= reader.text.length) return depth > 0 ? undefined : commands;
    else if (reader.text.charAt(reader.at) === "}") {
      if (depth === 0) return undefined;
      reader.at++;
      return commands;
    } else {
      const command = depth > 20 ? undefined : readCommand(reader, depth);
      if (command === undefined) return undefined;
      commands.push(command);
    }
  }
}

function skip(reader: SedReader, characters: RegExp): void {
  while (reader.at < reader.text.length && characters.test(reader.text.charAt(reader.at))) reader.at++;
}

function readCommand(reader: SedReader, depth: number): SedCommand | undefined {
  const from = readAddress(reader);
  let to: Address | undefined;
  if (from !== undefined && reader.text.charAt(reader.at) === ",") {
    reader.at++;
    skip(reader, /\s/);
    to = readAddress(reader);
    if (to === undefined) return undefined;
  }
  skip(reader, /\s/);
  const negated = reader.text.charAt(reader.at) === "!";
  if (negated) reader.at++;
  skip(reader, /\s/);
  const action = readAction(reader, depth);
  return action === undefined ? undefined : { from, to, negated, action };
}

function readAddress(reader: SedReader): Address | undefined {
  const number = /^\d+/.exec(reader.text.slice(reader.at, reader.at + 12))?.[0];
  if (number !== undefined) {
    reader.at += number.length;
    return { kind: "line", number: Number(number) };
  }
  const first = reader.text.charAt(reader.at);
  if (first === "$") {
    reader.at++;
    return { kind: "last" };
  }
  if (first !== "/" && first !== "\\") return undefined;
  reader.at += first === "/" ? 1 : 2;
  const text = readUntil(reader, first === "/" ? "/" : reader.text.charAt(reader.at - 1));
  const ignoreCase = reader.text.charAt(reader.at) === "I";
  if (ignoreCase) reader.at++;
  const expression =
    text === undefined ? undefined : readExpression(text, { ...reader.notation, ignoreCase });
  return expression === undefined ? undefined : { kind: "text", expression };
}

/** A text up to a delimiter and past it; a delimiter after a backslash belongs to it. */
function readUntil(reader: SedReader, delimiter: string): string | undefined {
  let found = "";
  let bracket = false;
  for (; reader.at < reader.text.length; reader.at++) {
    const character = reader.text.charAt(reader.at);
    if (character === delimiter && !bracket) {
      reader.at++;
      return found;
    }
    if (character === "[" && !bracket) bracket = true;
    else if (character === "]" && !/\[\^?$/.test(found)) bracket = false;
    if (character === "\\" && !bracket && reader.at + 1 < reader.text.length) {
      const next = reader.text.charAt(++reader.at);
      found += next === delimiter ? next : `\\${next}`;
    } else found += character;
  }
  return undefined;
}

/** The same for what replaces something, in which brackets mean nothing. */
function readReplacement(reader: SedReader, delimiter: string): string | undefined {
  let found = "";
  for (; reader.at < reader.text.length; reader.at++) {
    const character = reader.text.charAt(reader.at);
    if (character === delimiter) {
      reader.at++;
      return found;
    }
    if (character === "\\") {
      const next = reader.text.charAt(++reader.at);
      found += next === delimiter && next !== "&" ? next : `\\${next}`;
    } else found += character;
  }
  return undefined;
}

function readAction(reader: SedReader, depth: number): SedAction | undefined {
  const letter = reader.text.charAt(reader.at++);
  switch (letter) {
    case "s":
      return readSubstitution(reader);
    case "y": {
      const delimiter = reader.text.charAt(reader.at++);
      const [from, to] = [readReplacement(reader, delimiter), readReplacement(reader, delimiter)];
      if (from === undefined || to === undefined || from.length !== to.length) return undefined;
      return { kind: "translate", from, to };
    }
    case "a":
    case "i":
    case "c": {
      skip(reader, /[ \t]/);
      if (reader.text.startsWith("\\\n", reader.at)) reader.at += 2;
      else if (reader.text.charAt(reader.at) === "\\") reader.at++;
      const start = reader.at;
      while (
        reader.at < reader.text.length &&
        (reader.text.charAt(reader.at) !== "\n" || reader.text.charAt(reader.at - 1) === "\\")
      )
        reader.at++;
      const text = reader.text.slice(start, reader.at).replace(/\\\n/g, "\n");
      return { kind: letter === "a" ? "append" : letter === "i" ? "insert" : "change", text };
    }
    case "{": {
      const commands = readCommands(reader, depth + 1);
      return commands === undefined ? undefined : { kind: "block", commands };
    }
    default:
      return letter !== "" && "pdqQn=hHgGxND".includes(letter) ? { kind: "simple", letter } : undefined;
  }
}

function readSubstitution(reader: SedReader): SedAction | undefined {
  const delimiter = reader.text.charAt(reader.at++);
  if (delimiter === "" || delimiter === "\n" || delimiter === "\\") return undefined;
  const text = readUntil(reader, delimiter);
  const by = readReplacement(reader, delimiter);
  const flags = /^[gpiI0-9]*/.exec(reader.text.slice(reader.at, reader.at + 20))?.[0] ?? "";
  reader.at += flags.length;
  if (text === undefined || by === undefined) return undefined;
  const expression = readExpression(text, { ...reader.notation, ignoreCase: /[iI]/.test(flags) });
  return expression === undefined ? undefined : { kind: "substitute", expression, by, flags };
}
