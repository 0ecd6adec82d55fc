// Where the lines of an editor begin. The protocol counts `\n`, `\r\n` and a lone `\r` as line ends, which is not what
// init does, so this is no table of init's lines.

import type { SourceText, TextEdit } from "@inittab/core";

/** A place as an editor counts: lines and UTF-16 units, both from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The lines of a text that changes; each change must be reported to it. */
export class LineIndex {
  #text: SourceText;
  readonly #starts: number[];

  constructor(text: SourceText) {
    this.#text = text;
    this.#starts = startsIn(text.toString(), 0, [0]);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset of a place; one beyond the end of its line or of the text is moved there. */
  offsetAt(place: Place): number {
    const start = this.#starts[place.line];
    if (start === undefined) return place.line < 0 ? 0 : this.#text.length;
    const next = this.#starts[place.line + 1] ?? this.#text.length;
    return this.#beforeLineEnd(Math.min(start + Math.max(0, place.character), next), start);
  }

  /** The place of an offset; one inside a line's end is moved before it. */
  placeAt(offset: number): Place {
    const inText = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#firstBehind(inText) - 1;
    const start = this.#starts[line] ?? 0;
    return { line, character: this.#beforeLineEnd(inText, start) - start };
  }

  /** Notes that an edit has led to this text. Only the ends of lines that it touched are looked for again. */
  edit(edit: TextEdit, text: SourceText): void {
    const { start, end } = edit;
    const shift = edit.text.length - (end - start);
    // Whether a line begins somewhere depends on the characters on both sides.
    const first = Math.max(1, start);
    const window = text.slice(first - 1, end + shift + 1);
    const found = startsIn(window, first - 1).filter((at) => at <= end + shift);
    const low = this.#firstBehind(first - 1);
    const high = this.#firstBehind(Math.max(end, first - 1));
    if (found.length === high - low)
      for (const [index, at] of found.entries()) this.#starts[low + index] = at;
    else replace(this.#starts, low, high, found);
    if (shift !== 0)
      for (let index = low + found.length; index < this.#starts.length; index++)
        this.#starts[index] = (this.#starts[index] ?? 0) + shift;
    this.#text = text;
  }

  /** The index of the first line that begins after an offset. */
  #firstBehind(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isLineEnd(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }
}

const newline = 10;
const carriageReturn = 13;

function isLineEnd(code: number): boolean {
  return code === newline || code === carriageReturn;
}

/** The offsets, counted from `base`, right after each line end in a part of a text, put behind those that are known. */
function startsIn(part: string, base: number, starts: number[] = []): number[] {
  let feed = part.indexOf("\n");
  let lone = part.indexOf("\r");
  while (feed >= 0 || lone >= 0) {
    // A carriage return right before a newline ends no line of its own.
    if (lone >= 0 && (feed < 0 || lone < feed)) {
      if (lone + 1 !== feed) starts.push(base + lone + 1);
      lone = part.indexOf("\r", lone + 1);
    } else {
      starts.push(base + feed + 1);
      feed = part.indexOf("\n", feed + 1);
    }
  }
  return starts;
}

/** A long list is not spread into arguments, of which there may be too many. */
function replace(list: number[], from: number, to: number, by: readonly number[]): void {
  if (by.length < 10_000) {
    list.splice(from, to - from, ...by);
    return;
  }
  const tail = list.slice(to);
  list.length = from;
  for (const part of [by, tail]) for (const value of part) list.push(value);
}
