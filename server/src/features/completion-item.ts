// What the makers of proposals share.

import type { Dialect, Documentation, InittabScan, MessageValue, TextRange, Topic } from "@inittab/core";

/** What a proposal is. */
export type CompletionKind =
  | "id"
  | "runlevels"
  | "action"
  | "command"
  | "argument"
  | "record"
  | "rule"
  | "keyword"
  | "service";

/** One proposal. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string;
  readonly detail: MessageValue;
  readonly documentation?: Documentation;
  /** What it replaces; a part of one line of the editor, with the cursor in it. */
  readonly range: TextRange;
  readonly text: string;
  /** The text has places to fill in, in the notation of the protocol. */
  readonly snippet?: true;
}

/** A topic as documentation, if there is one. */
export function documented(
  topic: Topic | undefined,
  dialect: Dialect,
): { readonly documentation?: Documentation } {
  return topic === undefined ? {} : { documentation: { kind: "topic", topic, dialect } };
}

/** The line of the editor at an offset, without its end. */
export function lineRange(scan: InittabScan, offset: number): TextRange {
  const { text } = scan;
  let start = offset;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return { start, end };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
