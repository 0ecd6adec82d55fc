// What can be done about an inittab: fixes and silencers, and the comment that says what the file is read as, so that
// nobody need guess again.

import { type InittabScan, lineAt, type TextRange } from "@inittab/core";
import { fixAll, type Remedy, remediesAt, type Silencing, type Wants } from "../../features/code-actions.ts";
import { message } from "../../message.ts";
import type { InittabDocument } from "../document.ts";
import { dialectChange } from "./dialect-comment.ts";
import { refactorings } from "./refactor.ts";

/** What is offered for a selection: only the kinds that the client asks for. */
export function inittabRemedies(
  document: InittabDocument,
  range: TextRange,
  wants: Wants,
): readonly Remedy[] {
  const { scan } = document;
  const findings = document.findings();
  const all = wants.fixAll ? fixAll((offset) => lineAt(scan, offset), findings) : undefined;
  // Nobody looks for it elsewhere, unless they ask for it.
  const isAsked = wants.named || document.placeAt(range.start).line === 0;
  const dialect = isAsked && wants.dialect ? dialectRemedy(scan) : undefined;
  return [
    ...(wants.quickFix ? remediesAt(inittabSilencing(scan), findings, range) : []),
    ...(wants.refactor ? refactorings(scan, range) : []),
    ...(all === undefined ? [] : [all]),
    ...(dialect === undefined ? [] : [dialect]),
  ];
}

/** The silencing comments of an inittab. */
export function inittabSilencing(scan: InittabScan): Silencing {
  return { above: (offset) => writtenLineStart(scan, offset), atTop: 0 };
}

/** The comment that names the file's dialect; undefined where the file has it already. */
export function dialectRemedy(scan: InittabScan): Remedy | undefined {
  const edit = dialectChange(scan, scan.dialect);
  if (typeof edit === "boolean") return undefined;
  const title = message("write-dialect", { dialect: scan.dialect });
  return { kind: "dialect", title, finding: undefined, safe: true, edits: [edit] };
}

/** Where the line was begun by its writer: init may see several pieces of a long line. */
function writtenLineStart(scan: InittabScan, offset: number): number {
  let start = scan.starts[lineAt(scan, offset)] ?? 0;
  while (start > 0 && scan.text.charCodeAt(start - 1) !== newline) start--;
  return start;
}

const newline = 10;
