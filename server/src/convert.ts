// The only file, with `convert-answers.ts`, that speaks both our types and those of the protocol. Here is what the server
// cannot start without.

import { type Finding, type Localizer, type Severity, type TextRange, visible } from "@inittab/core";
import * as lsp from "vscode-languageserver";
import type { Place } from "./documents/line-index.ts";
import type { Change, Places } from "./documents/open-document.ts";
import { isObject } from "./environment.ts";
import { type Found, type NamedPlace, tokenTypes } from "./features/answers.ts";
import type { Wants } from "./features/code-actions.ts";
import { topicLink } from "./features/topic-link.ts";

/** The name under which findings are shown. */
const diagnosticSource = "inittab";

/** A position in whatever a client sends; anything but a number counts as 0. */
export function readPlace(position: unknown): Place {
  const { line, character } = isObject(position) ? position : {};
  return { line: readCount(line), character: readCount(character) };
}

/** A range of offsets; its ends are put in order. */
export function readRange(document: Places, range: unknown): TextRange {
  const { start, end } = isObject(range) ? range : {};
  const one = document.offsetAt(readPlace(start));
  const other = document.offsetAt(readPlace(end));
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** The changes of a notification; anything that is not a change is left out. */
export function readChanges(changes: unknown): readonly Change[] {
  return (Array.isArray(changes) ? changes : []).flatMap((change: unknown) => {
    const { text, range } = isObject(change) ? change : {};
    if (typeof text !== "string") return [];
    if (!isObject(range)) return [{ text }];
    const { start, end } = range;
    return [{ text, range: { start: readPlace(start), end: readPlace(end) } }];
  });
}

/** The kinds of code actions that a client asks for. */
export function readWants(context: lsp.CodeActionContext | undefined): Wants {
  const only = context?.only ?? undefined;
  const wants = (kind: string) => only?.some((each) => `${kind}.`.startsWith(`${each}.`)) ?? true;
  return {
    quickFix: wants(lsp.CodeActionKind.QuickFix),
    fixAll: wants(fixAllKind),
    dialect: wants(dialectKind),
    refactor: wants(lsp.CodeActionKind.Refactor),
    named: only !== undefined,
  };
}

export function toRange(document: Places, range: TextRange): lsp.Range {
  return { start: document.placeAt(range.start), end: document.placeAt(range.end) };
}

/** How findings are worded for a client. */
export interface Wording {
  readonly localizer: Localizer;
  /** The client's command that shows a page, to which the rule's name then is a link. */
  readonly showTopic: string | undefined;
}

export function toDiagnostic(
  document: Places,
  finding: Finding,
  { localizer, showTopic }: Wording,
): lsp.Diagnostic {
  const related = finding.related.map((place) => ({
    location: { uri: document.uri, range: toRange(document, place.range) },
    message: localizer.words(place.message),
  }));
  return {
    range: toRange(document, finding.range),
    severity: severityNumbers[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    ...(showTopic === undefined
      ? {}
      : { codeDescription: { href: topicLink(showTopic, { topic: finding.rule }) } }),
    message: localizer.words(finding.message),
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

/** A stretch of any file. */
export function toLocation({ places, range }: Found): lsp.Location {
  return { uri: places.uri, range: toRange(places, range) };
}

export function toWorkspaceSymbol(symbol: NamedPlace): lsp.SymbolInformation {
  const { name, container } = symbol;
  return {
    name: visible(name),
    kind: lsp.SymbolKind.Module,
    containerName: visible(container),
    location: toLocation(symbol),
  };
}

/** The names of the token types, in the order in which `toSemanticTokens` counts them. */
export const semanticTokensLegend: lsp.SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [],
};

/** The kind of the action that makes all safe fixes, for `editor.codeActionsOnSave`. */
export const fixAllKind: string = `${lsp.CodeActionKind.SourceFixAll}.inittab`;

/** The kind of the action that writes the dialect into the file. */
export const dialectKind: string = `${lsp.CodeActionKind.Source}.dialect.inittab`;
