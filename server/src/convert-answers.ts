// The other half of `convert.ts`: what requests answer, in the words of the protocol. It is loaded with the first of them.

import {
  type Documentation,
  dialects,
  documentationMarkdown,
  type Localizer,
  type TextEdit,
  type TextRange,
  topicPart,
  topics,
  visible,
} from "@inittab/core";
import * as lsp from "vscode-languageserver";
import { dialectKind, fixAllKind, toDiagnostic, toRange } from "./convert.ts";
import type { Places } from "./documents/open-document.ts";
import { isObject } from "./environment.ts";
import {
  type FileLink,
  type Fold,
  type Found,
  type InlayHint,
  type Lens,
  type OutlineKind,
  type OutlineSymbol,
  type TokenLine,
  tokenTypes,
} from "./features/answers.ts";
import type { Remedy } from "./features/code-actions.ts";
import type { Completion, CompletionKind } from "./features/completion-item.ts";
import { type Hover, hoverMarkdown } from "./features/hover.ts";
import type { Signature } from "./features/signature.ts";
import { commands, type SimulationQuestion, type TopicQuestion } from "./protocol.ts";

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
  return toSymbolList(document, symbols, localizer);
}

/** The outline as a list. */
export function toSymbolList(
  document: Places,
  symbols: readonly OutlineSymbol[],
  localizer: Localizer,
): lsp.SymbolInformation[] {
  return symbols.map(({ name, kind, range }) => ({
    name: localizer.words(name),
    kind: symbolKinds[kind],
    location: { uri: document.uri, range: toRange(document, range) },
  }));
}

/** A symbol of the tree. */
export function toSymbol(document: Places, symbol: OutlineSymbol, localizer: Localizer): lsp.DocumentSymbol {
  const { name, detail, kind, range, selection, children } = symbol;
  const whole = toRange(document, range);
  // Thousands of symbols are made at once: most begin where their names do, and have nothing inside.
  const start = selection.start === range.start ? whole.start : document.placeAt(selection.start);
  const own = {
    name: localizer.words(name),
    detail: visible(detail),
    kind: symbolKinds[kind],
    range: whole,
    selectionRange: { start, end: document.placeAt(selection.end) },
  };
  if (children === undefined) return own;
  return { ...own, children: children.map((child) => toSymbol(document, child, localizer)) };
}

const symbolKinds: Readonly<Record<OutlineKind, lsp.SymbolKind>> = {
  constant: lsp.SymbolKind.Constant,
  event: lsp.SymbolKind.Event,
  function: lsp.SymbolKind.Function,
  namespace: lsp.SymbolKind.Namespace,
  property: lsp.SymbolKind.Property,
};

/** The beginning of a file that need not be open. */
export function toTopOf(uri: string): lsp.Location {
  const top = { line: 0, character: 0 };
  return { uri, range: { start: top, end: top } };
}

/** What the same name stands for, all over a document. */
export function toHighlights(document: Places, ranges: readonly TextRange[]): lsp.DocumentHighlight[] {
  return ranges.map((range) => ({ range: toRange(document, range), kind: lsp.DocumentHighlightKind.Text }));
}

/** The fields of a line, of which one is being typed. */
export function toSignatureHelp(
  { label, fields, active }: Signature,
  localizer: Localizer,
): lsp.SignatureHelp {
  const parameters = fields.map(({ name, topic }) => ({
    label: name,
    ...(topic === undefined
      ? {}
      : {
          documentation: {
            kind: lsp.MarkupKind.Markdown,
            value: localizer.prose(topicPart(topic, "summary")),
          },
        }),
  }));
  return { signatures: [{ label, parameters }], activeSignature: 0, activeParameter: active };
}

/** Edits of one document. */
export function toTextEdits(document: Places, edits: readonly TextEdit[]): lsp.TextEdit[] {
  return edits.map((edit) => toTextEdit(document, edit));
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

/** Tokens in lines that follow each other, as the protocol counts them: each from the one before it, the first from `from`. */
export function toTokenData(document: Places, lines: Iterable<TokenLine>, from = 0): number[] {
  const data: number[] = [];
  let before = document.placeAt(from);
  for (const { start, tokens } of lines) {
    const last = tokens.at(-1);
    if (last === undefined) continue;
    const first = document.placeAt(start);
    // Finding a place takes a search, and most lines of init are lines of the editor.
    const isOneLine = document.placeAt(start + last.end).line === first.line;
    for (const token of tokens) {
      const { line, character } = isOneLine
        ? { line: first.line, character: first.character + token.start }
        : document.placeAt(start + token.start);
      const after = line === before.line ? character - before.character : character;
      data.push(line - before.line, after, token.end - token.start, tokenTypes.indexOf(token.type), 0);
      before = { line, character };
    }
  }
  return data;
}

export function toCodeAction(document: Places, remedy: Remedy, localizer: Localizer): lsp.CodeAction {
  const { finding, edits } = remedy;
  return {
    title: localizer.words(remedy.title),
    kind: remedyKinds[remedy.kind],
    ...(finding === undefined
      ? {}
      : { diagnostics: [toDiagnostic(document, finding, { localizer, showTopic: undefined })] }),
    ...(remedy.kind === "fix" && remedy.safe ? { isPreferred: true } : {}),
    ...(remedy.kind === "mode"
      ? {
          command: {
            title: localizer.words(remedy.title),
            command: commands.makeExecutable,
            arguments: [{ uri: document.uri }],
          },
        }
      : { edit: { changes: { [document.uri]: edits.map((edit) => toTextEdit(document, edit)) } } }),
  };
}

const remedyKinds: Readonly<Record<Remedy["kind"], lsp.CodeActionKind>> = {
  fix: lsp.CodeActionKind.QuickFix,
  silence: lsp.CodeActionKind.QuickFix,
  "fix-all": fixAllKind,
  dialect: dialectKind,
  refactor: lsp.CodeActionKind.RefactorRewrite,
  mode: lsp.CodeActionKind.QuickFix,
};

/** `showTopic`: the command of a client that shows the pages of which the hover then has the beginnings. */
export function toHover(
  document: Places,
  { parts, range }: Hover,
  localizer: Localizer,
  showTopic?: string,
): lsp.Hover {
  const value = parts.map((part) => hoverMarkdown(part, localizer, showTopic)).join("\n\n---\n\n");
  return { contents: { kind: lsp.MarkupKind.Markdown, value }, range: toRange(document, range) };
}

/** A list that the client requests again with each key unless stated otherwise: the typed text decides what is offered. */
export function toCompletionList(
  document: Places,
  found: readonly Completion[],
  localizer: Localizer,
  { isIncomplete = true, resolves = false }: ListOptions = {},
): lsp.CompletionList {
  return {
    isIncomplete,
    items: found.map((completion, index) =>
      toCompletionItem(document, completion, index, { localizer, resolves }),
    ),
  };
}

/** How a list is made. */
interface ListOptions {
  readonly isIncomplete?: boolean;
  /** The client asks for the pages of the manual that it shows. */
  readonly resolves?: boolean;
}

function toCompletionItem(
  document: Places,
  completion: Completion,
  index: number,
  { localizer, resolves }: { readonly localizer: Localizer; readonly resolves: boolean },
): lsp.CompletionItem {
  const { detail, documentation, text } = completion;
  const label = localizer.words(completion.label);
  return {
    label,
    kind: completionKinds[completion.kind],
    detail: localizer.words(detail),
    ...(documentation === undefined ? {} : aboutItem(documentation, localizer, resolves)),
    // The order is ours, and a field is looked up by what is inserted.
    sortText: String(index).padStart(3, "0"),
    filterText: completion.filter ?? (text === "" ? label : text),
    textEdit: { range: toRange(document, completion.range), newText: text },
    ...(completion.snippet === true ? { insertTextFormat: lsp.InsertTextFormat.Snippet } : {}),
  };
}

/** The documentation of an item, or what to ask for it with: only pages of the manual are long. */
function aboutItem(
  documentation: Documentation,
  localizer: Localizer,
  resolves: boolean,
): Pick<lsp.CompletionItem, "data" | "documentation"> {
  if (resolves && documentation.kind === "topic") {
    const question: TopicQuestion = { topic: documentation.topic.id, dialect: documentation.dialect };
    return { data: question };
  }
  const value = documentationMarkdown(documentation, localizer);
  return { documentation: { kind: lsp.MarkupKind.Markdown, value } };
}

/** The item with the page that its `data` asks for; as it is where that asks for none. */
export function toResolvedItem(item: lsp.CompletionItem, localizer: Localizer): lsp.CompletionItem {
  const { topic: id, dialect: read } = isObject(item.data) ? item.data : {};
  const topic = topics.find((each) => each.id === id);
  const dialect = dialects.find((each) => each === read);
  if (topic === undefined || dialect === undefined) return item;
  return { ...item, ...aboutItem({ kind: "topic", topic, dialect }, localizer, false) };
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
  file: lsp.CompletionItemKind.File,
};

/** The change of one document. */
export function toWorkspaceEdit(document: Places, edit: TextEdit): lsp.WorkspaceEdit {
  return { changes: { [document.uri]: [toTextEdit(document, edit)] } };
}

function toTextEdit(document: Places, edit: TextEdit): lsp.TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}
