/**
 * What is asked of the text of a file. Every string is one; an editor may hand over something that does not build a
 * huge string anew for each typed character. Offsets are UTF-16 units; `toString` gives the whole.
 */
export interface SourceText {
  readonly length: number;
  readonly slice: (start: number, end?: number) => string;
  readonly charCodeAt: (offset: number) => number;
  readonly indexOf: (search: string, from?: number) => number;
  readonly endsWith: (search: string) => boolean;
  readonly toString: () => string;
}
