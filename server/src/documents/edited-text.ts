// A text that somebody types in. For a file of some megabytes building a new string after each character costs more
// than everything else together, so the place where the typing happens is kept apart from the rest.

import type { SourceText, TextEdit } from "@inittab/core";

/** How far an edit may be from the last one to be kept in the same small piece, and how long that may get. */
const reach = 2048;
const longestPiece = 16_384;

/** An immutable text; an edit makes another one that shares what was not touched. */
export class EditedText implements SourceText {
  /** The text is `base` with `[from, to)` replaced by `piece`. */
  #base: string;
  #from: number;
  #to: number;
  #piece: string;
  readonly length: number;

  constructor(base: string, from = 0, to = 0, piece = "") {
    this.#base = base;
    this.#from = from;
    this.#to = to;
    this.#piece = piece;
    this.length = base.length - (to - from) + piece.length;
  }

  /** The text after a replacement that lies inside it. */
  edit({ start, end, text }: TextEdit): EditedText {
    const pieceEnd = this.#from + this.#piece.length;
    const from = Math.min(this.#from, start);
    const until = Math.max(pieceEnd, end);
    const isNear = start >= this.#from - reach && end <= pieceEnd + reach;
    if (!isNear || until - from + text.length > longestPiece)
      return new EditedText(this.toString(), start, end, text);
    const piece = this.slice(from, start) + text + this.slice(end, until);
    return new EditedText(this.#base, from, this.#to + until - pieceEnd, piece);
  }

  slice(start: number, end: number = this.length): string {
    if (this.#isWhole()) return this.#base.slice(start, end);
    const first = Math.max(0, start < 0 ? start + this.length : start);
    const last = Math.min(this.length, end < 0 ? end + this.length : end);
    const pieceEnd = this.#from + this.#piece.length;
    if (last <= this.#from) return this.#base.slice(first, Math.max(first, last));
    if (first >= pieceEnd)
      return this.#base.slice(this.#below(first), Math.max(this.#below(first), this.#below(last)));
    return (
      this.#base.slice(first, Math.max(first, this.#from)) +
      this.#piece.slice(Math.max(0, first - this.#from), last - this.#from) +
      (last > pieceEnd ? this.#base.slice(this.#to, this.#below(last)) : "")
    );
  }

  charCodeAt(offset: number): number {
    if (offset < this.#from) return this.#base.charCodeAt(offset);
    const inPiece = offset - this.#from;
    return inPiece < this.#piece.length
      ? this.#piece.charCodeAt(inPiece)
      : this.#base.charCodeAt(this.#below(offset));
  }

  indexOf(search: string, from = 0): number {
    if (this.#isWhole()) return this.#base.indexOf(search, from);
    const begin = Math.max(0, from);
    const margin = Math.max(0, search.length - 1);
    const before = begin < this.#from ? this.#base.indexOf(search, begin) : -1;
    if (before >= 0 && before + search.length <= this.#from) return before;
    const pieceEnd = this.#from + this.#piece.length;
    const around = Math.max(begin, this.#from - margin);
    if (around <= pieceEnd) {
      const found = this.slice(around, pieceEnd + margin).indexOf(search);
      if (found >= 0) return around + found;
    }
    const behind = this.#base.indexOf(search, this.#below(Math.max(begin, pieceEnd)));
    return behind < 0 ? -1 : behind - this.#to + pieceEnd;
  }

  endsWith(search: string): boolean {
    return this.slice(Math.max(0, this.length - search.length)) === search;
  }

  /** The whole text as one string; made once, and kept instead of the parts. */
  toString(): string {
    if (!this.#isWhole()) {
      this.#base = this.#base.slice(0, this.#from) + this.#piece + this.#base.slice(this.#to);
      this.#piece = "";
      this.#from = 0;
      this.#to = 0;
    }
    return this.#base;
  }

  #isWhole(): boolean {
    return this.#piece.length === 0 && this.#from === this.#to;
  }

  /** Where a place at or after the end of the piece is in the base. */
  #below(offset: number): number {
    return offset - this.#from - this.#piece.length + this.#to;
  }
}
