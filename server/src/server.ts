// What the server can do, and which function answers which message. Nothing here depends on where the server runs.

import { defaultRunlevelOf, lineAt, readScan, type TextRange } from "@inittab/core";
import { loadShellParser } from "@inittab/host/shell";
import type { WasmReader } from "@inittab/host/wasm";
import {
  type CancellationToken,
  type ClientCapabilities,
  type CodeActionContext,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type Location,
  MessageType,
  type RenameParams,
  type ResponseError,
  type TextDocumentIdentifier,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  dialectKind,
  fixAllKind,
  readChanges,
  readPlace,
  readRange,
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
import type { Judgement, OpenDocument } from "./documents/open-document.ts";
import { settingsSection } from "./documents/settings.ts";
import { Workspace } from "./documents/workspace.ts";
import {
  type Environment,
  type InitializationOptions,
  initializationOptions,
  isObject,
} from "./environment.ts";
import {
  dialectRemedy,
  fixAll,
  inittabSilencing,
  type Remedy,
  remediesAt,
  type Wants,
} from "./features/code-actions.ts";
import { createGuard, type Phase } from "./guard.ts";
import { readRcChanges } from "./initscript/features/rc.ts";
import * as ofScripts from "./initscript/handlers.ts";
import { ScriptDocument } from "./initscript/script-document.ts";
import { ScriptService } from "./initscript/service.ts";
import { Systems } from "./initscript/system.ts";
import { InittabDocument } from "./inittab/document.ts";
import { codeLenses } from "./inittab/features/code-lens.ts";
import { completions } from "./inittab/features/completion.ts";
import { dialectChange, writeDialectCommand } from "./inittab/features/dialect-comment.ts";
import { folds } from "./inittab/features/folding.ts";
import { hoverAt } from "./inittab/features/hover.ts";
import { fileLinks } from "./inittab/features/links.ts";
import { selectionRanges } from "./inittab/features/selection.ts";
import { semanticTokens } from "./inittab/features/semantic-tokens.ts";
import { statusOf } from "./inittab/features/status.ts";
import { recordSymbols } from "./inittab/features/symbols.ts";
import { type Grammar, loadGrammar } from "./inittab/syntax-tree.ts";
import { serverLocalizer } from "./localizer.ts";
import {
  initializeResult,
  lookRequest,
  rcCommand,
  statusRequest,
  systemFiles,
  wasmRequest,
} from "./protocol.ts";
import {
  compareRunlevels,
  createSimulator,
  exportSimulation,
  runlevelChoices,
  simulationCommands,
} from "./simulate/simulate.ts";

/** Answers on this connection until the client ends it. */
export function startServer(connection: Connection, environment: Environment): void {
  let phase: Phase = "starting";
  let client: ClientCapabilities = {};
  let options: InitializationOptions = {};
  let folders: readonly string[] = [];
  let localizer = serverLocalizer(undefined);
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
    localizer: () => localizer,
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

  const wasm: WasmReader = async (name) => {
    const offered = options.wasm?.[name];
    return environment.wasm(
      name,
      offered === "ask" ? await connection.sendRequest(wasmRequest, { name }) : offered,
    );
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
    parse: async () => {
      shellParser ??= loadShellParser(wasm);
      return (await shellParser).parse;
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
    grammar ??= loadGrammar(wasm);
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

  const snippets = () => client.textDocument?.completion?.completionItem?.snippetSupport === true;
  const nests = () => client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  const isFile = async (uri: string) => {
    if (options.look !== true) return environment.isFile(uri);
    return (await systems.kindOf(uri)) === "file";
  };

  // The life of the connection.
  connection.onInitialize((params) => {
    phase = "running";
    client = params.capabilities ?? {};
    options = initializationOptions(params);
    folders = rootsOf(params);
    localizer = serverLocalizer(params.locale);
    return initializeResult;
  });
  connection.onInitialized(() =>
    guard.run("initialized", async () => {
      if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
        await connection.client.register(DidChangeConfigurationNotification.type, {
          section: settingsSection,
        });
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: systemFiles.map((globPattern) => ({ globPattern })),
        });
    }),
  );
  connection.onDidChangeWatchedFiles(() => guard.run("didChangeWatchedFiles", systemChanged));
  connection.onDidSaveTextDocument(() => guard.run("didSave", systemChanged));
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
        diagnosticReport(document, await judge(document), previousResultId, localizer),
      async (document, { previousResultId }) =>
        diagnosticReport(document, await judge(document), previousResultId, localizer),
    ),
  );
  connection.onCompletion(
    about(
      "completion",
      null,
      (document, { position }) => {
        const options = { snippets: snippets() };
        const found = completions(document.scan, document.offsetAt(readPlace(position)), options);
        return found.map((completion, index) => toCompletionItem(document, completion, index, localizer));
      },
      (document, params) =>
        ofScripts.completion(scripts, document, params, { snippets: snippets(), localizer }),
    ),
  );
  connection.onHover(
    about(
      "hover",
      null,
      (document, { position }) => {
        const hover = hoverAt(document.scan, document.offsetAt(readPlace(position)));
        return hover === undefined ? null : toHover(document, hover, localizer);
      },
      (document, params) => ofScripts.hover(scripts, document, params, localizer),
    ),
  );
  connection.onCodeAction(
    about(
      "codeAction",
      null,
      (document, { range, context }) =>
        remedies(document, readRange(document, range), context).map((remedy) =>
          toCodeAction(document, remedy, localizer),
        ),
      (document, { range, context }) =>
        ofScripts.codeAction(scripts, document, range, wantsOf(context), localizer),
    ),
  );
  connection.onDocumentSymbol(
    about(
      "documentSymbol",
      null,
      (document) => toSymbols(document, recordSymbols(document.scan), nests()),
      (document) => ofScripts.documentSymbol(scripts, document, nests()),
    ),
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
      const document = typeof text === "string" ? workspace.draft(text) : workspace.inittab(uri);
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
          return exportSimulation(document, question, (calls) => scripts.rcVisits(document.uri, calls));
        case rcCommand: {
          const { level, previous, before } = isObject(question) ? question : {};
          const from = typeof previous === "string" ? previous : usualPrevious(document, level);
          const changes = readRcChanges(before);
          const way = { level: String(level), previous: from, ...(changes && { before: changes }) };
          return (await scripts.rc(document.uri, way)) ?? null;
        }
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
  connection.onDefinition(
    about(
      "definition",
      null,
      async (document, { position }) => {
        const offset = document.offsetAt(readPlace(position));
        const links = await fileLinks(document.scan, document.uri, isFile);
        return links.filter(({ range }) => contains(range, offset)).map(({ target }) => topOf(target));
      },
      (document, params) => ofScripts.definition(scripts, document, params),
    ),
  );
  connection.onReferences(
    about("references", null, undefined, (document, params) =>
      ofScripts.references(scripts, document, params),
    ),
  );
  connection.onPrepareRename(
    about("prepareRename", null, undefined, (document, params) =>
      ofScripts.prepareRename(scripts, document, params),
    ),
  );
  connection.onRenameRequest(
    about<RenameParams, WorkspaceEdit | ResponseError<void> | null>(
      "rename",
      null,
      undefined,
      (document, params) => ofScripts.rename(scripts, document, params),
    ),
  );
  connection.languages.inlayHint.on(
    about("inlayHint", null, undefined, (document, params) => ofScripts.inlayHint(scripts, document, params)),
  );
  connection.onWorkspaceSymbol((params, token) =>
    guard.answer("workspaceSymbol", null, token, () => {
      const uris = workspace.all().map(({ uri }) => uri);
      return ofScripts.workspaceSymbol(scripts, uris, folders, params.query);
    }),
  );
  connection.onFoldingRanges(
    about("foldingRange", null, (document) => toFolds(document, folds(document.scan))),
  );
  connection.onDocumentLinks(
    about("documentLink", null, async (document) =>
      toLinks(document, await fileLinks(document.scan, document.uri, isFile)),
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

/** What is offered for a selection: only the kinds that the client asks for. */
function remedies(
  document: InittabDocument,
  range: TextRange,
  context: CodeActionContext | undefined,
): readonly Remedy[] {
  const wants = wantsOf(context);
  const findings = document.findings();
  // Nobody looks for it elsewhere, unless they ask for it.
  const isAsked = context?.only !== undefined || document.placeAt(range.start).line === 0;
  const dialect = isAsked && wants.dialect ? dialectRemedy(document.scan) : undefined;
  const all = wants.fixAll ? fixAll((offset) => lineAt(document.scan, offset), findings) : undefined;
  return [
    ...(wants.quickFix ? remediesAt(inittabSilencing(document.scan), findings, range) : []),
    ...(all === undefined ? [] : [all]),
    ...(dialect === undefined ? [] : [dialect]),
  ];
}

function wantsOf(context: CodeActionContext | undefined): Wants {
  const wants = (kind: string) =>
    context?.only === undefined || context.only.some((only) => `${kind}.`.startsWith(`${only}.`));
  return {
    quickFix: wants(CodeActionKind.QuickFix),
    fixAll: wants(fixAllKind),
    dialect: wants(dialectKind),
  };
}

/** The addresses of the folders that the client has open. */
function rootsOf(params: InitializeParams): readonly string[] {
  const open = params.workspaceFolders ?? [];
  const uris = open.length > 0 ? open.map(({ uri }) => uri) : [params.rootUri ?? ""];
  return uris.filter((uri) => uri !== "").map((uri) => uri.replace(/\/+$/, ""));
}

function usualPrevious({ scan }: InittabDocument, level: unknown): string {
  const byDefault = defaultRunlevelOf(readScan(scan)) ?? "N";
  return level === "S" || level === byDefault ? "N" : byDefault;
}

function contains({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

function topOf(uri: string): Location {
  const top = { line: 0, character: 0 };
  return { uri, range: { start: top, end: top } };
}
