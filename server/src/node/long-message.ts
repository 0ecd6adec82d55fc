// Long messages on their way out, such as an outline of thousands of entries.

import { past } from "@inittab/core";
import type { Message } from "vscode-languageserver/node";

/** A text cut into pieces of so many UTF-16 units; no character of two of them is cut. */
export function piecesOf(text: string, longest: number): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0, to = 0; from < text.length; from = past(from, to)) {
    const isCut = (text.charCodeAt(from + longest - 1) & 0xfc00) === 0xd800;
    to = from + longest + (isCut ? 1 : 0);
    pieces.push(text.slice(from, to));
  }
  return pieces;
}

/** An answer that is a list. */
export type ListAnswer = Message & { readonly result: readonly unknown[] };

/** How many items become JSON at once, and how many bytes an item has at most, as a guess. */
const itemsAtOnce = 200;
const usualItem = 512;

/** Room that is kept for the next list, in bytes. */
const mostKept = 2 ** 22;

/**
 * Where a long list becomes bytes, some items at a time. As one text it would be megabytes that the heap has to find room
 * for, and an outline is asked for after each key.
 */
export class ListRoom {
  #room: Buffer = Buffer.alloc(0);
  #length = 0;

  /** The bytes of a message; there until the next one. */
  fill({ result, ...rest }: ListAnswer): Buffer {
    this.#length = 0;
    this.#expect(result.length * usualItem);
    this.#add(`${JSON.stringify(rest).slice(0, -1)},"result":[`);
    for (let at = 0; at < result.length; at += itemsAtOnce) {
      const items = JSON.stringify(result.slice(at, at + itemsAtOnce)).slice(1, -1);
      this.#add(at === 0 ? items : `,${items}`);
    }
    this.#add("]}");
    return this.#room.subarray(0, this.#length);
  }

  /** Lets go of more room than outlines need. */
  forgetLong(): void {
    if (this.#length > mostKept) this.#room = Buffer.alloc(0);
  }

  #add(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#expect(text.length * 3);
    this.#length += this.#room.write(text, this.#length);
  }

  #expect(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#room.length) return;
    const room = Buffer.allocUnsafeSlow(Math.max(needed, this.#room.length * 1.5));
    this.#room.copy(room, 0, 0, this.#length);
    this.#room = room;
  }
}
