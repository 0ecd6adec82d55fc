// Lines of a script as the C readers meet them, with their places in the text.

import { byteLength, isAscii } from "../../text/bytes.ts";
import { past } from "../../text/past.ts";
import type { TextRange } from "../../text/range.ts";

/** A word of a header with its place in the text. */
export interface HeaderWord extends TextRange {
  readonly text: string;
}

/** One line without its newline; a carriage return before the newline is part of it. */
export interface SourceLine extends TextRange {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** All lines of a text; what follows the last newline is a line only when it is not empty. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  for (let start = 0, end = 0; start < text.length; start = past(start, end + 1)) {
    const newline = text.indexOf("\n", start);
    end = newline < 0 ? text.length : newline;
    lines.push({ number: lines.length + 1, start, end, text: text.slice(start, end) });
  }
  return lines;
}

/**
 * The pieces that a C reader with a buffer for `limit` bytes sees: longer lines come in several pieces, and a NUL byte
 * hides the rest of its piece.
 */
export function* bufferedLines(text: string, limit: number): Generator<SourceLine> {
  for (const line of sourceLines(text)) {
    for (const piece of pieces(line, limit)) {
      const nul = piece.text.indexOf("\0");
      yield nul < 0 ? piece : { ...piece, text: piece.text.slice(0, nul), end: piece.start + nul };
    }
  }
}

function* pieces(line: SourceLine, limit: number): Generator<SourceLine> {
  // The newline takes a byte of the buffer too, but nobody asks whether it came in the same piece.
  if (line.text.length * 3 <= limit || byteLength(line.text) <= limit) {
    yield line;
    return;
  }
  const ascii = isAscii(line.text);
  for (let from = 0, to = 0; from < line.text.length; from = past(from, to)) {
    to = ascii ? Math.min(from + limit, line.text.length) : pieceEnd(line.text, from, limit);
    yield {
      number: line.number,
      start: line.start + from,
      end: line.start + to,
      text: line.text.slice(from, to),
    };
  }
}

function pieceEnd(text: string, from: number, limit: number): number {
  let at = from;
  for (let bytes = 0, next = at; at < text.length; at = past(at, next)) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    bytes += byteLength(character);
    if (bytes > limit) break;
    next = at + character.length;
  }
  return past(from, at);
}

/** Splits a stretch of text at the characters of `separators`, leaving out empty words. */
export function splitWords(text: string, start: number, separators: RegExp): HeaderWord[] {
  const words: HeaderWord[] = [];
  let from = 0;
  const add = (to: number): void => {
    if (to > from) words.push({ text: text.slice(from, to), start: start + from, end: start + to });
  };
  for (let at = 0; at < text.length; at++) {
    if (!separators.test(text.charAt(at))) continue;
    add(at);
    from = at + 1;
  }
  add(text.length);
  return words;
}
