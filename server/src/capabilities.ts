// What the server tells of itself.

import {
  CodeActionKind,
  type DocumentSelector,
  type FileOperationRegistrationOptions,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { dialectKind, fixAllKind, semanticTokensLegend } from "./convert.ts";
import { commands, inittab } from "./protocol.ts";

/** What the keywords of an LSB header begin with: clients that propose nothing in comments ask there all the same. */
const headerInitials = ["P", "R", "S", "D", "X"];

/** The files to which links lead. */
const scriptFiles: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: "**/init.d/*", matches: "file" } }],
};

/** What the server can do. */
export const initializeResult: InitializeResult = {
  serverInfo: { name: inittab },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    diagnosticProvider: {
      identifier: inittab,
      // What is said of a script depends on the headers of the others.
      interFileDependencies: true,
      workspaceDiagnostics: true,
    },
    completionProvider: { triggerCharacters: [":", "/", "$", ...headerInitials], resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    signatureHelpProvider: { triggerCharacters: [":"] },
    callHierarchyProvider: true,
    typeHierarchyProvider: true,
    renameProvider: { prepareProvider: true },
    inlayHintProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind, dialectKind],
    },
    codeLensProvider: {},
    executeCommandProvider: { commands: Object.values(commands) },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    workspace: { fileOperations: { willRename: scriptFiles, willCreate: scriptFiles } },
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
  },
};

/** The same for a client that is told later which documents can be formatted: no other shell script has this formatter. */
export const withoutFormatting: InitializeResult = {
  ...initializeResult,
  capabilities: {
    ...initializeResult.capabilities,
    documentFormattingProvider: false,
    documentRangeFormattingProvider: false,
  },
};

/** The documents that can be formatted. */
export const formattedDocuments: DocumentSelector = [
  { language: inittab },
  { pattern: "**/init.d/*" },
  { pattern: "**/rc[0-6S].d/*" },
];

/** The files whose changes can change what is known of a system. */
export const systemFiles: readonly string[] = [
  "**/etc/inittab",
  // What a repository says of its files.
  "**/inittab.json",
  "**/inittab.d/*",
  "**/init.d/*",
  "**/rc[0-6S].d/*",
  "**/insserv.conf",
  "**/insserv.conf.d/*",
  "**/chkconfig.d/*",
  "**/etc/runlevels/*/*",
  "**/etc/conf.d/*",
  "**/etc/rc.conf",
  // Programs, and what says where others are mounted.
  "**/{bin,sbin,libexec}/*",
  "**/etc/fstab",
  "**/etc/rc.local",
];
