// `test` and `[`. POSIX, test; with `-a`, `-o` and parentheses.

import type { FileStatus } from "../contract.ts";
import { fail, pathFrom, type ShellState } from "../state.ts";

/** `test` and `[`. */
export function test(shell: ShellState, args: readonly string[], command: string): number {
  let words = args;
  if (command === "[") {
    if (args.at(-1) !== "]") return fail(shell, "missing ]", 2);
    words = args.slice(0, -1);
  }
  if (words.length === 0) return 1;
  const reader: TestReader = { shell, words, at: 0, command };
  const holds = short(reader) ?? either(reader);
  const { [reader.at]: unexpected, [reader.at - 1]: before = "" } = words;
  if (unexpected !== undefined)
    return fail(shell, shell.behaviour.words.test.operator(unexpected, before), 2);
  return holds ? 0 : 1;
}

interface TestReader {
  readonly shell: ShellState;
  readonly words: readonly string[];
  readonly command: string;
  at: number;
}

/** What POSIX decides by the number of words. */
function short(reader: TestReader): boolean | undefined {
  const { words } = reader;
  const [first = "", operator = "", last = ""] = words;
  if (words.length === 3 && isBinary(reader, operator)) {
    reader.at = 3;
    return compare(reader, first, operator, last);
  }
  if ((words.length === 3 || words.length === 4) && first === "(" && words.at(-1) === ")") {
    const inner: TestReader = { ...reader, words: words.slice(1, -1), at: 0 };
    const holds = either(inner);
    if (inner.at === inner.words.length) {
      reader.at = words.length;
      return holds;
    }
  }
  return undefined;
}

function either(reader: TestReader): boolean {
  let holds = both(reader);
  while (reader.words[reader.at] === "-o") {
    reader.at++;
    const right = both(reader);
    holds ||= right;
  }
  return holds;
}

function both(reader: TestReader): boolean {
  let holds = negated(reader);
  while (reader.words[reader.at] === "-a") {
    reader.at++;
    const right = negated(reader);
    holds &&= right;
  }
  return holds;
}

function negated(reader: TestReader): boolean {
  let bangs = 0;
  for (; reader.words[reader.at] === "!" && reader.at + 1 < reader.words.length; reader.at++) {
    if (isOperand(reader)) break;
    bangs++;
  }
  return single(reader) !== (bangs % 2 === 1);
}

/** Whether a word that looks like an operator is the left side of a comparison. */
function isOperand({ shell, words, at, command }: TestReader): boolean {
  return words.length > at + 2 && isBinary({ shell, words, at, command }, words[at + 1] ?? "");
}

function single(reader: TestReader): boolean {
  const { shell, words } = reader;
  const word = words[reader.at];
  if (word === undefined) {
    if (shell.behaviour.missingTestIsError) return fail(shell, "argument expected", 2);
    return false;
  }
  const next = words[reader.at + 1];
  if (word === "(" && next !== undefined && !isOperand(reader)) {
    reader.at++;
    const holds = next !== ")" && either(reader);
    if (words[reader.at] !== ")") return fail(shell, `closing paren expected`, 2);
    reader.at++;
    return holds;
  }
  if (/^-[bcdefghkLnprsStuwxzOG]$/.test(word) && next !== undefined && !isOperand(reader)) {
    reader.at += 2;
    return judge(reader, word.charAt(1), next);
  }
  if (next !== undefined && isBinary(reader, next)) {
    const last = words[reader.at + 2];
    if (last === undefined) return fail(shell, `${next}: argument expected`, 2);
    reader.at += 3;
    return compare(reader, word, next, last);
  }
  reader.at++;
  return word !== "";
}

const numeric = ["-eq", "-ne", "-lt", "-le", "-gt", "-ge"];

function isBinary({ shell }: TestReader, word: string): boolean {
  return (
    word === "=" ||
    word === "!=" ||
    numeric.includes(word) ||
    /^-(?:nt|ot|ef)$/.test(word) ||
    shell.behaviour.testOperators.has(word)
  );
}

function compare(reader: TestReader, left: string, operator: string, right: string): boolean {
  switch (operator) {
    case "=":
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "-nt":
    case "-ot":
    case "-ef":
      return compareFiles(reader, left, operator, right);
  }
  const [first, second] = [integer(reader, left), integer(reader, right)];
  switch (operator) {
    case "-eq":
      return first === second;
    case "-ne":
      return first !== second;
    case "-lt":
      return first < second;
    case "-le":
      return first <= second;
    case "-gt":
      return first > second;
    default:
      return first >= second;
  }
}

function integer({ shell }: TestReader, text: string): bigint {
  const { number, range } = shell.behaviour.words.test;
  if (!/^\s*[-+]?\d+\s*$/.test(text)) return fail(shell, number(text), 2);
  const value = BigInt(text.trim().replace(/^\+/, ""));
  return BigInt.asIntN(64, value) === value ? value : fail(shell, range(text), 2);
}

function statusOf({ shell }: TestReader, path: string): FileStatus | undefined {
  return path === "" ? undefined : shell.files.status(pathFrom(shell, path));
}

function compareFiles(reader: TestReader, left: string, operator: string, right: string): boolean {
  const [first, second] = [statusOf(reader, left), statusOf(reader, right)];
  if (operator === "-ef") return first !== undefined && first.identity === second?.identity;
  const [newer, older] = operator === "-nt" ? [first, second] : [second, first];
  // Shells that follow POSIX of 2024 say that a file is newer than none; dash does not. Observed: dash 0.5.12.
  if (newer === undefined || older === undefined) return false;
  return newer.modified > older.modified;
}

function judge(reader: TestReader, operator: string, text: string): boolean {
  const { shell } = reader;
  switch (operator) {
    case "n":
      return text !== "";
    case "z":
      return text === "";
    case "t":
      return shell.descriptors.get(Number(integer(reader, text)))?.terminal ?? false;
    case "h":
    case "L":
      return text !== "" && shell.files.linkStatus(pathFrom(shell, text))?.kind === "link";
  }
  const status = statusOf(reader, text);
  if (status === undefined) return false;
  switch (operator) {
    case "f":
      return status.kind === "file";
    case "d":
      return status.kind === "folder";
    case "p":
      return status.kind === "fifo";
    case "S":
      return status.kind === "socket";
    case "c":
      return status.kind === "device";
    case "b":
      return false;
    case "s":
      return status.size > 0;
    case "u":
      return (status.mode & 0o4000) !== 0;
    case "g":
      return (status.mode & 0o2000) !== 0;
    case "k":
      return (status.mode & 0o1000) !== 0;
    case "r":
      return shell.files.allows(pathFrom(shell, text), 4);
    case "w":
      return shell.files.allows(pathFrom(shell, text), 2);
    case "x":
      return shell.files.allows(pathFrom(shell, text), 1);
    default:
      return true;
  }
}
