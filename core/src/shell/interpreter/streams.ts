// Open files that are only texts.

import type { ShellStream } from "./contract.ts";

/** Nothing can be read from it, and what is written is gone. */
export const nothing: ShellStream = { read: () => "", write: () => undefined, terminal: false };

/** Gives a text to whoever reads. */
export function textStream(text: string): ShellStream {
  let at = 0;
  const read = (count: number) => {
    const piece = text.slice(at, at + count);
    at += piece.length;
    return piece;
  };
  return { read, write: () => "EBADF", terminal: false };
}

/** Keeps what is written. */
export interface Collector {
  readonly stream: ShellStream;
  /** All that was written so far. */
  readonly text: () => string;
}

/** A stream that keeps what is written to it. */
export function collector(): Collector {
  const pieces: string[] = [];
  const write = (text: string) => {
    pieces.push(text);
    return undefined;
  };
  return { stream: { read: () => "", write, terminal: false }, text: () => pieces.join("") };
}

/** What is written to one end is read at the other. */
export function pipe(): ShellStream {
  let waiting = "";
  const read = (count: number) => {
    const piece = waiting.slice(0, count);
    waiting = waiting.slice(piece.length);
    return piece;
  };
  const write = (text: string) => {
    waiting += text;
    return undefined;
  };
  return { read, write, terminal: false };
}
