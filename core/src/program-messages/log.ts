// A whole log of a console or of syslog, read line by line.

import { idOf } from "./contract.ts";
import { type FoundMessage, findMessage, isOfProgram, type MessageHints } from "./find.ts";

/** A message of a log, once for all lines that say it. */
export interface LoggedMessage {
  /** As the first of the lines says it. */
  readonly found: FoundMessage;
  /** The numbers of the lines, from 1. */
  readonly lines: readonly number[];
  /** The same message with other values, each once: other records, other scripts. */
  readonly variants: readonly FoundMessage[];
}

/** What a log says. */
export interface LogReading {
  /** In the order of their first lines. */
  readonly messages: readonly LoggedMessage[];
  /** Lines that begin with the name of a program whose messages are known, but are not one of them. */
  readonly unknown: readonly number[];
}

/** The most variants that are kept of a message. */
const mostVariants = 50;

/** Reads a log. A line that is not a message of these programs is skipped. */
export function readLog(text: string, hints: MessageHints = {}): LogReading {
  const byId = new Map<
    string,
    { found: FoundMessage; lines: number[]; variants: FoundMessage[]; seen: Set<string> }
  >();
  const unknown: number[] = [];
  // A message on the console begins with a carriage return, which may stand behind a line without an end.
  const pieces = text
    .split("\n")
    .flatMap((line, index) => line.split("\r").map((piece) => [index, piece] as const));
  for (const [index, line] of pieces) {
    if (line.trim() === "") continue;
    const found = findMessage(line, hints);
    if (found === undefined) {
      if (isOfProgram(line)) unknown.push(index + 1);
      continue;
    }
    const id = idOf(found);
    const before = byId.get(id);
    if (before === undefined) {
      byId.set(id, { found, lines: [index + 1], variants: [found], seen: new Set([found.text]) });
      continue;
    }
    before.lines.push(index + 1);
    if (!before.seen.has(found.text) && before.variants.length < mostVariants) {
      before.seen.add(found.text);
      before.variants.push(found);
    }
  }
  return {
    messages: [...byId.values()].map(({ found, lines, variants }) => ({ found, lines, variants })),
    unknown,
  };
}
