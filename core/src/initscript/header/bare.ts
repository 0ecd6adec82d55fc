// Keywords of a header that are not comments: inside its markers, without the `#`.

import { findLsbKeyword, type LsbKeyword } from "../facts/lsb-keywords.ts";
import { type SourceLine, sourceLines } from "./lines.ts";

/** A line inside a header that is a keyword without its `#`. */
export interface BareKeyword {
  readonly line: SourceLine;
  readonly keyword: LsbKeyword;
}

const bare = /^[ \t]*([A-Z][A-Za-z-]+):/;

/** The keywords without `#` between the first begin marker of a text and the end marker after it; none without both. */
export function bareKeywords(text: string): readonly BareKeyword[] {
  const lines = sourceLines(text);
  const from = lines.findIndex((line) => line.text.includes("### BEGIN INIT INFO"));
  const to = lines.findIndex((line, at) => at > from && line.text.includes("### END INIT INFO"));
  if (from < 0 || to < 0) return [];
  return lines.slice(from + 1, to).flatMap((line) => {
    const keyword = findLsbKeyword(bare.exec(line.text)?.[1] ?? "")?.keyword;
    return keyword === undefined ? [] : [{ line, keyword }];
  });
}
