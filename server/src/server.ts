// What the server can do, and which function answers which message. Nothing here depends on where the server runs.

import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { readChanges } from "./convert.ts";
import { createPublisher, diagnosticReport } from "./diagnostics.ts";
import type { Environment } from "./environment.ts";
import { createGuard, type Phase } from "./guard.ts";
import { settingsSection } from "./settings.ts";
import { Workspace } from "./workspace.ts";

/** Answers on this connection until the client ends it. */
export function startServer(connection: Connection, environment: Environment): void {
  let phase: Phase = "starting";
  let client: ClientCapabilities = {};

  const guard = createGuard({ phase: () => phase, logError: (text) => connection.console.error(text) });
  const publisher = createPublisher({
    send: (params) => connection.sendDiagnostics(params),
    later: environment.later,
    settled: (uri) => workspace.settled(uri),
    guard,
  });
  const workspace = new Workspace({
    askSettings: () =>
      client.workspace?.configuration === true
        ? (uris) =>
            connection.workspace.getConfiguration(
              uris.map((scopeUri) => ({ scopeUri, section: settingsSection })),
            )
        : undefined,
    warn: (text) => connection.console.warn(text),
    later: environment.later,
    onText: (document) => {
      if (!pulls(client)) publisher.publish(document);
    },
    onSettings: (documents) => {
      if (!pulls(client)) for (const document of documents) publisher.publish(document);
      else if (client.workspace?.diagnostics?.refreshSupport === true)
        guard.run("diagnostic/refresh", () => connection.languages.diagnostics.refresh());
    },
    onClose: (uri) => {
      if (!pulls(client)) publisher.clear(uri);
    },
  });

  connection.onInitialize((params) => {
    phase = "running";
    client = params.capabilities ?? {};
    return initializeResult(params);
  });
  connection.onInitialized(() =>
    guard.run("initialized", async () => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: settingsSection,
        });
    }),
  );
  connection.onShutdown(() => {
    phase = "stopped";
    for (const document of workspace.all()) workspace.close(document.uri);
  });

  connection.onDidOpenTextDocument((params) =>
    guard.run("didOpen", () => {
      const { uri, languageId, version, text } = params.textDocument;
      workspace.open(String(uri), String(languageId), Number(version), String(text));
    }),
  );
  connection.onDidChangeTextDocument((params) =>
    guard.run("didChange", () => {
      const { uri, version } = params.textDocument;
      workspace.change(uri, readChanges(params.contentChanges), Number(version));
    }),
  );
  connection.onDidCloseTextDocument((params) =>
    guard.run("didClose", () => workspace.close(params.textDocument.uri)),
  );
  connection.onDidChangeConfiguration((params) =>
    guard.run("didChangeConfiguration", () => workspace.settingsChanged(params?.settings)),
  );

  connection.languages.diagnostics.on((params, token) =>
    guard.answer<DocumentDiagnosticReport>("diagnostic", { kind: "full", items: [] }, token, async () => {
      await workspace.settled(params.textDocument.uri);
      const document = workspace.get(params.textDocument.uri);
      return document === undefined
        ? { kind: "full", items: [] }
        : diagnosticReport(document, params.previousResultId);
    }),
  );

  connection.listen();
}

function initializeResult(_params: InitializeParams): InitializeResult {
  return {
    serverInfo: { name: "inittab" },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      diagnosticProvider: {
        identifier: settingsSection,
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    },
  };
}

/** Whether the client asks for diagnostics, so that nothing has to be sent unasked. */
function pulls(client: ClientCapabilities): boolean {
  return client.textDocument?.diagnostic !== undefined;
}
