// What the makers of proposals share.

import type {
  Dialect,
  Documentation,
  InittabScan,
  Message,
  MessageValue,
  SourceText,
  TextRange,
  Topic,
} from "@inittab/core";

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
  | "service"
  | "file";

/** One proposal. */
export interface Completion {
  readonly kind: CompletionKind;
  readonly label: string | Message;
  readonly detail: MessageValue;
  readonly documentation?: Documentation;
  /** What it replaces; a part of one line of the editor, with the cursor in it. */
  readonly range: TextRange;
  readonly text: string;
  /** What the client compares with the text that is typed; without it `text`. */
  readonly filter?: string;
  /** The text has places to fill in, in the notation of the protocol. */
  readonly snippet?: true;
}

/** The proposals that go on with what stands before the cursor. What is there already is not offered. */
export function goingOn(
  proposals: readonly Completion[],
  text: SourceText,
  offset: number,
): readonly Completion[] {
  return proposals.filter((proposal) => {
    const { range } = proposal;
    const typed = typedFor(proposal, text, offset);
    return (
      alike(proposal, proposal.text).startsWith(typed) &&
      proposal.text !== text.slice(range.start, range.end) &&
      !(typed !== "" && isWhole(proposal, typed))
    );
  });
}

/**
 * The same where a line can end at the cursor: as soon as one of the proposals stands there as a whole, nothing is
 * offered, not even a longer one, so that Enter at the end of a line means a new line in every editor.
 */
export function goingOnUnlessWhole(
  proposals: readonly Completion[],
  text: SourceText,
  offset: number,
): readonly Completion[] {
  const isDone = proposals.some((proposal) => {
    const typed = typedFor(proposal, text, offset);
    return typed !== "" && isWhole(proposal, typed);
  });
  return isDone ? [] : goingOn(proposals, text, offset);
}

/**
 * A list that the client narrows on its own instead of asking anew: it does so at once, while an old list stays open
 * until a new answer comes. None of these is left where one stands as a whole, so Enter never meets it.
 */
export function narrowedByClient(proposals: readonly Completion[]): readonly Completion[] {
  const shortened = proposals.map((proposal) => ({ ...proposal, filter: proposal.text.slice(0, -1) }));
  return shortened.filter(({ filter }) => !proposals.some(({ text }) => isScatteredIn(text, filter)));
}

/** Whether the letters occur one after the other, which is enough for a client. */
function isScatteredIn(letters: string, text: string): boolean {
  const places = text.toLowerCase();
  let at = 0;
  for (const letter of letters.toLowerCase()) {
    at = places.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function typedFor(proposal: Completion, text: SourceText, offset: number): string {
  return alike(proposal, text.slice(proposal.range.start, offset).trimStart());
}

/** Of a text of several lines the first one is enough. */
function isWhole(proposal: Completion, typed: string): boolean {
  const { label, text, filter } = proposal;
  return [typeof label === "string" ? label : "", text.split("\n", 1)[0], filter].some(
    (whole) => whole !== undefined && alike(proposal, whole) === typed,
  );
}

/** Keywords of headers are found however they are written. */
function alike({ kind }: Completion, text: string): string {
  return kind === "keyword" ? text.toLowerCase() : text;
}

/** What the client can show, and why it asks. */
export interface CompletionOptions {
  /** It fills in the places of a snippet. */
  readonly snippets: boolean;
  /** The character that was just typed, if that is why it asks. */
  readonly trigger?: string | undefined;
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
