// The only file that speaks both our types and those of the protocol.

import {
  documentationMarkdown,
  type Finding,
  type Localizer,
  type Severity,
  type TextEdit,
  type TextRange,
  visible,
} from "@inittab/core";
import * as lsp from "vscode-languageserver";
import type { Place } from "./documents/line-index.ts";
import type { Change, Places } from "./documents/open-document.ts";
import { isObject } from "./environment.ts";
import {
  type FileLink,
  type Fold,
  type Found,
  type InlayHint,
  type Lens,
  type NamedPlace,
  type OutlineKind,
  type OutlineSymbol,
  type Token,
  tokenTypes,
} from "./features/answers.ts";
import type { Remedy, Wants } from "./features/code-actions.ts";
import type { Completion, CompletionKind } from "./features/completion-item.ts";
import { type Hover, hoverMarkdown } from "./features/hover.ts";
import { commands, type SimulationQuestion } from "./protocol.ts";

/** The name under which findings are shown. */
const diagnosticSource = "inittab";

/** A position in whatever a client sends; what is no number counts as 0. */
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

/** The kinds of code actions that a client asks for. */
export function readWants(context: lsp.CodeActionContext | undefined): Wants {
  const only = context?.only ?? undefined;
  const wants = (kind: string) => only?.some((each) => `${kind}.`.startsWith(`${each}.`)) ?? true;
  return {
    quickFix: wants(lsp.CodeActionKind.QuickFix),
    fixAll: wants(fixAllKind),
    dialect: wants(dialectKind),
    named: only !== undefined,
  };
}

export function toRange(document: Places, range: TextRange): lsp.Range {
  return { start: document.placeAt(range.start), end: document.placeAt(range.end) };
}

function toTextEdit(document: Places, edit: TextEdit): lsp.TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

export function toDiagnostic(document: Places, finding: Finding, localizer: Localizer): lsp.Diagnostic {
  const related = finding.related.map((place) => ({
    location: { uri: document.uri, range: toRange(document, place.range) },
    message: localizer.words(place.message),
  }));
  return {
    range: toRange(document, finding.range),
    severity: severityNumbers[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
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

/** A lens runs the simulation; a client with a view of its own puts its command in the place of this one. */
export function toCodeLens(
  document: Places,
  { offset, title, level }: Lens,
  localizer: Localizer,
): lsp.CodeLens {
  const question: SimulationQuestion = {
    uri: document.uri,
    show: true,
    ...(level === undefined ? {} : { level }),
  };
  return {
    range: toRange(document, { start: offset, end: offset }),
    command: { title: localizer.text(title), command: commands.simulate, arguments: [question] },
  };
}

/** The outline: as a tree for clients that know one, as a list for others. */
export function toSymbols(
  document: Places,
  symbols: readonly OutlineSymbol[],
  { hierarchical, localizer }: { readonly hierarchical: boolean; readonly localizer: Localizer },
): lsp.DocumentSymbol[] | lsp.SymbolInformation[] {
  if (hierarchical) return symbols.map((symbol) => toSymbol(document, symbol, localizer));
  return symbols.map(({ name, kind, range }) => ({
    name: localizer.words(name),
    kind: symbolKinds[kind],
    location: { uri: document.uri, range: toRange(document, range) },
  }));
}

function toSymbol(document: Places, symbol: OutlineSymbol, localizer: Localizer): lsp.DocumentSymbol {
  const { name, detail, kind, range, selection, children } = symbol;
  return {
    name: localizer.words(name),
    detail: visible(detail),
    kind: symbolKinds[kind],
    range: toRange(document, range),
    selectionRange: toRange(document, selection),
    ...(children === undefined
      ? {}
      : { children: children.map((child) => toSymbol(document, child, localizer)) }),
  };
}

const symbolKinds: Readonly<Record<OutlineKind, lsp.SymbolKind>> = {
  constant: lsp.SymbolKind.Constant,
  event: lsp.SymbolKind.Event,
  function: lsp.SymbolKind.Function,
  namespace: lsp.SymbolKind.Namespace,
  property: lsp.SymbolKind.Property,
};

/** A stretch of any file. */
export function toLocation({ places, range }: Found): lsp.Location {
  return { uri: places.uri, range: toRange(places, range) };
}

/** The beginning of a file that need not be open. */
export function toTopOf(uri: string): lsp.Location {
  const top = { line: 0, character: 0 };
  return { uri, range: { start: top, end: top } };
}

/** A rename of each of these stretches. */
export function toRename(uses: readonly Found[], newText: string): lsp.WorkspaceEdit {
  const changes: Record<string, lsp.TextEdit[]> = {};
  for (const { places, range } of uses) {
    const edits = changes[places.uri] ?? [];
    changes[places.uri] = [...edits, { range: toRange(places, range), newText }];
  }
  return { changes };
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

export function toInlayHint(
  document: Places,
  { offset, label, tooltip }: InlayHint,
  localizer: Localizer,
): lsp.InlayHint {
  return {
    position: document.placeAt(offset),
    label: localizer.words(label),
    tooltip: { kind: lsp.MarkupKind.Markdown, value: localizer.markdown(tooltip) },
    paddingLeft: true,
  };
}

export function toFolds(document: Places, folds: readonly Fold[]): lsp.FoldingRange[] {
  return folds.map((fold) => ({
    startLine: document.placeAt(fold.start).line,
    endLine: document.placeAt(fold.end).line,
    kind: fold.kind === "comment" ? lsp.FoldingRangeKind.Comment : lsp.FoldingRangeKind.Region,
  }));
}

export function toLinks(document: Places, links: readonly FileLink[]): lsp.DocumentLink[] {
  return links.map(({ range, target }) => ({ range: toRange(document, range), target }));
}

/** Ranges from the innermost to the outermost as the protocol nests them. */
export function toSelectionRange(document: Places, ranges: readonly TextRange[]): lsp.SelectionRange {
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

export function toSemanticTokens(document: Places, tokens: readonly Token[]): lsp.SemanticTokens {
  const builder = new lsp.SemanticTokensBuilder();
  for (const { start, end, type } of tokens) {
    const { line, character } = document.placeAt(start);
    builder.push(line, character, end - start, tokenTypes.indexOf(type), 0);
  }
  return builder.build();
}

export function toCodeAction(document: Places, remedy: Remedy, localizer: Localizer): lsp.CodeAction {
  const { finding, edits } = remedy;
  return {
    title: localizer.words(remedy.title),
    kind: remedyKinds[remedy.kind],
    ...(finding === undefined ? {} : { diagnostics: [toDiagnostic(document, finding, localizer)] }),
    ...(remedy.kind === "fix" && remedy.safe ? { isPreferred: true } : {}),
    edit: { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } },
  };
}

/** The kind of the action that makes all safe fixes, for `editor.codeActionsOnSave`. */
export const fixAllKind: string = `${lsp.CodeActionKind.SourceFixAll}.inittab`;

/** The kind of the action that writes the dialect into the file. */
export const dialectKind: string = `${lsp.CodeActionKind.Source}.dialect.inittab`;

const remedyKinds: Readonly<Record<Remedy["kind"], lsp.CodeActionKind>> = {
  fix: lsp.CodeActionKind.QuickFix,
  silence: lsp.CodeActionKind.QuickFix,
  "fix-all": fixAllKind,
  dialect: dialectKind,
};

/** The change of one document. */
export function toWorkspaceEdit(document: Places, edit: TextEdit): lsp.WorkspaceEdit {
  return { changes: { [document.uri]: [toTextEdit(document, edit)] } };
}

export function toHover(document: Places, { parts, range }: Hover, localizer: Localizer): lsp.Hover {
  const value = parts.map((part) => hoverMarkdown(part, localizer)).join("\n\n---\n\n");
  return { contents: { kind: lsp.MarkupKind.Markdown, value }, range: toRange(document, range) };
}

/** A list that the client asks for anew with each key unless told otherwise: what is typed decides what is offered. */
export function toCompletionList(
  document: Places,
  found: readonly Completion[],
  localizer: Localizer,
  { isIncomplete }: { readonly isIncomplete: boolean } = { isIncomplete: true },
): lsp.CompletionList {
  return {
    isIncomplete,
    items: found.map((completion, index) => toCompletionItem(document, completion, index, localizer)),
  };
}

function toCompletionItem(
  document: Places,
  completion: Completion,
  index: number,
  localizer: Localizer,
): lsp.CompletionItem {
  const { detail, documentation, text } = completion;
  const label = localizer.words(completion.label);
  return {
    label,
    kind: completionKinds[completion.kind],
    detail: localizer.words(detail),
    ...(documentation === undefined
      ? {}
      : {
          documentation: {
            kind: lsp.MarkupKind.Markdown,
            value: documentationMarkdown(documentation, localizer),
          },
        }),
    // The order is ours, and a field is looked up by what is inserted.
    sortText: String(index).padStart(3, "0"),
    filterText: completion.filter ?? (text === "" ? label : text),
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
  keyword: lsp.CompletionItemKind.Keyword,
  service: lsp.CompletionItemKind.Module,
};
