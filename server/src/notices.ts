// What the client tells the server, and what becomes of it.

import type { Connection } from "vscode-languageserver";
import { readChanges } from "./convert.ts";
import type { Parts } from "./parts.ts";
import type { Session } from "./session.ts";

/** The notifications from the client. */
export function takeNotice(connection: Connection, session: Session, parts: Parts): void {
  const { workspace, touched, changed } = parts;
  const { run } = session.guard;
  connection.onInitialize(session.initialize);
  connection.onInitialized(() => run("initialized", session.register));
  connection.onShutdown(() => {
    workspace.closeAll();
    session.stop();
  });
  connection.onDidOpenTextDocument((params) =>
    run("didOpen", () => {
      const { uri, languageId, version, text } = params.textDocument;
      session.withRoomFor(text.length, () => workspace.open({ uri, languageId, version, text }));
    }),
  );
  connection.onDidChangeTextDocument((params) =>
    run("didChange", () => {
      session.underWay();
      const { uri, version } = params.textDocument;
      workspace.change(uri, readChanges(params.contentChanges), Number(version));
    }),
  );
  connection.onDidCloseTextDocument((params) =>
    run("didClose", () => {
      session.underWay();
      workspace.close(params.textDocument.uri);
    }),
  );
  connection.onDidSaveTextDocument((params) => run("didSave", () => touched([params.textDocument.uri])));
  connection.onDidChangeWatchedFiles((params) =>
    run("didChangeWatchedFiles", () => touched(params.changes.map(({ uri }) => uri))),
  );
  connection.onDidChangeConfiguration((params) =>
    run("didChangeConfiguration", () => {
      workspace.settingsChanged(params?.settings);
      changed("settings");
    }),
  );
}
