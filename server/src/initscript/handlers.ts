// The service's answers in the protocol's words, one function for each request.

import type { Localizer } from "@inittab/core";
import type * as lsp from "vscode-languageserver";
import { ErrorCodes, type InlayHint, ResponseError } from "vscode-languageserver";
import {
  readPlace,
  readRange,
  toCodeAction,
  toCompletionItem,
  toHover,
  toInlayHint,
  toLocation,
  toRange,
  toScriptSymbols,
  toWorkspaceSymbol,
} from "../convert.ts";
import type { Wants } from "../features/code-actions.ts";
import type { ScriptDocument } from "./script-document.ts";
import type { Found, ScriptService } from "./service.ts";

interface At {
  readonly position: lsp.Position;
}

/** Proposals at a position. */
export async function completion(
  service: ScriptService,
  document: ScriptDocument,
  { position }: At,
  { snippets, localizer }: { readonly snippets: boolean; readonly localizer: Localizer },
): Promise<lsp.CompletionItem[]> {
  const offset = document.offsetAt(readPlace(position));
  const found = await service.completions(document, offset, snippets);
  return found.map((each, index) => toCompletionItem(document, each, index, localizer));
}

export async function hover(
  service: ScriptService,
  document: ScriptDocument,
  { position }: At,
  localizer: Localizer,
): Promise<lsp.Hover | null> {
  const found = await service.hover(document, document.offsetAt(readPlace(position)));
  return found === undefined ? null : toHover(document, found, localizer);
}

export async function codeAction(
  service: ScriptService,
  document: ScriptDocument,
  range: unknown,
  wants: Wants,
  localizer: Localizer,
): Promise<lsp.CodeAction[]> {
  const remedies = wants.quickFix ? await service.remedies(document, readRange(document, range)) : [];
  const all = wants.fixAll ? await service.fixAll(document) : undefined;
  return [...remedies, ...(all === undefined ? [] : [all])].map((remedy) =>
    toCodeAction(document, remedy, localizer),
  );
}

export async function documentSymbol(
  service: ScriptService,
  document: ScriptDocument,
  hierarchical: boolean,
): Promise<lsp.DocumentSymbol[] | lsp.SymbolInformation[]> {
  return toScriptSymbols(document, await service.symbols(document), hierarchical);
}

export async function inlayHint(
  service: ScriptService,
  document: ScriptDocument,
  { range }: { readonly range: unknown },
): Promise<InlayHint[]> {
  const { start, end } = readRange(document, range);
  const hints = await service.hints(document);
  return hints
    .filter(({ offset }) => start <= offset && offset <= end)
    .map((hint) => toInlayHint(document, hint));
}

export async function definition(
  service: ScriptService,
  document: ScriptDocument,
  { position }: At,
): Promise<lsp.Location[]> {
  return locations(await service.definition(document, document.offsetAt(readPlace(position))));
}

export async function references(
  service: ScriptService,
  document: ScriptDocument,
  { position, context }: At & { readonly context?: { readonly includeDeclaration?: boolean } },
): Promise<lsp.Location[]> {
  const offset = document.offsetAt(readPlace(position));
  return locations(await service.references(document, offset, context?.includeDeclaration === true));
}

export async function prepareRename(
  service: ScriptService,
  document: ScriptDocument,
  { position }: At,
): Promise<lsp.Range | null> {
  const range = await service.renameable(document, document.offsetAt(readPlace(position)));
  return range === undefined ? null : toRange(document, range);
}

/** The edits of a rename. Throws the protocol's error for a name that cannot be. */
export async function rename(
  service: ScriptService,
  document: ScriptDocument,
  { position, newName }: At & { readonly newName: unknown },
): Promise<lsp.WorkspaceEdit | ResponseError<void> | null> {
  const to = String(newName);
  const answer = await service.rename(document, document.offsetAt(readPlace(position)), to);
  if (answer === undefined) return null;
  if (typeof answer === "string") return new ResponseError<void>(ErrorCodes.InvalidParams, answer);
  const changes: Record<string, lsp.TextEdit[]> = {};
  for (const { places, range } of answer) {
    const edits = changes[places.uri] ?? [];
    changes[places.uri] = [...edits, { range: toRange(places, range), newText: to }];
  }
  return { changes };
}

export async function workspaceSymbol(
  service: ScriptService,
  uris: readonly string[],
  folders: readonly string[],
  query: unknown,
): Promise<lsp.SymbolInformation[]> {
  const found = await service.services(uris, folders, typeof query === "string" ? query : "");
  return found.map(({ symbol, places }) => toWorkspaceSymbol(places, symbol));
}

function locations(found: readonly Found[]): lsp.Location[] {
  return found.map(({ places, range }) => toLocation(places, range));
}
