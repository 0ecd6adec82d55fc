// What chkconfig 1.3.49 takes from a script: the tags of both headers, wherever in the file they stand. Spec 2.

import type { TextRange } from "../../text/range.ts";
import { finish, type Slices, spend } from "../../text/slices.ts";
import { type HeaderWord, sourceLines, splitWords } from "./lines.ts";

/** The tags that chkconfig reads. `begin` is the begin marker of the LSB header, and all that it looks at of it. */
export type ChkconfigReadTag =
  | "chkconfig"
  | "description"
  | "begin"
  | "Default-Start"
  | "Default-Stop"
  | "Required-Start"
  | "Required-Stop"
  | "Should-Start"
  | "Should-Stop"
  | "Provides";

/** A line that chkconfig looks at. */
export interface ChkconfigLine extends TextRange {
  readonly tag: ChkconfigReadTag;
  readonly line: number;
  /** Where the value is: from the first character that is not a blank to the end of the line. */
  readonly value: TextRange;
  readonly words: readonly HeaderWord[];
}

/** Why a script cannot be used with chkconfig. */
export type ChkconfigObstacle =
  /** A `chkconfig:` line that is not levels and two numbers from 0 to 99 with white space after. */
  | "malformed-line"
  /** No line gives levels. */
  | "no-levels"
  /** No begin marker, and no `chkconfig:` line for the numbers. */
  | "no-numbers";

/** What chkconfig knows of a script; what is undefined was not said. */
export interface ChkconfigHeader {
  readonly lines: readonly ChkconfigLine[];
  /** There is a begin marker: the numbers follow the dependencies. */
  readonly lsb: boolean;
  /** Bits 0 to 6. */
  readonly levels: number | undefined;
  readonly startNumber: number | undefined;
  readonly stopNumber: number | undefined;
  readonly requiredStart: readonly HeaderWord[];
  readonly requiredStop: readonly HeaderWord[];
  readonly shouldStart: readonly HeaderWord[];
  readonly shouldStop: readonly HeaderWord[];
  /** Empty: the script provides its own name. */
  readonly provides: readonly HeaderWord[];
  readonly description: string | undefined;
  readonly obstacle: ChkconfigObstacle | undefined;
  /** The line that is to blame for `malformed-line`. */
  readonly obstacleLine: ChkconfigLine | undefined;
}

/** What a tag that chkconfig reads is written as. */
const tags: ReadonlyMap<string, ChkconfigReadTag> = new Map<string, ChkconfigReadTag>([
  ["chkconfig", "chkconfig"],
  ["description", "description"],
  ["Description", "description"],
  ["Short-Description", "description"],
  ["Default-Start", "Default-Start"],
  ["Default-Stop", "Default-Stop"],
  ["Required-Start", "Required-Start"],
  ["Required-Stop", "Required-Stop"],
  ["Should-Start", "Should-Start"],
  ["Should-Stop", "Should-Stop"],
  ["Provides", "Provides"],
]);

const tagLine = /^\s*#(## BEGIN INIT INFO)?\s*(?:([A-Za-z-]+):)?/;

/** Reads a script as chkconfig does. Never fails. */
export function readChkconfigHeader(text: string): ChkconfigHeader {
  return finish(chkconfigHeaderSlices(text));
}

/** The same in slices. */
export function* chkconfigHeaderSlices(text: string): Slices<ChkconfigHeader> {
  const found = emptyHeader();
  const meter = { spent: 0 };
  for (const { start, end, number, text: content } of sourceLines(text)) {
    if (spend(meter)) yield;
    const match = tagLine.exec(content);
    if (match === null) continue;
    const [all, begin, written = ""] = match;
    if (begin !== undefined) {
      found.lsb = true;
      found.lines.push(lineAt("begin", text, { start, end, number, from: end }));
    }
    const tag = tags.get(written);
    if (tag === undefined) continue;
    const line = lineAt(tag, text, { start, end, number, from: start + all.length });
    found.lines.push(line);
    if (!take(found, line, text)) return { ...found, obstacle: "malformed-line", obstacleLine: line };
  }
  found.description = lastDescription(found.lines, text);
  const noNumbers = found.startNumber === undefined || found.stopNumber === undefined;
  if (found.levels === undefined) return { ...found, obstacle: "no-levels" };
  return !found.lsb && noNumbers ? { ...found, obstacle: "no-numbers" } : found;
}

type Growing = { -readonly [Key in keyof ChkconfigHeader]: ChkconfigHeader[Key] } & {
  lines: ChkconfigLine[];
};

function emptyHeader(): Growing {
  return {
    lines: [],
    lsb: false,
    levels: undefined,
    startNumber: undefined,
    stopNumber: undefined,
    requiredStart: [],
    requiredStop: [],
    shouldStart: [],
    shouldStop: [],
    provides: [],
    description: undefined,
    obstacle: undefined,
    obstacleLine: undefined,
  };
}

function lineAt(
  tag: ChkconfigReadTag,
  text: string,
  { start, end, number, from }: { start: number; end: number; number: number; from: number },
): ChkconfigLine {
  const value = text.slice(from, end);
  const blank = value.length - value.trimStart().length;
  const words = splitWords(value, from, /[ \t\n\v\f\r]/);
  return { tag, line: number, start, end, value: { start: from + blank, end }, words };
}

/** Takes a line's value; false when the line makes the script unsuitable. */
function take(found: Growing, line: ChkconfigLine, text: string): boolean {
  switch (line.tag) {
    case "begin":
      return true;
    case "chkconfig":
      return takeNumbers(found, line, text);
    case "description":
      return true;
    case "Default-Start":
      for (const level of numbersFrom(text, line.value.start))
        found.levels = (found.levels ?? 0) | (1 << level);
      return true;
    case "Default-Stop":
      for (const level of numbersFrom(text, line.value.start))
        found.levels = (found.levels ?? 0) & ~(1 << level);
      return true;
    case "Required-Start":
      found.requiredStart = line.words;
      return true;
    case "Required-Stop":
      found.requiredStop = line.words;
      return true;
    case "Should-Start":
      found.shouldStart = line.words;
      return true;
    case "Should-Stop":
      found.shouldStop = line.words;
      return true;
    case "Provides":
      if (line.words.length > 0) found.provides = line.words;
      return true;
  }
}

// The program reads with scanf, to which a newline is white space too: only the first word must be on the line.
// scanf never gives back what it has taken, hence the look-ahead with a back reference.
const levelsAndNumbers = /(?=(\S{1,15}))\1\s*(?=([+-]?\d+))\2\s*(?=([+-]?\d+))\3\s/y;

function takeNumbers(found: Growing, line: ChkconfigLine, text: string): boolean {
  if (line.words.length === 0) return false;
  levelsAndNumbers.lastIndex = line.value.start;
  const [, levels = "", start, stop] = levelsAndNumbers.exec(text) ?? [];
  const numbers = [Number(start), Number(stop)] as const;
  if (numbers.some((number) => !(number >= 0 && number <= 99))) return false;
  found.startNumber ??= numbers[0];
  found.stopNumber ??= numbers[1];
  if (found.levels !== undefined) return true;
  if (levels !== "-" && !/^[0-6]+$/.test(levels)) return false;
  found.levels = levels === "-" ? 0 : parseChkconfigLevels(levels);
  return true;
}

/** A word of level digits as a set of bits. */
export function parseChkconfigLevels(word: string): number {
  return [...word].reduce((levels, digit) => levels | (1 << Number(digit)), 0);
}

/**
 * The decimal numbers from a place on, up to the first thing that is not one. Levels are bits of a machine word, so a
 * number above 31 counts modulo 32: `35` is level 3, not 3 and 5.
 */
function* numbersFrom(text: string, start: number): Generator<number> {
  const number = /\s*([+-]?\d+)/y;
  number.lastIndex = start;
  for (let match = number.exec(text); match !== null; match = number.exec(text)) yield Number(match[1]);
}

/** The description that counts, the last one with a text; undefined when there is none. */
function lastDescription(lines: readonly ChkconfigLine[], text: string): string | undefined {
  // Lines that go on over the whole file, each for itself, must not take for ever.
  let budget = 10_000;
  for (const line of lines.toReversed()) {
    if (line.tag !== "description") continue;
    const pieces: string[] = [];
    let piece = text.slice(line.value.start, line.end);
    let end = line.end;
    while (piece.endsWith("\\") && budget-- > 0) {
      pieces.push(piece.slice(0, -1));
      const next = /\s*#\s*(\S.*)/y;
      next.lastIndex = end;
      piece = next.exec(text)?.[1] ?? "\\";
      end = next.lastIndex;
      // What follows is no comment: the whole description is lost.
      if (end === 0) break;
    }
    if (!piece.endsWith("\\") && pieces.join("") + piece !== "") return pieces.join("") + piece;
  }
  return undefined;
}
