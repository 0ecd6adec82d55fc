// Files with the line ends of DOS.

import { type InittabScan, lineAt } from "../../inittab/scan.ts";
import type { TextEdit } from "../../text/range.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { Fix } from "../contract.ts";
import { message } from "./message.ts";

/** The first CR LF that does harm: not the end of a comment, and accepted by index of the line and offset in it. -1: none. */
export function firstCarriageReturn(
  scan: InittabScan,
  harms: (index: number, offset: number) => boolean = () => true,
): number {
  for (let at = scan.text.indexOf("\r\n"); at >= 0; at = scan.text.indexOf("\r\n", at + 2)) {
    const index = lineAt(scan, at);
    if (scan.lines[index]?.kind !== "comment" && harms(index, at - (scan.starts[index] ?? 0))) return at;
  }
  return -1;
}

/** A file of very many lines is better converted by the editor than by thousands of edits after each typed character. */
const editLimit = 2000;

/** Converts all line ends. */
export function carriageReturnFixes(text: SourceText): readonly Fix[] {
  const edits: TextEdit[] = [];
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
    edits.push({ start: at, end: at + 1, text: "" });
    if (edits.length > editLimit) return [];
  }
  return [{ title: message("carriage-returns.fix"), kind: "suggestion", edits }];
}
