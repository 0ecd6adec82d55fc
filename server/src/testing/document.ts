// Documents for tests: `$0` marks the cursor, and two of them a selection.

import type { TextRange } from "@inittab/core";
import { ruleNamed } from "../documents/rule-finder.ts";
import { readSettings } from "../documents/settings.ts";
import type { Remedy } from "../features/code-actions.ts";
import { InittabDocument } from "../inittab/document.ts";

/** A document, and the marked place in it. */
export interface Marked {
  readonly document: InittabDocument;
  readonly offset: number;
  readonly selection: TextRange;
}

/** Reads a text in which `$0` marks the cursor, or two of them a selection. */
export function marked(text: string, settings: unknown = { dialect: "sysvinit" }): Marked {
  const [before = "", inside = "", ...behind] = text.split("$0");
  const isSelection = behind.length > 0;
  const start = before.length;
  const plain = before + inside + behind.join("");
  return {
    document: documentOf(plain, settings),
    offset: start,
    selection: { start, end: isSelection ? start + inside.length : start },
  };
}

export function documentOf(text: string, settings: unknown = { dialect: "sysvinit" }): InittabDocument {
  return new InittabDocument(
    "file:///etc/inittab",
    "inittab",
    1,
    text,
    readSettings(settings, ruleNamed).settings,
  );
}

/** A part of the text on one line of output. */
export function show(document: InittabDocument, range: TextRange): string {
  return JSON.stringify(document.scan.text.slice(range.start, range.end));
}

/** The text after a remedy. */
export function applied(text: string, remedy: Remedy | undefined): string {
  const edits = (remedy?.edits ?? []).toSorted((one, other) => other.start - one.start);
  return edits.reduce(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}
