// A message of a program under the cursor, in whatever text it stands. The table of messages is loaded with this file.

import {
  findMessage,
  type InittabScan,
  type LookedAt,
  type MessageHints,
  placesOf,
  readScan,
  type SystemSeen,
  type TextRange,
  whyNotHere,
} from "@inittab/core";
import type { Places } from "../documents/open-document.ts";
import type { Hover, MessageHere } from "./hover.ts";

/** A text in which a message may stand. */
export interface TextOfMessage {
  readonly places: Places;
  readonly slice: (start: number, end: number) => string;
}

/** What the document around a message is: the init is known, and the record or script at fault may be in it. */
export interface MessageAround {
  readonly hints: MessageHints;
  readonly lookedAt: LookedAt;
  readonly system: SystemSeen;
}

/** An open inittab. */
export interface InittabSeen {
  readonly uri: string;
  readonly scan: InittabScan;
}

/** An inittab as what a message is about. */
export function messageAround({ uri, scan }: InittabSeen): MessageAround {
  const path = uri.replace(/^.*\//, "");
  const inittab = { path, reading: readScan(scan) };
  return {
    hints: { dialect: scan.dialect },
    lookedAt: { path, inittab, scripts: [], isWhole: false },
    system: { path, inittab, families: [] },
  };
}

/** What is said of the message in the line of an offset; undefined if there is none, or one that `accepts` refuses. */
export function messageHover(
  { places, slice }: TextOfMessage,
  offset: number,
  around?: MessageAround,
  accepts: (line: string) => boolean = () => true,
): Hover | undefined {
  const range = lineOf(places, offset);
  const line = slice(range.start, range.end);
  if (!accepts(line)) return undefined;
  const text = line.trimEnd();
  const found = findMessage(text, { ...around?.hints, whole: true });
  if (found === undefined) return undefined;
  const start = range.start + (text.length - text.trimStart().length);
  const here = around && messageHere(around, found);
  return {
    parts: [{ kind: "message", found, ...(here === undefined ? {} : { here }) }],
    range: { start, end: range.start + text.length },
  };
}

/** What to show about the document; nothing if the message is not about it. */
export function messageHere(
  { lookedAt, system }: MessageAround,
  found: MessageHere["found"],
): MessageHere["here"] {
  const places = placesOf(found, lookedAt).filter(({ line }) => line !== undefined);
  const whyNot = whyNotHere(found, system);
  return places.length === 0 && whyNot === undefined ? undefined : { path: lookedAt.path, places, whyNot };
}

function lineOf(places: Places, offset: number): TextRange {
  const { line } = places.placeAt(offset);
  return {
    start: places.offsetAt({ line, character: 0 }),
    end: places.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }),
  };
}
