// The LSB header as an editor sees it: every line that some reader takes for a part of it, with its place.

import type { TextRange } from "../../text/range.ts";
import { findLsbKeyword, insservKeyword, type LsbKeywordFact } from "../facts/lsb-keywords.ts";
import { type HeaderWord, type SourceLine, sourceLines, splitWords } from "./lines.ts";

/** A begin or end marker; `range` is the marker alone, without what stands around it. */
export interface LsbMarker {
  readonly line: SourceLine;
  readonly range: TextRange;
  /** At the start of the line and alone on it, so that every reader sees it. */
  readonly exact: boolean;
}

/** A line with a keyword. */
export interface LsbField {
  readonly line: SourceLine;
  /** The keyword as written, without the colon. */
  readonly keyword: HeaderWord;
  /** What the most tolerant reader (insserv) takes the keyword for; undefined for an unknown word. */
  readonly fact: LsbKeywordFact | undefined;
  /** The value without the blanks around it; empty, at the end of the line, when there is none. */
  readonly value: HeaderWord;
  /** The words of the value, split at blanks, tabs, commas and semicolons. */
  readonly words: readonly HeaderWord[];
  /** Further lines of a description. */
  readonly continuation: readonly SourceLine[];
}

/** One header section. A file should have one. */
export interface LsbSection {
  /** From the begin marker's line to the end marker's, or to the end of the text. */
  readonly range: TextRange;
  readonly begin: LsbMarker;
  /** Undefined when there is none. */
  readonly end: LsbMarker | undefined;
  readonly fields: readonly LsbField[];
  /** Lines that are neither a field nor its continuation. */
  readonly strayLines: readonly SourceLine[];
}

interface OpenSection {
  readonly begin: LsbMarker;
  readonly fields: LsbField[];
  readonly strayLines: SourceLine[];
  /** The further lines of each field, as they are read. */
  readonly continuations: Map<LsbField, SourceLine[]>;
}

/** All header sections of a script. Never fails; one without end marker reaches to the next begin marker or the end. */
export function readLsbSections(text: string): LsbSection[] {
  const sections: LsbSection[] = [];
  let open: OpenSection | undefined;
  const close = (end: LsbMarker | undefined, to: number): void => {
    if (open !== undefined) {
      const { begin, fields, strayLines } = open;
      sections.push({ range: { start: begin.line.start, end: to }, end, begin, fields, strayLines });
    }
    open = undefined;
  };
  for (const line of sourceLines(text)) {
    const begin = markerIn(line, "### BEGIN INIT INFO");
    const end = markerIn(line, "### END INIT INFO");
    if (begin !== undefined) {
      close(undefined, line.start);
      open = { begin, fields: [], strayLines: [], continuations: new Map() };
    } else if (end !== undefined) close(end, line.end);
    else if (open !== undefined) takeLine(open, line);
  }
  close(undefined, text.length);
  return sections;
}

function markerIn(line: SourceLine, marker: string): LsbMarker | undefined {
  const at = line.text.indexOf(marker);
  if (at < 0) return undefined;
  const start = line.start + at;
  return { line, range: { start, end: start + marker.length }, exact: line.text === marker };
}

const fieldLine = /^([ \t]*#[ \t]*)([A-Za-z][\w-]*)([ \t]*:[ \t]*)(.*)$/s;

function takeLine({ fields, strayLines, continuations }: OpenSection, line: SourceLine): void {
  const last = fields.at(-1);
  // Only Description goes on, and its lines may look like fields once they are indented.
  if (last?.fact?.keyword === "Description" && /^#(\t| {2})/.test(line.text)) {
    continuations.get(last)?.push(line);
    return;
  }
  const [, before = "", keyword = "", colon = "", rest = ""] = fieldLine.exec(line.text) ?? [];
  const value = rest.trimEnd();
  if (keyword === "") {
    strayLines.push(line);
    return;
  }
  const start = line.start + before.length;
  const from = start + keyword.length + colon.length;
  const continuation: SourceLine[] = [];
  const field: LsbField = {
    line,
    keyword: { text: keyword, start, end: start + keyword.length },
    fact: insservKeyword(keyword) ?? findLsbKeyword(keyword),
    value: { text: value, start: from, end: from + value.length },
    words: splitWords(value, from, /[ \t,;]/),
    continuation,
  };
  fields.push(field);
  continuations.set(field, continuation);
}
