// The table: which function answers which message. Nothing here depends on where the server runs, nor on what kinds of
// documents there are.

import type {
  Connection,
  ConnectionOptions,
  DocumentDiagnosticParams,
  MessageReader,
  MessageWriter,
} from "vscode-languageserver";
import { askDocuments } from "./asked.ts";
import { toWorkspaceSymbol } from "./convert.ts";
import { diagnosticReport, noDiagnostics } from "./diagnostics.ts";
import type { Environment } from "./environment.ts";
import { answerHierarchies } from "./hierarchy-requests.ts";
import { message } from "./message.ts";
import { takeNotice } from "./notices.ts";
import { answerOwnRequests } from "./own-requests.ts";
import { createParts, type Parts } from "./parts.ts";
import { Session } from "./session.ts";
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

/** What it asks. */
function answerRequests(connection: Connection, session: Session, parts: Parts): void {
  const { workspace, scripts, execute } = parts;
  const { guard } = session;
  const { about, served } = askDocuments(session, parts);
  connection.onCodeAction(about("codeAction", null));
  connection.onCodeLens(about("codeLens", null));
  connection.onCompletion(about("completion", null));
  connection.onCompletionResolve((item, token) =>
    guard.answer("completionItem/resolve", item, token, async () =>
      (await import("./convert-answers.ts")).toResolvedItem(item, session.localizer()),
    ),
  );
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
    served("diagnostic", noDiagnostics, async (found, params: DocumentDiagnosticParams, isWanted) => {
      const asked = { known: params.previousResultId, wording: session.wording(), isWanted };
      const report = await diagnosticReport(found, asked);
      session.checked();
      return report;
    }),
  );
  connection.languages.diagnostics.onWorkspace((params, token, progress) =>
    guard.answer("workspace/diagnostic", { items: [] }, token, async (wanted) =>
      (await parts.workspaceDiagnostics()).pull({
        known: new Map(params.previousResultIds.map(({ uri, value }) => [uri, value])),
        token: wanted,
        progress,
        title: session.localizer().text(message("progress.workspace")),
      }),
    ),
  );
  connection.workspace.onWillRenameFiles(({ files }, token) =>
    guard.answer("willRenameFiles", null, token, async () =>
      (await (await parts.systemParts()).fileOperations()).willRename(files),
    ),
  );
  connection.workspace.onWillCreateFiles(({ files }, token) =>
    guard.answer("willCreateFiles", null, token, async () =>
      (await (await parts.systemParts()).fileOperations()).willCreate(files),
    ),
  );
  answerHierarchies(connection, session, parts);
  answerOwnRequests(connection, session, { about, assistant: parts.assistant, debug: parts.debug });
  connection.onWorkspaceSymbol((params, token) =>
    guard.answer("workspaceSymbol", null, token, async () => {
      const uris = workspace.all().map(({ document }) => document.uri);
      const services = await (await scripts()).services(uris, session.folders(), params.query);
      return [...(await (await parts.systemParts()).records(params.query)), ...services].map(
        toWorkspaceSymbol,
      );
    }),
  );
  connection.onExecuteCommand(({ command, arguments: args }, token) =>
    guard.answer("executeCommand", null, token, (either) =>
      execute(command, args, () => !either.isCancellationRequested),
    ),
  );
}

const noTokens = { data: [] };
