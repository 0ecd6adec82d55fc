// What each reader takes from a script's headers. They differ in where a header begins, what a keyword is and which of
// two equal ones counts; spec 1.2 has the table.

import type { LsbKeyword } from "../facts/lsb-keywords.ts";
import { readChkconfigHeader } from "./chkconfig.ts";
import { insservWords, readInsservHeader } from "./insserv.ts";
import { type SourceLine, sourceLines, splitWords } from "./lines.ts";
import { readLintianHeader } from "./lintian.ts";
import { readRpmlintHeader } from "./rpmlint.ts";
import type { ViewValue } from "./view-value.ts";

/** A program that reads headers. */
export type HeaderReader = "insserv" | "lintian" | "rpmlint" | "chkconfig" | "update-rc.d";

/** All readers, in the order of the specification's table. */
export const headerReaders: readonly HeaderReader[] = [
  "insserv",
  "lintian",
  "rpmlint",
  "chkconfig",
  "update-rc.d",
];

/** What a reader takes from a script. */
export interface HeaderView {
  readonly reader: HeaderReader;
  /** The reader sees a header. */
  readonly found: boolean;
  /** One value for each keyword that the reader has; of several the one that counts for it. */
  readonly values: ReadonlyMap<LsbKeyword, ViewValue>;
}

/** Reads a script's header as a program does. Never fails. */
export function viewHeader(reader: HeaderReader, text: string): HeaderView {
  switch (reader) {
    case "insserv":
      return insservView(text);
    case "lintian": {
      const { found, values } = readLintianHeader(text);
      return { reader, found, values };
    }
    case "rpmlint": {
      const { found, values } = readRpmlintHeader(text);
      return { reader, found, values };
    }
    case "chkconfig":
      return chkconfigView(text);
    case "update-rc.d":
      return updateRcView(text);
  }
}

function insservView(text: string): HeaderView {
  const header = readInsservHeader(text);
  const values = new Map<LsbKeyword, ViewValue>();
  for (const value of Object.values(header.values)) {
    const words = value.keyword.startsWith("Default-")
      ? splitWords(value.text, value.start, /[ ,;\t]/)
      : insservWords(value);
    values.set(value.keyword, { ...value, words });
  }
  return { reader: "insserv", found: header.state === "complete", values };
}

/** chkconfig knows no section: it takes the tags wherever they stand, and of several lines the last with a value. */
function chkconfigView(text: string): HeaderView {
  const header = readChkconfigHeader(text);
  const values = new Map<LsbKeyword, ViewValue>();
  for (const { tag, value, words, line } of header.lines) {
    if (tag === "chkconfig" || tag === "begin" || tag === "description") continue;
    if (tag === "Provides" && words.length === 0) continue;
    values.set(tag, { keyword: tag, ...value, text: text.slice(value.start, value.end), words, line });
  }
  return { reader: "chkconfig", found: header.lsb, values };
}

/** The two lists of runlevels. */
const levelKeywords = ["Default-Start", "Default-Stop"] as const;

/** update-rc.d's own parser wants the two runlevel lists only. */
function updateRcView(text: string): HeaderView {
  const values = new Map<LsbKeyword, ViewValue>();
  let begun = false;
  for (const line of sourceLines(text)) {
    if (/^### BEGIN INIT INFO\s*$/.test(line.text)) begun = true;
    else if (/^### END INIT INFO\s*$/.test(line.text)) break;
    else if (begun) takeLevels(values, line);
  }
  return { reader: "update-rc.d", found: begun, values };
}

function takeLevels(values: Map<LsbKeyword, ViewValue>, line: SourceLine): void {
  const [all = "", name, value = ""] = /^# (Default-St(?:art|op)):\s*(.*)$/.exec(line.text) ?? [];
  const keyword = levelKeywords.find((each) => each === name);
  if (keyword === undefined) return;
  const start = line.start + all.length - value.length;
  const words = splitWords(value, start, /\s/);
  values.set(keyword, { keyword, text: value, start, end: line.end, words, line: line.number });
}
