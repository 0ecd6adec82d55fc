// What can be asked about one open document. Every kind of document answers through this interface; what it has no
// handler for gets the answer that stands for "nothing".

import type * as lsp from "vscode-languageserver";
import type { FamilyStatus, ReloadAnswer, Status, WaysAnswer } from "../protocol.ts";
import type { Wanted } from "../slices.ts";
import type { Judgement } from "./open-document.ts";

/** The requests about one open document, under the names that the protocol has for them after `textDocument/`. */
export interface DocumentRequests {
  readonly codeAction: Request<lsp.CodeActionParams, lsp.CodeAction[]>;
  readonly codeLens: Request<lsp.CodeLensParams, lsp.CodeLens[]>;
  readonly completion: Request<lsp.CompletionParams, lsp.CompletionList>;
  readonly definition: Request<lsp.DefinitionParams, lsp.Location[]>;
  readonly documentHighlight: Request<lsp.DocumentHighlightParams, lsp.DocumentHighlight[]>;
  readonly documentLink: Request<lsp.DocumentLinkParams, lsp.DocumentLink[]>;
  readonly documentSymbol: Request<lsp.DocumentSymbolParams, lsp.DocumentSymbol[] | lsp.SymbolInformation[]>;
  readonly foldingRange: Request<lsp.FoldingRangeParams, lsp.FoldingRange[]>;
  readonly formatting: Request<lsp.DocumentFormattingParams, lsp.TextEdit[]>;
  readonly hover: Request<lsp.HoverParams, lsp.Hover>;
  readonly inlayHint: Request<lsp.InlayHintParams, lsp.InlayHint[]>;
  readonly prepareRename: Request<lsp.PrepareRenameParams, lsp.Range>;
  readonly rangeFormatting: Request<lsp.DocumentRangeFormattingParams, lsp.TextEdit[]>;
  readonly references: Request<lsp.ReferenceParams, lsp.Location[]>;
  readonly rename: Request<lsp.RenameParams, lsp.WorkspaceEdit | lsp.ResponseError<void>>;
  readonly selectionRange: Request<lsp.SelectionRangeParams, lsp.SelectionRange[]>;
  readonly "semanticTokens/full": Request<lsp.SemanticTokensParams, lsp.SemanticTokens>;
  readonly "semanticTokens/full/delta": Request<
    lsp.SemanticTokensDeltaParams,
    lsp.SemanticTokens | lsp.SemanticTokensDelta
  >;
  readonly "semanticTokens/range": Request<lsp.SemanticTokensRangeParams, lsp.SemanticTokens>;
  readonly signatureHelp: Request<lsp.SignatureHelpParams, lsp.SignatureHelp>;
  /** Our own: what is shown of the document at a glance. */
  readonly status: Request<{ readonly textDocument: lsp.TextDocumentIdentifier }, Status>;
  /** The same of the scripts that it is, or that belong to it. */
  readonly family: Request<{ readonly textDocument: lsp.TextDocumentIdentifier }, FamilyStatus>;
  /** Our own: what holds for every way that the machine can go. */
  readonly verify: Request<
    { readonly textDocument: lsp.TextDocumentIdentifier; readonly picture?: boolean },
    WaysAnswer
  >;
  /** Our own: what init does when it reads the document instead of another text. */
  readonly reload: Request<
    { readonly textDocument: lsp.TextDocumentIdentifier; readonly before: string },
    ReloadAnswer
  >;
}

/** What a request is asked with and what it answers. */
interface Request<Params, Answer> {
  readonly params: Params;
  readonly answer: Answer;
}

/** The name of a request about one open document. */
export type DocumentRequest = keyof DocumentRequests;

/**
 * Answers a request about the document that it belongs to; undefined where there is nothing to say. What takes long is
 * given up when nobody wants the answer any more.
 */
type Handler<Name extends DocumentRequest> = (
  params: DocumentRequests[Name]["params"],
  isWanted: Wanted,
) => Eventually<DocumentRequests[Name]["answer"] | undefined>;

/** An answer now or later. */
export type Eventually<Answer> = Answer | Promise<Answer>;

/** Handlers of requests about a document. */
export type RequestHandlers = { readonly [Name in DocumentRequest]?: Handler<Name> };

/** What a document answers. */
export interface DocumentHandlers {
  /** What the checker says: diagnostics are made of it, whether they are pulled or pushed. */
  readonly judge: (isWanted: Wanted) => Eventually<Judgement>;
  /** The handlers of all requests. They are loaded with the first of them, so that the first diagnostics need not wait. */
  readonly requests: () => Promise<RequestHandlers>;
}

/** The handler of a request, if the document has one. */
export function handlerOf<Name extends DocumentRequest>(
  handlers: RequestHandlers,
  name: Name,
): Handler<Name> | undefined {
  return handlers[name];
}
