// The only file that speaks both our types and those of the protocol.

import type { Finding, Severity, TextEdit, TextRange } from "@inittab/core";
import * as lsp from "vscode-languageserver";
import type { Change, InittabDocument, Place } from "./documents.ts";
import { isObject } from "./environment.ts";

/** The name under which findings are shown. */
export const diagnosticSource = "inittab";

/** A position in whatever a client sends; what is no number counts as 0. */
export function readPlace(position: unknown): Place {
  const { line, character } = isObject(position) ? position : {};
  return { line: readCount(line), character: readCount(character) };
}

/** A range of offsets; its ends are put in order. */
export function readRange(document: InittabDocument, range: unknown): TextRange {
  const { start, end } = isObject(range) ? range : {};
  const one = document.offsetAt(readPlace(start));
  const other = document.offsetAt(readPlace(end));
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** The changes of a notification; what is no change is left out. */
export function readChanges(changes: unknown): readonly Change[] {
  return (Array.isArray(changes) ? changes : []).flatMap((change: unknown) => {
    const { text, range } = isObject(change) ? change : {};
    if (typeof text !== "string") return [];
    if (!isObject(range)) return [{ text }];
    const { start, end } = range;
    return [{ text, range: { start: readPlace(start), end: readPlace(end) } }];
  });
}

export function toRange(document: InittabDocument, range: TextRange): lsp.Range {
  return { start: document.placeAt(range.start), end: document.placeAt(range.end) };
}

export function toTextEdit(document: InittabDocument, edit: TextEdit): lsp.TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

export function toDiagnostic(document: InittabDocument, finding: Finding): lsp.Diagnostic {
  const related = finding.related.map((place) => ({
    location: { uri: document.uri, range: toRange(document, place.range) },
    message: place.message,
  }));
  return {
    range: toRange(document, finding.range),
    severity: severityNumbers[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: finding.message,
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(finding.unnecessary ? { tags: [lsp.DiagnosticTag.Unnecessary] } : {}),
  };
}

const severityNumbers: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  information: lsp.DiagnosticSeverity.Information,
  hint: lsp.DiagnosticSeverity.Hint,
};

function readCount(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? Math.max(0, Math.floor(value)) : 0;
}
