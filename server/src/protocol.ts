// What the server tells of itself, and the requests and commands that the protocol does not have.

import type { TreeNode } from "@inittab/core";
import type { WasmName } from "@inittab/host/wasm";
import {
  CodeActionKind,
  type InitializeResult,
  RequestType,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { dialectKind, fixAllKind, semanticTokensLegend } from "./convert.ts";
import { settingsSection } from "./documents/settings.ts";
import { writeDialectCommand } from "./inittab/features/dialect-comment.ts";
import type { Status } from "./inittab/features/status.ts";
import { simulationCommands } from "./simulate/simulate.ts";

/**
 * The command that follows rc into a level: it takes `{ uri, level, previous, before }` and answers an `RcVisit` or null.
 * Without `previous` the level is entered as a machine usually does: at boot, or from the default level. `before` lists
 * the changes `{ level, previous }` for which rc was called since the boot, where they are known.
 */
export const rcCommand = "inittab.followRc";

/** The request `inittab/look`, from the server to a client that offers it: what stands at an address. */
export const lookRequest: RequestType<{ readonly uri: string; readonly text: boolean }, TreeNode, void> =
  new RequestType("inittab/look");

/** The request `inittab/wasm`, to a client that offers `"ask"` for a file: its bytes. */
export const wasmRequest: RequestType<{ readonly name: WasmName }, unknown, void> = new RequestType(
  "inittab/wasm",
);

/** The request `inittab/status`; it answers null about a document that is not open. */
export const statusRequest: RequestType<{ readonly uri: string }, Status | null, void> = new RequestType(
  "inittab/status",
);

/** The files whose changes can change what is known of a system. */
export const systemFiles: readonly string[] = [
  "**/init.d/*",
  "**/rc[0-6S].d/*",
  "**/insserv.conf",
  "**/insserv.conf.d/*",
  "**/chkconfig.d/*",
];

/** What the server can do. */
export const initializeResult: InitializeResult = {
  serverInfo: { name: "inittab" },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    diagnosticProvider: {
      identifier: settingsSection,
      // What is said of a script depends on the headers of the others.
      interFileDependencies: true,
      workspaceDiagnostics: false,
    },
    completionProvider: { triggerCharacters: [":", "/", "$"] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    inlayHintProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, dialectKind] },
    codeLensProvider: {},
    executeCommandProvider: {
      commands: [...Object.values(simulationCommands), rcCommand, writeDialectCommand],
    },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
  },
};
