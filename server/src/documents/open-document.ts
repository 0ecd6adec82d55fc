// What every open document has, whatever is in it.

import type { Finding } from "@inittab/core";
import type { Place } from "./line-index.ts";
import type { Settings } from "./settings.ts";

/** A change by an editor; without a range it replaces the whole text. */
export interface Change {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/** Where the offsets of a document are in an editor. */
export interface Places {
  readonly uri: string;
  /** The offset of a place; one beyond the end of its line or of the text is moved there. */
  readonly offsetAt: (place: Place) => number;
  readonly placeAt: (offset: number) => Place;
}

/** An open document. */
export interface OpenDocument extends Places {
  readonly version: number;
  /** Names the text and the settings: as long as it is the same, so is every answer from the document alone. */
  readonly state: string;
  /** Applies changes one after the other, as the protocol wants it. */
  readonly change: (changes: readonly Change[], version: number) => void;
  /** Returns whether anything changed, so that the answers given so far may be wrong. */
  readonly configure: (settings: Settings) => boolean;
  /** Frees what the garbage collector cannot. */
  readonly close: () => void;
}

/** What the checker says of a document, and a name for it: as long as the name is the same, so are the findings. */
export interface Judgement {
  readonly name: string;
  readonly findings: readonly Finding[];
}
