// What features answer, whatever kind of document they are about: plain data with offsets. `convert.ts` puts it into the
// protocol's words.

import type { Message, MessageList, MessageValue, TextRange } from "@inittab/core";
import type { Places } from "../documents/open-document.ts";

/** A part of a document in its outline. */
export interface OutlineSymbol {
  readonly kind: OutlineKind;
  /** Not empty: editors refuse a symbol without a name. */
  readonly name: MessageValue;
  readonly detail: string;
  readonly range: TextRange;
  /** The part of the range that names it. */
  readonly selection: TextRange;
  /** The parts in it; undefined for a part that cannot have any. */
  readonly children?: readonly OutlineSymbol[];
}

/** As what an outline shows a part. */
export type OutlineKind = "constant" | "event" | "function" | "namespace" | "property";

/** A stretch of a file, with the means to say where it is. */
export interface Found {
  readonly places: Places;
  readonly range: TextRange;
}

/** Something with a name in any file, for the search across files. */
export interface NamedPlace extends Found {
  readonly name: string;
  /** What it belongs to. */
  readonly container: string;
}

/** A command above a line. */
export interface Lens {
  /** Where the line begins in the text. */
  readonly offset: number;
  readonly title: Message;
  /** The level to boot into; undefined for the default one. */
  readonly level: string | undefined;
}

/** Lines that can be folded into the first of them. */
export interface Fold extends TextRange {
  readonly kind: "comment" | "records";
}

/** A path that leads somewhere. */
export interface FileLink {
  readonly range: TextRange;
  /** The address of the file. */
  readonly target: string;
}

/** A note after a line. */
export interface InlayHint {
  readonly offset: number;
  readonly label: MessageList;
  readonly tooltip: Message;
}

/** The kinds of tokens, in words of the protocol. */
export const tokenTypes = [
  "comment",
  "property",
  "number",
  "keyword",
  "operator",
  "function",
  "string",
] as const;

/** A coloured piece of a line. It lies on one line of the editor. */
export interface Token extends TextRange {
  readonly type: (typeof tokenTypes)[number];
}

/** A line with its tokens, whose ranges count from `start`. */
export interface TokenLine {
  readonly start: number;
  readonly tokens: readonly Token[];
}
