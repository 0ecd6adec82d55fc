// The only file that speaks both our types and those of the protocol.

import {
  type Finding,
  findAction,
  type Severity,
  type SimulationQuestion,
  type TextEdit,
  type TextRange,
} from "@inittab/core";
import * as lsp from "vscode-languageserver";
import type { Change, InittabDocument } from "./documents.ts";
import { isObject } from "./environment.ts";
import type { Remedy } from "./features/code-actions.ts";
import type { Lens } from "./features/code-lens.ts";
import type { Completion, CompletionKind } from "./features/completion-item.ts";
import type { Fold } from "./features/folding.ts";
import type { Hover } from "./features/hover.ts";
import type { FileLink } from "./features/links.ts";
import { type Token, tokenTypes } from "./features/semantic-tokens.ts";
import { simulationCommands } from "./features/simulate.ts";
import type { RecordSymbol } from "./features/symbols.ts";
import type { Place } from "./line-index.ts";

/** The name under which findings are shown. */
const diagnosticSource = "inittab";

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

function toRange(document: InittabDocument, range: TextRange): lsp.Range {
  return { start: document.placeAt(range.start), end: document.placeAt(range.end) };
}

function toTextEdit(document: InittabDocument, edit: TextEdit): lsp.TextEdit {
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

/** A lens runs the simulation; a client with a view of its own puts its command in the place of this one. */
export function toCodeLens(document: InittabDocument, { offset, title, level }: Lens): lsp.CodeLens {
  const question: SimulationQuestion = {
    uri: document.uri,
    show: true,
    ...(level === undefined ? {} : { level }),
  };
  return {
    range: toRange(document, { start: offset, end: offset }),
    command: { title, command: simulationCommands.simulate, arguments: [question] },
  };
}

/** The outline: as a tree for clients that know one, as a list for others. */
export function toSymbols(
  document: InittabDocument,
  symbols: readonly RecordSymbol[],
  hierarchical: boolean,
): lsp.DocumentSymbol[] | lsp.SymbolInformation[] {
  if (!hierarchical)
    return symbols.map(({ name, action, range }) => ({
      name,
      kind: symbolKind(action),
      location: { uri: document.uri, range: toRange(document, range) },
    }));
  return symbols.map(({ name, detail, action, range, selection }) => {
    const whole = toRange(document, range);
    const selectionRange = { start: whole.start, end: document.placeAt(selection.end) };
    return { name, detail, kind: symbolKind(action), range: whole, selectionRange };
  });
}

function symbolKind(action: string): lsp.SymbolKind {
  const trigger = findAction(action)?.trigger;
  switch (trigger) {
    case "boot":
    case "power":
    case "keyboard":
    case "shutdown":
      return lsp.SymbolKind.Event;
    case "never":
      return lsp.SymbolKind.Constant;
    case "runlevel":
    case undefined:
      return lsp.SymbolKind.Function;
    default:
      return trigger satisfies never;
  }
}

export function toFolds(document: InittabDocument, folds: readonly Fold[]): lsp.FoldingRange[] {
  return folds.map((fold) => ({
    startLine: document.placeAt(fold.start).line,
    endLine: document.placeAt(fold.end).line,
    kind: fold.kind === "comment" ? lsp.FoldingRangeKind.Comment : lsp.FoldingRangeKind.Region,
  }));
}

export function toLinks(document: InittabDocument, links: readonly FileLink[]): lsp.DocumentLink[] {
  return links.map(({ range, target }) => ({ range: toRange(document, range), target }));
}

/** Ranges from the innermost to the outermost as the protocol nests them. */
export function toSelectionRange(
  document: InittabDocument,
  ranges: readonly TextRange[],
): lsp.SelectionRange {
  const nested = ranges.reduceRight<lsp.SelectionRange | undefined>(
    (parent, range) => ({ range: toRange(document, range), ...(parent === undefined ? {} : { parent }) }),
    undefined,
  );
  return nested ?? { range: toRange(document, { start: 0, end: 0 }) };
}

/** The names of the token types, in the order in which `toSemanticTokens` counts them. */
export const semanticTokensLegend: lsp.SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [],
};

export function toSemanticTokens(document: InittabDocument, tokens: readonly Token[]): lsp.SemanticTokens {
  const builder = new lsp.SemanticTokensBuilder();
  for (const { start, end, type } of tokens) {
    const { line, character } = document.placeAt(start);
    builder.push(line, character, end - start, tokenTypes.indexOf(type), 0);
  }
  return builder.build();
}

export function toCodeAction(document: InittabDocument, remedy: Remedy): lsp.CodeAction {
  const { finding, edits } = remedy;
  return {
    title: remedy.title,
    kind: remedy.kind === "fix-all" ? fixAllKind : lsp.CodeActionKind.QuickFix,
    ...(finding === undefined ? {} : { diagnostics: [toDiagnostic(document, finding)] }),
    ...(remedy.kind === "fix" && remedy.safe ? { isPreferred: true } : {}),
    edit: { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } },
  };
}

/** The kind of the action that makes all safe fixes, for `editor.codeActionsOnSave`. */
export const fixAllKind: string = `${lsp.CodeActionKind.SourceFixAll}.inittab`;

export function toHover(document: InittabDocument, { markdown, range }: Hover): lsp.Hover {
  return { contents: { kind: lsp.MarkupKind.Markdown, value: markdown }, range: toRange(document, range) };
}

export function toCompletionItem(
  document: InittabDocument,
  completion: Completion,
  index: number,
): lsp.CompletionItem {
  const { label, detail, documentation, text } = completion;
  return {
    label,
    kind: completionKinds[completion.kind],
    detail,
    ...(documentation === undefined
      ? {}
      : { documentation: { kind: lsp.MarkupKind.Markdown, value: documentation } }),
    // The order is ours, and a field is looked up by what is inserted.
    sortText: String(index).padStart(3, "0"),
    filterText: text === "" ? label : text,
    textEdit: { range: toRange(document, completion.range), newText: text },
    ...(completion.snippet === true ? { insertTextFormat: lsp.InsertTextFormat.Snippet } : {}),
  };
}

const completionKinds: Readonly<Record<CompletionKind, lsp.CompletionItemKind>> = {
  id: lsp.CompletionItemKind.Value,
  runlevels: lsp.CompletionItemKind.EnumMember,
  action: lsp.CompletionItemKind.Keyword,
  command: lsp.CompletionItemKind.Function,
  argument: lsp.CompletionItemKind.Property,
  record: lsp.CompletionItemKind.Snippet,
  rule: lsp.CompletionItemKind.Reference,
};
