// START and STOP of a script for rc.common, as far as its text tells them: `enable` runs the script to learn them, so only what
// stands outside of functions counts. Source: spec/openwrt.md, section 4; observed: start-in-function, text-number.

import { parseShell } from "../../shell/parse.ts";
import { ash } from "../../shell/shells.ts";
import {
  assignmentLength,
  type Command,
  type List,
  type Pipeline,
  plainText,
  type SimpleCommand,
  type Word,
} from "../../shell/tree.ts";

/** A number as the script leaves it. */
export type ReadNumber =
  | { readonly kind: "set"; readonly value: string }
  | { readonly kind: "unset" }
  /** The text does not tell it: a branch, a value that is made, a file that is read. */
  | { readonly kind: "unknown" };

/** Both numbers of a script. */
export interface ReadNumbers {
  readonly start: ReadNumber;
  readonly stop: ReadNumber;
}

/** Whether rc.common runs a script of this text. */
export function isForRcCommon(text: string): boolean {
  return /^#!.*[ \t]\/etc\/rc\.common\b/.test(text);
}

/** Reads both numbers. */
export function readNumbers(text: string): ReadNumbers {
  const parsed = parseShell(text, ash);
  if (parsed.kind !== "script") return { start: unknown, stop: unknown };
  const reading: Reading = { START: unset, STOP: unset, functions: new Map(), ended: false, depth: 0 };
  readList(reading, parsed.body, true);
  return { start: reading.START, stop: reading.STOP };
}

const unset: ReadNumber = { kind: "unset" };
const unknown: ReadNumber = { kind: "unknown" };

interface Reading {
  START: ReadNumber;
  STOP: ReadNumber;
  readonly functions: Map<string, Command>;
  /** What follows is never reached. */
  ended: boolean;
  depth: number;
}

/** `certain`: the commands are run whatever happens. */
function readList(reading: Reading, { items }: List, certain: boolean): void {
  for (const { node, operator } of items) {
    if (reading.ended) return;
    // What runs beside the script sets nothing in it.
    if (operator?.text === "&") continue;
    readPipeline(reading, node.first, certain);
    for (const { pipeline } of node.rest) readPipeline(reading, pipeline, false);
  }
}

function readPipeline(reading: Reading, { parts }: Pipeline, certain: boolean): void {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) readCommand(reading, only, certain);
}

function readCommand(reading: Reading, command: Command, certain: boolean): void {
  switch (command.kind) {
    case "simple":
      readSimple(reading, command, certain);
      return;
    case "function":
      reading.functions.set(command.name.text, command.body);
      return;
    case "subshell":
      return;
    case "group":
      readList(reading, command.body, certain);
      return;
    case "if":
      for (const [at, { test, body }] of command.branches.entries()) {
        readList(reading, test, certain && at === 0);
        readList(reading, body, false);
      }
      if (command.otherwise !== undefined) readList(reading, command.otherwise, false);
      return;
    case "while":
    case "until":
      readList(reading, command.test, certain);
      readList(reading, command.body, false);
      return;
    case "for":
      if (command.name === "START" || command.name === "STOP") reading[command.name] = unknown;
      readList(reading, command.body, false);
      return;
    case "case":
      for (const { body } of command.arms) readList(reading, body, false);
      return;
  }
}

/** Files whose functions scripts read; they set no numbers. */
const libraries = /^(?:\/lib\/|\/usr\/share\/libubox\/)/;

function readSimple(reading: Reading, { assignments, words }: SimpleCommand, certain: boolean): void {
  const [first, ...rest] = words;
  if (first === undefined) {
    for (const word of assignments) assign(reading, word, certain);
    return;
  }
  const name = plainText(first);
  switch (name) {
    case "export":
    case "readonly":
      for (const word of rest) assign(reading, word, certain);
      return;
    case "unset":
      for (const { text } of rest)
        if (text === "START" || text === "STOP") reading[text] = certain ? unset : unknown;
      return;
    case "exit":
    case "return":
      reading.ended = certain;
      return;
    case "eval":
    case ".":
    case "source":
      if (name !== "eval" && libraries.test(rest[0]?.text ?? "")) return;
      reading.START = unknown;
      reading.STOP = unknown;
      return;
    default:
      callFunction(reading, name ?? "");
      return;
  }
}

/** How deep functions that call each other are followed. */
const deepest = 20;

/** A function may set the numbers of the script, and need not. */
function callFunction(reading: Reading, name: string): void {
  const body = reading.functions.get(name);
  if (body === undefined || reading.depth >= deepest) return;
  const { functions } = reading;
  reading.depth++;
  // It is not called again from inside itself.
  functions.delete(name);
  readCommand(reading, body, false);
  functions.set(name, body);
  reading.depth--;
}

function assign(reading: Reading, word: Word, certain: boolean): void {
  const length = assignmentLength(word);
  if (length === undefined) return;
  const name = word.text.slice(0, length - 1);
  if (name !== "START" && name !== "STOP") return;
  const value = valueIn(word, length);
  const before = reading[name];
  if (value === undefined) reading[name] = unknown;
  else if (certain) reading[name] = { kind: "set", value };
  else if (before.kind !== "set" || before.value !== value) reading[name] = unknown;
}

/** The value of an assignment; undefined where the shell makes it, or a build fills it in. */
function valueIn({ parts }: Word, length: number): string | undefined {
  let text = "";
  for (const part of parts) {
    if (part.kind !== "text") return undefined;
    text += part.text;
  }
  const value = text.slice(length);
  return /[@%{}<>]/.test(value) ? undefined : value;
}
