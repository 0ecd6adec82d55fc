import type { TextRange } from "../../text/range.ts";
import type { LsbKeyword } from "../facts/lsb-keywords.ts";
import type { HeaderWord } from "./lines.ts";

/** The value that a reader has for a keyword. */
export interface ViewValue extends TextRange {
  readonly keyword: LsbKeyword;
  readonly text: string;
  /** The words as this reader splits the value. */
  readonly words: readonly HeaderWord[];
  readonly line: number;
}
