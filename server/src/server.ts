// The table: which function answers which message. Nothing here depends on where the server runs, nor on what kinds of
// documents there are.

import {
  type CancellationToken,
  type Connection,
  type ConnectionOptions,
  type DocumentDiagnosticParams,
  type MessageReader,
  type MessageWriter,
  RequestType,
  type ResponseError,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import { readChanges, toWorkspaceSymbol } from "./convert.ts";
import { diagnosticReport, noDiagnostics } from "./diagnostics.ts";
import {
  type DocumentRequest,
  type DocumentRequests,
  type Eventually,
  handlerOf,
} from "./documents/handlers.ts";
import type { ServedDocument } from "./documents/kind.ts";
import type { Environment } from "./environment.ts";
import { createParts, type Parts } from "./parts.ts";
import {
  type FamilyStatus,
  type ReloadAnswer,
  type ReloadQuestion,
  requests,
  type Status,
  type StatusQuestion,
  type WaysAnswer,
} from "./protocol.ts";
import { Session } from "./session.ts";
import type { Wanted } from "./slices.ts";
import { carefulReader, createGate } from "./wire/gate.ts";

/** How messages come and go, and the library's function that makes a connection of it. */
export interface Wire {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly connect: (reader: MessageReader, writer: MessageWriter, options: ConnectionOptions) => Connection;
}

/** Answers on a new connection until the client ends it. */
export function startServer({ reader, writer, connect }: Wire, environment: Environment): Session {
  const gate = createGate({
    phase: () => session.phase(),
    localizer: () => session.localizer(),
    warn: (text) => session.warn(text),
    writer,
  });
  const connection = connect(carefulReader(reader), writer, { messageStrategy: gate });
  const session: Session = new Session(connection, environment);
  const parts = createParts(connection, session);
  takeNotice(connection, session, parts);
  answerRequests(connection, session, parts);
  connection.listen();
  return session;
}

/** What the client tells. */
function takeNotice(connection: Connection, session: Session, parts: Parts): void {
  const { workspace, diagnostics, forget } = parts;
  const { run } = session.guard;
  const filesChanged = (uris: readonly string[]) => {
    const isForgotten = forget(uris);
    diagnostics.outdated(workspace.all().filter(({ document }) => isForgotten(document.uri)));
  };
  connection.onInitialize(session.initialize);
  connection.onInitialized(() => run("initialized", session.register));
  connection.onShutdown(() => {
    for (const { document } of workspace.all()) workspace.close(document.uri);
    session.stop();
  });
  connection.onDidOpenTextDocument((params) =>
    run("didOpen", () => {
      const { uri, languageId, version, text } = params.textDocument;
      workspace.open({ uri, languageId, version, text });
    }),
  );
  connection.onDidChangeTextDocument((params) =>
    run("didChange", () => {
      const { uri, version } = params.textDocument;
      workspace.change(uri, readChanges(params.contentChanges), Number(version));
    }),
  );
  connection.onDidCloseTextDocument((params) =>
    run("didClose", () => workspace.close(params.textDocument.uri)),
  );
  connection.onDidSaveTextDocument((params) => run("didSave", () => filesChanged([params.textDocument.uri])));
  connection.onDidChangeWatchedFiles((params) =>
    run("didChangeWatchedFiles", () => filesChanged(params.changes.map(({ uri }) => uri))),
  );
  connection.onDidChangeConfiguration((params) =>
    run("didChangeConfiguration", () => workspace.settingsChanged(params?.settings)),
  );
}

/** What it asks. */
function answerRequests(connection: Connection, session: Session, parts: Parts): void {
  const { workspace, scripts, execute } = parts;
  const { guard } = session;
  /** Asks the open document that a request is about; about any other there is only the fallback. */
  const served =
    <Params extends { readonly textDocument: TextDocumentIdentifier }, Answer, Fallback>(
      name: string,
      fallback: Fallback,
      ask: (served: ServedDocument, params: Params, isWanted: Wanted) => Eventually<Answer | undefined>,
    ) =>
    (params: Params, token: CancellationToken): Promise<Answer | Fallback | ResponseError<never>> =>
      guard.answer<Answer | Fallback>(name, fallback, token, async () => {
        const { uri } = params.textDocument;
        await workspace.settled(uri);
        const found = workspace.get(uri);
        const isWanted = () => !token.isCancellationRequested;
        return (found && (await ask(found, params, isWanted))) ?? fallback;
      });
  /** The same by the document's own handler. */
  const about = <Name extends DocumentRequest, Fallback>(name: Name, fallback: Fallback) =>
    served<DocumentRequests[Name]["params"], DocumentRequests[Name]["answer"], Fallback>(
      name,
      fallback,
      async ({ handlers }, params, isWanted) =>
        handlerOf(await handlers.requests(), name)?.(params, isWanted),
    );

  connection.onCodeAction(about("codeAction", null));
  connection.onCodeLens(about("codeLens", null));
  connection.onCompletion(about("completion", null));
  connection.onDefinition(about("definition", null));
  connection.onDocumentFormatting(about("formatting", null));
  connection.onDocumentHighlight(about("documentHighlight", null));
  connection.onDocumentLinks(about("documentLink", null));
  connection.onDocumentRangeFormatting(about("rangeFormatting", null));
  connection.onDocumentSymbol(about("documentSymbol", null));
  connection.onFoldingRanges(about("foldingRange", null));
  connection.onHover(about("hover", null));
  connection.onPrepareRename(about("prepareRename", null));
  connection.onReferences(about("references", null));
  connection.onRenameRequest(about("rename", null));
  connection.onSignatureHelp(about("signatureHelp", null));
  connection.onSelectionRanges(about("selectionRange", null));
  connection.languages.inlayHint.on(about("inlayHint", null));
  connection.languages.semanticTokens.on(about("semanticTokens/full", noTokens));
  connection.languages.semanticTokens.onDelta(about("semanticTokens/full/delta", noTokens));
  connection.languages.semanticTokens.onRange(about("semanticTokens/range", noTokens));
  connection.languages.diagnostics.on(
    served("diagnostic", noDiagnostics, (found, params: DocumentDiagnosticParams, isWanted) =>
      diagnosticReport(found, { known: params.previousResultId, localizer: session.localizer(), isWanted }),
    ),
  );
  const status = about("status", null);
  connection.onRequest(statusRequest, (params, token) => status({ textDocument: params }, token));
  const family = about("family", null);
  connection.onRequest(familyRequest, (params, token) => family({ textDocument: params }, token));
  const verify = about("verify", null);
  connection.onRequest(verifyRequest, (params, token) => verify({ textDocument: params }, token));
  const reload = about("reload", null);
  connection.onRequest(reloadRequest, ({ uri, before }, token) =>
    reload({ textDocument: { uri }, before }, token),
  );
  connection.onWorkspaceSymbol((params, token) =>
    guard.answer("workspaceSymbol", null, token, async () => {
      const uris = workspace.all().map(({ document }) => document.uri);
      return (await (await scripts()).services(uris, session.folders(), params.query)).map(toWorkspaceSymbol);
    }),
  );
  connection.onExecuteCommand((params, token) =>
    guard.answer("executeCommand", null, token, () => execute(params.command, params.arguments)),
  );
}

const statusRequest = new RequestType<StatusQuestion, Status | null, void>(requests.status);
const familyRequest = new RequestType<StatusQuestion, FamilyStatus | null, void>(requests.family);
const verifyRequest = new RequestType<StatusQuestion, WaysAnswer | null, void>(requests.verify);
const reloadRequest = new RequestType<ReloadQuestion, ReloadAnswer | null, void>(requests.reload);
const noTokens = { data: [] };
