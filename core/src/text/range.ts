// Places in a text and changes of it.

/** A half-open range of UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A replacement of `[start, end)` by `text`; offsets in UTF-16 units of the old text. */
export interface TextEdit extends TextRange {
  readonly text: string;
}
