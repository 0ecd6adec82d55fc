// How sysvinit cuts a file into lines and a line into fields. The rules are those of spec/sysvinit.md, section 2, each
// of them seen on the real program. Everything here works on bytes: one character is one byte.

import { type Encoding, fromByteString, isAscii, toByteString } from "../text/bytes.ts";
import { past } from "../text/past.ts";
import { lookUpSysvinitAction } from "./actions.ts";
import type { InittabLine } from "./line.ts";
import type { Rejection } from "./messages.ts";
import { actionLimit, idLimit, lineLimit, runlevelsLimit, type SysvinitBehaviour } from "./versions.ts";

/**
 * Reads the line that begins at `from` and appends it to `lines`: one line, or its pieces before 3.14.
 * Returns the offset behind what was read. `from` must be the beginning of a line that init reads from.
 */
export function scanSysvinitLine(
  text: string,
  from: number,
  behaviour: SysvinitBehaviour,
  encoding: Encoding,
  lines: InittabLine[],
): number {
  const newline = text.indexOf("\n", from);
  const end = newline < 0 ? text.length : newline + 1;
  const line = text.slice(from, end);
  if (encoding === "utf-8" && !isAscii(line)) return scanWideLine(text, from, end, behaviour, lines);
  if (behaviour.longLines === "pieces") {
    for (let at = 0; at < line.length; at += lineLimit)
      lines.push(readPiece(line.slice(at, at + lineLimit), behaviour, false, identity));
    return end;
  }
  const read = line.slice(0, lineLimit);
  const cut = !endsInNewline(read);
  const stop = cut && read.length === line.length && newline >= 0 ? endOfLine(text, end) : end;
  const piece = readPiece(line, behaviour, cut, identity);
  lines.push(stop === end ? piece : { ...piece, length: stop - from });
  return stop;
}

/** Reads one piece, with its newline if it has one, as a line of the table; for the files of /etc/inittab.d. */
export function readSysvinitPiece(bytes: string, behaviour: SysvinitBehaviour, cut: boolean): InittabLine {
  return readPiece(bytes, behaviour, cut, fromByteString);
}

/** A line with characters of several bytes: it is read as bytes, and the offsets are brought back. */
function scanWideLine(
  text: string,
  from: number,
  end: number,
  behaviour: SysvinitBehaviour,
  lines: InittabLine[],
): number {
  if (behaviour.longLines === "pieces") {
    for (let at = from, carry = noBytes; at < end || carry.bytes !== ""; ) {
      const filled = fill(text, at, end, carry);
      const read = Math.min(filled.bytes.length, lineLimit);
      const next = filled.units[read] ?? filled.next;
      lines.push(readWidePiece(filled, read, next, behaviour, false));
      carry = { bytes: filled.bytes.slice(read), units: filled.units.slice(read) };
      at = filled.next;
    }
    return end;
  }
  // The rest of a line that is too long changes nothing, so a little more than the buffer is enough.
  const filled = fill(text, from, end, noBytes, 4 * lineLimit);
  const read = Math.min(filled.bytes.length, lineLimit);
  const cut = !endsInNewline(filled.bytes.slice(0, read));
  const swallows = cut && read === filled.bytes.length && filled.bytes.endsWith("\n");
  const stop = swallows ? endOfLine(text, end) : end;
  lines.push(readWidePiece(filled, filled.bytes.length, stop, behaviour, cut));
  return stop;
}

/** Bytes, and for each of them the offset in the text of the character that it belongs to. */
interface Bytes {
  readonly bytes: string;
  readonly units: readonly number[];
}

const noBytes: Bytes = { bytes: "", units: [] };

/** Adds characters from `at` until there are `enough` bytes; `next` is the offset of the first one not taken. */
function fill(
  text: string,
  at: number,
  end: number,
  carry: Bytes,
  enough: number = lineLimit,
): Bytes & { readonly next: number } {
  let bytes = carry.bytes;
  const units = carry.units.slice();
  let next = at;
  for (let then = next; bytes.length < enough && next < end; next = past(next, then)) {
    const character = String.fromCodePoint(text.codePointAt(next) ?? 0);
    bytes += toByteString(character);
    for (let unit = units.length; unit < bytes.length; unit++) units.push(next);
    then = next + character.length;
  }
  return { bytes, units, next };
}

function readWidePiece(
  source: Bytes & { readonly next: number },
  read: number,
  stop: number,
  behaviour: SysvinitBehaviour,
  cut: boolean,
): InittabLine {
  const line = readPiece(source.bytes.slice(0, read), behaviour, cut, fromByteString);
  const base = source.units[0] ?? 0;
  const back = (offset: number) => (offset < 0 ? -1 : (source.units[offset] ?? source.next) - base);
  return {
    ...line,
    length: stop - base,
    start: back(line.start),
    idEnd: back(line.idEnd),
    runlevelsEnd: back(line.runlevelsEnd),
    actionEnd: back(line.actionEnd),
    end: back(line.end),
  };
}

const newlineCode = 10;
const hashCode = 35;

/** `bytes` is what is read of a line; `cut`: 3.14 found no newline, so that only blanks and comments are forgiven. */
function readPiece(
  bytes: string,
  behaviour: SysvinitBehaviour,
  cut: boolean,
  decode: (bytes: string) => string,
): InittabLine {
  const { length } = bytes;
  const terminated = bytes.charCodeAt(length - 1) === newlineCode;
  // A NUL byte ends what init sees, and then there is no newline to see either.
  const nul = bytes.indexOf("\0");
  const seen = nul < 0 ? length : nul;
  const hasNewline = seen === length && terminated;
  const end = hasNewline ? seen - 1 : seen;
  let start = 0;
  while (start < end && isBlank(bytes.charCodeAt(start))) start++;

  const idEnd = colonBehind(bytes, start, end);
  const runlevelsEnd = idEnd < 0 ? -1 : colonBehind(bytes, idEnd + 1, end);
  const actionEnd = runlevelsEnd < 0 ? -1 : colonBehind(bytes, runlevelsEnd + 1, end);
  // Made once and completed below: a file may have 100,000 lines.
  const line: { -readonly [Key in keyof InittabLine]: InittabLine[Key] } = {
    kind: "rejected",
    length,
    start,
    idEnd,
    runlevelsEnd,
    actionEnd,
    end,
    count: 1,
    terminated,
    id: "",
    runlevels: "",
    action: "",
    rejection: undefined,
  };
  if (start === end && hasNewline) line.kind = "blank";
  else if (start < end && bytes.charCodeAt(start) === hashCode) line.kind = "comment";
  else if (cut) line.rejection = "line-cut";
  else {
    line.rejection = rejectionOf(line, hasNewline ? 1 : 0, behaviour);
    if (line.rejection !== undefined) return line;
    const action = lookUpSysvinitAction(bytes.slice(runlevelsEnd + 1, actionEnd));
    if (action === undefined) line.rejection = "unknown-action";
    else {
      const written = bytes.slice(idEnd + 1, runlevelsEnd);
      line.kind = "record";
      line.id = decode(bytes.slice(start, idEnd));
      line.runlevels = decode(storedRunlevels(action.name, action.powerType, written));
      line.action = action.name;
    }
  }
  return line;
}

function colonBehind(bytes: string, from: number, end: number): number {
  const at = bytes.indexOf(":", from);
  return at < end ? at : -1;
}

/**
 * Why init drops a line for its fields; undefined where it looks for the action next. A field without a separator behind
 * it keeps the `newline`, which then counts in its length.
 */
function rejectionOf(
  { start, idEnd, runlevelsEnd, actionEnd, end }: InittabLine,
  newline: number,
  behaviour: SysvinitBehaviour,
): Rejection | undefined {
  const idLength = (idEnd < 0 ? end + newline : idEnd) - start;
  const runlevelsLength = idEnd < 0 ? 0 : (runlevelsEnd < 0 ? end + newline : runlevelsEnd) - idEnd - 1;
  const actionLength = runlevelsEnd < 0 ? 0 : (actionEnd < 0 ? end + newline : actionEnd) - runlevelsEnd - 1;
  const processLength = actionEnd < 0 ? 0 : end - actionEnd - 1;

  // The checks come in init's order, and the last one that fails is the one that init reports.
  let rejection: Rejection | undefined;
  if (idLength === 0) rejection = "missing-id";
  if (actionEnd < 0) rejection = "missing-process";
  if (actionLength === 0) rejection = "missing-action";
  if (idLength > idLimit) rejection = "id-too-long";
  if (runlevelsLength > runlevelsLimit) rejection = "runlevels-too-long";
  if (processLength > behaviour.processLimit) rejection = "process-too-long";
  if (actionLength > actionLimit) rejection = "action-too-long";
  return rejection;
}

/** The level marks of the two boot phases; they may be written in a file too. Observed: rlevel-hash-star. */
export const bootPhaseLevels: { readonly sysinit: "#"; readonly boot: "*" } = { sysinit: "#", boot: "*" };

/** What init keeps of a runlevels field. Observed: rlevel-empty, rlevel-ignored-actions, rlevel-lower-s. */
function storedRunlevels(action: string, powerType: boolean, written: string): string {
  if (action === "sysinit") return bootPhaseLevels.sysinit;
  if (action === "boot" || action === "bootwait") return bootPhaseLevels.boot;
  if (written !== "") return written;
  return powerType ? "S0123456789" : "0123456789";
}

/** 3.14 reads at most 255 bytes and wants to see a newline in them, which a NUL byte hides. */
function endsInNewline(bytes: string): boolean {
  return bytes.charCodeAt(bytes.length - 1) === newlineCode && !bytes.includes("\0");
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function identity(bytes: string): string {
  return bytes;
}
