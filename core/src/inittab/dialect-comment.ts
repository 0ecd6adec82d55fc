// What a file says of its own dialect: `# inittab: dialect=busybox`. The init programs take no notice of it.

import type { SourceText } from "../text/source-text.ts";
import { type Dialect, dialectFacts, dialects, isUnknown } from "./dialect.ts";

/** A line that names the dialect of its file. Ranges are offsets in the text. */
export interface DialectStatement {
  /** The name as it is written; it need not be a dialect. */
  readonly name: string;
  readonly dialect: Dialect | undefined;
  /** Where the comment begins: at the first character of the line, or after the process of an entry. */
  readonly form: "hash" | "colon" | "indented" | "tail";
  /** From the mark of the comment to the end of the name. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  /** The line that holds it, with its newline. */
  readonly lineStart: number;
  readonly lineEnd: number;
}

const pattern = /(?:^:|#)[ \t]*inittab:[ \t]*dialect=([^\s:]+)[ \t]*\r?$/;

/** The statement in a line without its newline that begins at this offset of the text, or undefined. */
export function parseDialectStatement(
  line: string,
  lineStart: number,
  lineEnd: number,
): DialectStatement | undefined {
  // Most lines have no such word, and looking for it is quicker than the pattern.
  if (!line.includes("dialect=")) return undefined;
  const match = pattern.exec(line);
  const [whole = "", name = ""] = match ?? [];
  if (match === null) return undefined;
  const start = lineStart + match.index;
  const nameStart = start + whole.indexOf("=") + 1;
  return {
    name,
    dialect: dialects.find((dialect) => dialect === name),
    form: formOf(line, match.index),
    start,
    end: nameStart + name.length,
    nameStart,
    lineStart,
    lineEnd,
  };
}

function formOf(line: string, at: number): DialectStatement["form"] {
  if (line.startsWith(":") && at === 0) return "colon";
  if (at === 0) return "hash";
  return line.slice(0, at).trim() === "" ? "indented" : "tail";
}

/**
 * Whether the dialect's own program ignores a statement of this form. After a process it is the shell that
 * skips it, which only the System V family outside Linux always calls. Source: spec/dialects.md, sections 1 and 7.
 */
export function isCommentFor(dialect: Dialect, form: DialectStatement["form"]): boolean {
  if (isUnknown(dialect)) return true;
  const { runs, style } = dialectFacts[dialect];
  const { comment } = style;
  switch (form) {
    case "hash":
      return comment !== "colon" && comment !== "none";
    case "colon":
      return comment === "colon";
    case "indented":
      return comment === "after-blanks";
    case "tail":
      return comment === "anywhere" || typeof runs === "object";
  }
}

/**
 * The line that names a dialect in a file for it, with its newline. HP-UX and SCO OpenServer have no comment lines: for
 * them it is an entry that is `off`, whose process is nothing but the shell's comment.
 */
export function dialectLine(dialect: Dialect, usedIds: ReadonlySet<string> = new Set()): string {
  const words = `inittab: dialect=${dialect}`;
  switch (dialectFacts[dialect].style.comment) {
    case "colon":
      return `: ${words}\n`;
    case "none":
      return `${freeId(usedIds)}::off:# ${words}\n`;
    default:
      return `# ${words}\n`;
  }
}

function freeId(used: ReadonlySet<string>): string {
  let id = "it";
  for (let number = 0; used.has(id); number++) id = `i${number}`;
  return id;
}

/** The change that makes a file name its dialect. */
export interface DialectEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edit that writes a dialect into a file, or takes out what is written there for `auto`; undefined if nothing changes. */
export function dialectEdit(
  source: SourceText,
  dialect: Dialect | "auto",
  statement: DialectStatement | undefined,
): DialectEdit | undefined {
  const text = source.toString();
  if (dialect === "auto") return statement && removal(text, statement);
  if (statement !== undefined) {
    if (statement.name === dialect && isCommentFor(dialect, statement.form)) return undefined;
    const stays = isCommentFor(dialect, statement.form);
    if (stays || statement.form === "tail")
      return { start: statement.nameStart, end: statement.end, text: dialect };
    return { start: statement.lineStart, end: statement.lineEnd, text: dialectLine(dialect, idsOf(text)) };
  }
  const at = placeFor(text);
  return { start: at, end: at, text: dialectLine(dialect, idsOf(text)) };
}

/** After a process only the comment is removed; an entry that was made for it is removed with it. */
function removal(text: string, { form, start, end, lineStart, lineEnd }: DialectStatement): DialectEdit {
  const wholeLine = form !== "tail" || /^\w+::off:$/.test(text.slice(lineStart, start));
  return wholeLine ? { start: lineStart, end: lineEnd, text: "" } : { start, end, text: "" };
}

/**
 * After a first line that is a comment, since editors know the kind of file by it; otherwise before everything else.
 * A comment that ends in a backslash would swallow the line below it.
 */
function placeFor(text: string): number {
  const newline = text.indexOf("\n");
  const first = newline < 0 ? "" : text.slice(0, newline);
  return first.startsWith("#") && !first.endsWith("\\") ? newline + 1 : 0;
}

/** What stands in front of the first colon of each line, as far as it can be in the way of a short id. */
function idsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^(i\w+):/gm)].map(([, id = ""]) => id));
}
