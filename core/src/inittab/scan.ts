// The lines of a file, each read by itself. This is the half of reading that an edit repeats only where it touched the
// text; read.ts adds what init decides by looking at the whole file.

import { type Encoding, isAscii } from "../text/bytes.ts";
import { past } from "../text/past.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import type { SourceText } from "../text/source-text.ts";
import { type Dialect, dialectFacts } from "./dialect.ts";
import { type FieldName, fieldRange, type InittabLine } from "./line.ts";
import { scanOtherLine, unfold } from "./other-line.ts";
import {
  type DialectGuess,
  type DialectHints,
  type DialectSample,
  recognizeDialect,
} from "./recognize-dialect.ts";
import { scanSysvinitLine } from "./sysvinit-line.ts";
import { behaviourOf, defaultSysvinitVersion, type SysvinitVersion } from "./versions.ts";

/** How to read a file. Every option has a default: without hints the dialect is recognised by the text alone. */
export interface ReadOptions extends DialectHints {
  /** The release of sysvinit, where the dialect is sysvinit. Default: the newest. */
  readonly version?: SysvinitVersion;
  /** What the characters of the text are on disk, since init counts bytes. Default `utf-8`. */
  readonly encoding?: Encoding;
}

/** A file cut into the lines that init sees. Plain data; an edit makes a new one that shares the untouched lines. */
export interface InittabScan {
  readonly text: SourceText;
  readonly options: ReadOptions;
  /** The dialect that was asked for, set or recognised. */
  readonly dialect: Dialect;
  /** Who says that it is this dialect, and why. */
  readonly guess: DialectGuess;
  /** What the guess rests on; undefined where the dialect was asked for. */
  readonly sample: DialectSample | undefined;
  readonly version: SysvinitVersion;
  readonly lines: readonly InittabLine[];
  /** The offset of each line in the text. */
  readonly starts: readonly number[];
}

/** Reads any text; never fails. */
export function scanInittab(source: SourceText, options: ReadOptions = {}): InittabScan {
  const text = source.toString();
  return scanAs(text, options, recognizeDialect(text, options));
}

/**
 * The scan of the edited text; equal to a fresh scan, but only the lines that the edit touched are read again. A caller
 * that has the edited text already hands it over, so that it is not built twice.
 */
export function editScan(scan: InittabScan, edit: TextEdit, edited?: SourceText): InittabScan {
  const start = Math.max(0, Math.min(edit.start, scan.text.length));
  const end = Math.max(start, Math.min(edit.end, scan.text.length));
  const text = edited ?? scan.text.slice(0, start) + edit.text + scan.text.slice(end);
  const judged = start <= scan.guess.examined ? recognizeDialect(text, scan.options, scan.sample) : scan;
  const { guess, sample } = judged;
  if (guess.dialect !== scan.dialect) return scanAs(text.toString(), scan.options, judged);

  const first = lineToReread(scan, start);
  const from = scan.starts[first] ?? 0;
  const shift = edit.text.length - (end - start);
  const read = readUntil({ ...scan, text }, from, (at) => at - shift >= end && resumes(scan, at - shift));
  const last = read.stop >= text.length ? scan.lines.length : lineAt(scan, read.stop - shift);
  const starts = spliced(scan.starts, first, last, read.starts);
  for (let index = first + read.starts.length; index < starts.length; index++)
    starts[index] = (starts[index] ?? 0) + shift;
  return { ...scan, text, guess, sample, lines: spliced(scan.lines, first, last, read.lines), starts };
}

/** The index of the line that holds the offset; the last line for the end of the text, 0 for an empty file. */
export function lineAt(scan: InittabScan, offset: number): number {
  let low = 0;
  let high = scan.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((scan.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** The range of a field in the text, or undefined where the line ends before it. */
export function fieldRangeAt(scan: InittabScan, index: number, field: FieldName): TextRange | undefined {
  const line = scan.lines[index];
  const range = line && fieldRange(line, field);
  const base = scan.starts[index] ?? 0;
  return range && { start: base + range.start, end: base + range.end };
}

/** The text of a field as it is written, joined lines joined; empty where the line has none. */
export function fieldTextAt(scan: InittabScan, index: number, field: FieldName): string {
  const range = fieldRangeAt(scan, index, field);
  return range === undefined ? "" : unfold(scan.text.slice(range.start, range.end));
}

/** The process of a record as init runs it: joined lines joined, without the CR of a CRLF file; empty where there is none. */
export function processTextAt({ text, lines, starts }: InittabScan, index: number): string {
  const line = lines[index];
  if (line === undefined || line.actionEnd < 0) return "";
  const base = starts[index] ?? 0;
  const start = base + line.actionEnd + 1;
  const end = base + line.end;
  const last = end > start && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
  return unfold(text.slice(start, last));
}

const carriageReturn = 13;

/** The text of a whole line with its newline. */
export function lineTextAt(scan: InittabScan, index: number): string {
  const start = scan.starts[index] ?? 0;
  return scan.text.slice(start, start + (scan.lines[index]?.length ?? 0));
}

function scanAs(
  text: string,
  options: ReadOptions,
  { guess, sample }: Pick<InittabScan, "guess" | "sample">,
): InittabScan {
  const head = {
    text,
    options,
    dialect: guess.dialect,
    guess,
    sample,
    version: options.version ?? defaultSysvinitVersion,
  };
  const { lines, starts } = readLines(head, () => false);
  return { ...head, lines, starts };
}

interface Read {
  readonly lines: readonly InittabLine[];
  readonly starts: readonly number[];
  readonly stop: number;
}

/** How much of a text is looked at first, where a few lines are expected; UTF-16 units. */
const firstWindow = 4096;

/**
 * Reads from an offset at which init begins a line until `done` accepts such an offset, or until the end. Takes no more
 * of the text than it needs: what is read up to the end of a part may be wrong, and then a larger part is read.
 */
function readUntil(
  scan: Pick<InittabScan, "text" | "dialect" | "version" | "options">,
  from: number,
  done: (offset: number) => boolean,
): Read {
  const { length } = scan.text;
  for (let size = firstWindow; ; size *= 8) {
    const part = scan.text.slice(from, from + size);
    const { lines, starts, stop } = readLines({ ...scan, text: part }, (at) => done(at + from));
    if (stop < part.length || from + part.length >= length)
      return { lines, starts: starts.map((start) => start + from), stop: stop + from };
  }
}

/** Reads a text from its beginning until the end, or until `done` accepts an offset at which init begins a line. */
function readLines(
  scan: Pick<InittabScan, "dialect" | "version" | "options"> & { readonly text: string },
  done: (offset: number) => boolean,
): Read {
  const { text, dialect } = scan;
  const { buffered } = dialectFacts[dialect];
  const behaviour = behaviourOf(scan.version);
  const { encoding = "utf-8" } = scan.options;
  // In a text of ASCII a character is a byte in any encoding, and no line has to be looked at for that.
  const plain = isAscii(text) ? "latin-1" : encoding;
  const lines: InittabLine[] = [];
  const starts: number[] = [];
  let at = 0;
  // The first line is always read, since the edit is in it.
  for (let next = at; at < text.length && (at === 0 || !done(at)); at = past(at, next)) {
    const known = lines.length;
    next =
      buffered === true
        ? scanSysvinitLine(text, at, behaviour, plain, lines)
        : scanOtherLine(text, at, dialect, plain, lines);
    let start = at;
    for (let index = known; index < lines.length; index++) {
      starts.push(start);
      start += lines[index]?.length ?? 0;
    }
  }
  return { lines, starts, stop: at };
}

/** A copy with `[from, to)` replaced: made in one step where the new part is short enough to be passed as arguments. */
function spliced<T>(list: readonly T[], from: number, to: number, by: readonly T[]): T[] {
  return by.length < 1000
    ? list.toSpliced(from, to - from, ...by)
    : list.slice(0, from).concat(by, list.slice(to));
}

/** The first line that an edit at this offset can change: it begins where init begins to read, not inside a cut line. */
function lineToReread(scan: InittabScan, offset: number): number {
  let index = lineAt(scan, offset);
  // A text that ends without newline goes on in its last line; and a cut line begins with its first piece.
  while (index > 0 && !beginsLine(scan, index)) index--;
  return index;
}

function beginsLine(scan: InittabScan, index: number): boolean {
  return (
    scan.lines[index - 1]?.terminated === true || scan.text.charCodeAt((scan.starts[index] ?? 0) - 1) === 10
  );
}

/** Whether the old scan began to read a line at this old offset. */
function resumes(scan: InittabScan, offset: number): boolean {
  const index = lineAt(scan, offset);
  return scan.starts[index] === offset && (index === 0 || beginsLine(scan, index));
}
