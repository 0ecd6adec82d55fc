// The LSB header as insserv 1.24.0 takes it. Every rule here was observed; see the conformance cases ins-056 to ins-070.

import type { TextRange } from "../../text/range.ts";
import { insservKeyword, type LsbKeyword } from "../facts/lsb-keywords.ts";
import { bufferedLines, type HeaderWord, splitWords } from "./lines.ts";

/** The value of a keyword, cut where insserv cuts it: at the first byte that is not printing ASCII. */
export interface InsservValue extends TextRange {
  readonly keyword: LsbKeyword;
  readonly text: string;
  readonly line: number;
}

/** What insserv reads from a script or an override file. */
export interface InsservHeader {
  /** `open`: there is a begin marker and no end marker, which ends the whole run. */
  readonly state: "complete" | "open" | "none";
  /** The first value of each keyword; absent means that the keyword is missing, an empty text that its value is. */
  readonly values: Partial<Record<LsbKeyword, InsservValue>>;
  /** The interpreter is openrc-run: such a script gets `$remote_fs $syslog`, levels 2 3 4 5 and 0 1 6. */
  readonly openrc: boolean;
}

/** The bytes that insserv's line buffer holds. */
const bufferBytes = 2047;
const keywordLine = /^(#[ \t]*([A-Za-z0-9_-]+):[ \t]*)([ -~]*)/;

/** Reads a header as insserv does. Never fails. */
export function readInsservHeader(text: string): InsservHeader {
  const openrc = isOpenrc(text);
  const values: Partial<Record<LsbKeyword, InsservValue>> = {};
  let begun = false;
  for (const line of bufferedLines(text, bufferBytes)) {
    if (!begun) {
      begun = line.text.includes("### BEGIN INIT INFO");
      continue;
    }
    let seen = line.text;
    const [, prefix = "", name = "", value = ""] = keywordLine.exec(line.text) ?? [];
    const keyword = insservKeyword(name)?.keyword;
    if (keyword !== undefined && keyword !== "Short-Description" && values[keyword] === undefined) {
      const start = line.start + prefix.length;
      values[keyword] = { keyword, text: value, start, end: start + value.length, line: line.number };
      // The value is cut in the line buffer itself, so an end marker after the cut goes unseen.
      if (value !== "") seen = prefix + value;
    }
    if (seen.includes("### END INIT INFO")) return { state: "complete", values, openrc };
  }
  return { state: begun ? "open" : "none", values, openrc };
}

function isOpenrc(text: string): boolean {
  const firstLine = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n")).slice(0, 63);
  return firstLine.replace(/[ \t\v\f\r]/g, "").startsWith("#!/sbin/openrc-run");
}

/** The characters between which insserv finds words. */
const separators = /[ ,;\t]/;

/** The words of a list of names, up to the first gap (two separators in a row), after which insserv sees nothing. */
export function insservWords(value: InsservValue): HeaderWord[] {
  const texts = insservList(value.text);
  let start = value.start;
  return texts.map((text) => {
    const word = { text, start, end: start + text.length };
    start = word.end + 1;
    return word;
  });
}

/** As `insservWords`, for a text without a place. */
export function insservList(text: string): string[] {
  const words = text.split(separators);
  const gap = words.indexOf("");
  return gap < 0 ? words : words.slice(0, gap);
}

/** What stands after a gap and is lost; empty when nothing is. */
export function wordsBehindGap(value: InsservValue): HeaderWord[] {
  const seen = insservWords(value).length;
  return splitWords(value.text, value.start, separators).slice(seen);
}
