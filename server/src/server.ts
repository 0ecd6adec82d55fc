// What the server can do, and which function answers which message. Nothing here depends on where the server runs.

import type { TextRange } from "@inittab/core";
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeActionContext,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  type InitializeResult,
  MessageType,
  RequestType,
  type ResponseError,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import {
  dialectKind,
  fixAllKind,
  readChanges,
  readPlace,
  readRange,
  semanticTokensLegend,
  toCodeAction,
  toCodeLens,
  toCompletionItem,
  toFolds,
  toHover,
  toLinks,
  toSelectionRange,
  toSemanticTokens,
  toSymbols,
  toWorkspaceEdit,
} from "./convert.ts";
import { createPublisher, diagnosticReport } from "./diagnostics.ts";
import type { InittabDocument } from "./documents.ts";
import {
  type Environment,
  type InitializationOptions,
  initializationOptions,
  isObject,
} from "./environment.ts";
import {
  dialectCommentEdit,
  dialectRemedy,
  fixAll,
  type Remedy,
  remediesAt,
} from "./features/code-actions.ts";
import { codeLenses } from "./features/code-lens.ts";
import { completions } from "./features/completion.ts";
import { dialectChange, writeDialectCommand } from "./features/dialect-comment.ts";
import { folds } from "./features/folding.ts";
import { hoverAt } from "./features/hover.ts";
import { fileLinks } from "./features/links.ts";
import { selectionRanges } from "./features/selection.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import {
  compareRunlevels,
  createSimulator,
  exportSimulation,
  runlevelChoices,
  simulationCommands,
} from "./features/simulate.ts";
import { type Status, statusOf } from "./features/status.ts";
import { recordSymbols } from "./features/symbols.ts";
import { createGuard, type Phase } from "./guard.ts";
import { settingsSection } from "./settings.ts";
import { type Grammar, loadGrammar } from "./syntax-tree.ts";
import { Workspace } from "./workspace.ts";

/** The request `inittab/status`; it answers null about a document that is not open. */
const statusRequest = new RequestType<{ readonly uri: string }, Status | null, void>("inittab/status");

/** Answers on this connection until the client ends it. */
export function startServer(connection: Connection, environment: Environment): void {
  let phase: Phase = "starting";
  let client: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let grammar: Promise<Grammar> | undefined;

  const log = (level: "error" | "warn", text: string) => {
    try {
      connection.console[level](text);
    } catch {
      // The connection is closed, so nobody is left who could be told.
    }
  };
  const guard = createGuard({ phase: () => phase, logError: (text) => log("error", text) });
  const publisher = createPublisher({
    send: (params) => connection.sendDiagnostics(params),
    later: environment.later,
    settled: (uri) => workspace.settled(uri),
    guard,
    judge,
  });
  const pulls = () => client.textDocument?.diagnostic !== undefined;
  const workspace = new Workspace({
    askSettings: () => (client.workspace?.configuration === true ? askSettings : undefined),
    warn: (text) => log("warn", text),
    later: environment.later,
    onText: (document) => {
      if (!pulls()) publisher.publish(document);
    },
    onSettings: (documents) => {
      if (!pulls()) for (const document of documents) publisher.publish(document);
      else refreshDiagnostics();
    },
    onClose: (uri) => {
      if (!pulls()) publisher.clear(uri);
    },
  });
  const askSettings = (uris: readonly string[]): Promise<readonly unknown[]> =>
    connection.workspace.getConfiguration(uris.map((scopeUri) => ({ scopeUri, section: settingsSection })));

  const refreshDiagnostics = () => {
    if (client.workspace?.diagnostics?.refreshSupport === true)
      guard.run("diagnostic/refresh", () => connection.languages.diagnostics.refresh());
  };

  // Init scripts, and the systems around them.
  let shellParser: ReturnType<typeof loadShellParser> | undefined;
  const systems = new Systems(
    async (uri, text) => {
      const node = await environment.look(uri, text);
      if (node !== undefined || options.look !== true) return node ?? { kind: "missing" };
      return await connection.sendRequest(lookRequest, { uri, text });
    },
    (uri) => workspace.script(uri)?.text,
  );
  const scripts = new ScriptService({
    systems,
    parser: () => {
      shellParser ??= loadShellParser((name) => environment.wasm(name, options.wasm?.[name]));
      return shellParser;
    },
  });
  const systemChanged = () => {
    systems.forget();
    const open = workspace.all().filter((document) => document instanceof ScriptDocument);
    if (open.length === 0) return;
    if (pulls()) refreshDiagnostics();
    else for (const document of open) publisher.publish(document);
  };

  async function judge(document: OpenDocument): Promise<Judgement> {
    if (document instanceof ScriptDocument) return scripts.judge(document);
    const findings = document instanceof InittabDocument ? document.findings() : [];
    return { name: document.state, findings };
  }

  const treeOf = async (document: InittabDocument) => {
    grammar ??= loadGrammar((name) => environment.wasm(name, options.wasm?.[name]));
    return document.syntaxTree(await grammar);
  };

  /** A handler for requests about one open document; about any other there is only the fallback. */
  const about =
    <Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
      name: string,
      fallback: Result,
      ofInittab: ((document: InittabDocument, params: Params) => Result | Promise<Result>) | undefined,
      ofScript?: (document: ScriptDocument, params: Params) => Result | Promise<Result>,
    ) =>
    (params: Params, token: CancellationToken): Promise<Result | ResponseError<never>> =>
      guard.answer<Result>(name, fallback, token, async () => {
        const { uri } = params.textDocument;
        await workspace.settled(uri);
        const inittab = workspace.inittab(uri);
        if (inittab !== undefined) return ofInittab?.(inittab, params) ?? fallback;
        const script = workspace.script(uri);
        return script === undefined ? fallback : (ofScript?.(script, params) ?? fallback);
      });

  // The life of the connection.
  connection.onInitialize((params) => {
    phase = "running";
    client = params.capabilities ?? {};
    options = initializationOptions(params);
    return initializeResult;
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
    for (const document of workspace.all()) workspace.close(document.uri);
    phase = "stopped";
  });

  // What the client tells.
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

  // What it asks.
  connection.languages.diagnostics.on(
    about(
      "diagnostic",
      noDiagnostics,
      async (document, { previousResultId }) =>
        diagnosticReport(document, await judge(document), previousResultId),
      async (document, { previousResultId }) =>
        diagnosticReport(document, await judge(document), previousResultId),
    ),
  );
  connection.onCompletion(
    about("completion", null, (document, { position }) => {
      const { snippetSupport } = client.textDocument?.completion?.completionItem ?? {};
      const options = { snippets: snippetSupport === true };
      const found = completions(document.scan, document.offsetAt(readPlace(position)), options);
      return found.map((completion, index) => toCompletionItem(document, completion, index));
    }),
  );
  connection.onHover(
    about("hover", null, (document, { position }) => {
      const hover = hoverAt(document.scan, document.offsetAt(readPlace(position)));
      return hover === undefined ? null : toHover(document, hover);
    }),
  );
  connection.onCodeAction(
    about("codeAction", null, (document, { range, context }) =>
      remedies(document, readRange(document, range), context).map((remedy) => toCodeAction(document, remedy)),
    ),
  );
  connection.onDocumentSymbol(
    about("documentSymbol", null, (document) => {
      const { hierarchicalDocumentSymbolSupport } = client.textDocument?.documentSymbol ?? {};
      return toSymbols(document, recordSymbols(document.scan), hierarchicalDocumentSymbolSupport === true);
    }),
  );
  connection.onCodeLens(
    about("codeLens", null, (document) =>
      codeLenses(document.scan).map((lens) => toCodeLens(document, lens)),
    ),
  );
  const simulator = createSimulator();
  connection.onExecuteCommand((params, token) =>
    guard.answer("executeCommand", null, token, async () => {
      const [question] = Array.isArray(params.arguments) ? params.arguments : [];
      const { uri, text, show } = isObject(question) ? question : {};
      if (typeof uri === "string") await workspace.settled(uri);
      const document = typeof text === "string" ? workspace.draft(text) : workspace.get(uri);
      if (document === undefined) return null;
      switch (params.command) {
        case simulationCommands.simulate: {
          const answer = simulator.simulate(document, question);
          if (show === true) {
            const message = { type: MessageType.Info, message: answer.summary };
            await connection.sendNotification("window/showMessage", message);
          }
          return answer;
        }
        case simulationCommands.runlevels:
          return runlevelChoices(document);
        case simulationCommands.compare:
          return compareRunlevels(document, question);
        case simulationCommands.export:
          return exportSimulation(document, question);
        case writeDialectCommand: {
          const { dialect, onlyIfNamed } = isObject(question) ? question : {};
          const change = dialectChange(document.scan, dialect, onlyIfNamed === true);
          if (typeof change === "boolean") return change;
          if (client.workspace?.applyEdit !== true) return false;
          return (await connection.workspace.applyEdit(toWorkspaceEdit(document, change))).applied;
        }
        default:
          return null;
      }
    }),
  );
  connection.onFoldingRanges(
    about("foldingRange", null, (document) => toFolds(document, folds(document.scan))),
  );
  connection.onDocumentLinks(
    about("documentLink", null, async (document) =>
      toLinks(document, await fileLinks(document.scan, document.uri, environment.isFile)),
    ),
  );
  connection.onSelectionRanges(
    about("selectionRange", null, async (document, { positions }) => {
      const tree = await treeOf(document);
      return positions.map((position) =>
        toSelectionRange(document, selectionRanges(tree, document.offsetAt(readPlace(position)))),
      );
    }),
  );
  connection.languages.semanticTokens.on(
    about("semanticTokens/full", noTokens, async (document) => {
      const range = { start: 0, end: document.scan.text.length };
      return toSemanticTokens(document, semanticTokens(await treeOf(document), range));
    }),
  );
  connection.languages.semanticTokens.onRange(
    about("semanticTokens/range", noTokens, async (document, params) => {
      const tree = await treeOf(document);
      return toSemanticTokens(document, semanticTokens(tree, readRange(document, params.range)));
    }),
  );
  const status = about("status", null, (document) => statusOf(document.scan));
  connection.onRequest(statusRequest, (params, token) => status({ textDocument: params }, token));

  connection.listen();
}

const noDiagnostics: DocumentDiagnosticReport = { kind: "full", items: [] };
const noTokens = { data: [] };

const initializeResult: InitializeResult = {
  serverInfo: { name: "inittab" },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    diagnosticProvider: {
      identifier: settingsSection,
      interFileDependencies: false,
      workspaceDiagnostics: false,
    },
    completionProvider: { triggerCharacters: [":", "/"] },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, dialectKind] },
    codeLensProvider: {},
    executeCommandProvider: { commands: [...Object.values(simulationCommands), writeDialectCommand] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    documentLinkProvider: {},
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true },
  },
};

/** What is offered for a selection: only the kinds that the client asks for. */
function remedies(
  document: InittabDocument,
  range: TextRange,
  context: CodeActionContext | undefined,
): readonly Remedy[] {
  const wants = (kind: string) =>
    context?.only === undefined || context.only.some((only) => `${kind}.`.startsWith(`${only}.`));
  const findings = document.findings();
  // Nobody looks for it elsewhere, unless they ask for it.
  const isAsked = context?.only !== undefined || document.placeAt(range.start).line === 0;
  const dialect = isAsked && wants(dialectKind) ? dialectRemedy(document.scan) : undefined;
  const all = wants(fixAllKind) ? fixAll((offset) => lineAt(document.scan, offset), findings) : undefined;
  return [
    ...(wants(CodeActionKind.QuickFix) ? remediesAt(inittabSilencing(document.scan), findings, range) : []),
    ...(all === undefined ? [] : [all]),
    ...(dialect === undefined ? [] : [dialect]),
  ];
}
