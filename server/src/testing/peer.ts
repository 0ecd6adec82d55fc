// A client for tests: a real JSON-RPC peer, in front of the built server or of one in the same process.

import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { Environment } from "../environment.ts";
import { serveStreams } from "../node/serve.ts";

/** What a client says about itself; the section of the settings is answered from `settings`. */
export interface PeerOptions {
  readonly capabilities?: object;
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  /** The language of the user. */
  readonly locale?: string;
  /** The addresses of the folders that it has open. */
  readonly folders?: readonly string[];
  /** Never answers a question about settings. */
  readonly silent?: true;
}

/** A client that is connected to a server. */
export interface Peer {
  readonly connection: MessageConnection;
  /** What the server has logged as an error. */
  readonly errors: readonly string[];
  /** All that the server has logged or shown. */
  readonly log: string[];
  readonly published: readonly Published[];
  readonly initialize: () => Promise<unknown>;
  readonly open: (uri: string, text: string, version?: number, languageId?: string) => Promise<void>;
  /** Replaces the whole text. */
  readonly change: (uri: string, version: number, text: string) => Promise<void>;
  /** Changes the settings and says so. */
  readonly configure: (settings: unknown) => Promise<void>;
  /** Resolves when the condition holds; rejects after five seconds. */
  readonly until: (condition: () => boolean) => Promise<void>;
  /** Writes to the server what need not be a message. */
  readonly raw: (text: string) => void;
  /** The exit code of the program, or the one with which a server in this process would end it. */
  readonly ended: Promise<number | null>;
  readonly dispose: () => void;
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Shown[];
}

/** A diagnostic as it arrives. */
export interface Shown {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly message: string;
  readonly code: string;
  readonly severity: number;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The capabilities of a client that pulls diagnostics and can be asked for settings, as VS Code does. */
export const modernClient: object = {
  textDocument: {
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { configuration: true, diagnostics: { refreshSupport: true } },
};

/** A server in this process, over a pair of streams. */
export function peerInProcess(environment: Environment, options: PeerOptions = {}): Peer {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const ended = new Promise<number>((exit) => {
    serveStreams(toServer, toClient, environment, { exit, tell: () => {} });
  });
  return makePeer(toClient, toServer, options, ended, () => {
    toServer.destroy();
    toClient.destroy();
  });
}

/** A server that runs as a program of its own, with these words after `--stdio`. */
export function peerOfProgram(
  program: string,
  options: PeerOptions = {},
  words: readonly string[] = [],
): Peer {
  const child = spawn(process.execPath, [program, "--stdio", ...words], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return makePeer(child.stdout, child.stdin, options, ended, () => child.kill());
}

function makePeer(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  options: PeerOptions,
  ended: Promise<number | null>,
  end: () => void,
): Peer {
  const connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const errors: string[] = [];
  const log: string[] = [];
  const published: Published[] = [];
  const listeners = new Set<() => void>();
  let { settings } = options;
  const notify = () => {
    for (const listener of [...listeners]) listener();
  };
  connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
    log.push(message);
    if (type === 1) errors.push(message);
    notify();
  });
  connection.onNotification("textDocument/publishDiagnostics", (params: Published) => {
    published.push(params);
    notify();
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) =>
    options.silent === true ? new Promise(() => {}) : items.map(() => settings ?? null),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => {
    log.push("refresh");
    notify();
    return null;
  });
  connection.listen();
  return {
    connection,
    errors,
    log,
    published,
    initialize: async () => {
      const result = await connection.sendRequest("initialize", {
        processId: null,
        rootUri: null,
        capabilities: options.capabilities ?? {},
        initializationOptions: options.initializationOptions,
        ...(options.folders !== undefined && {
          workspaceFolders: options.folders.map((uri) => ({ uri, name: uri })),
        }),
        ...(options.locale !== undefined && { locale: options.locale }),
      });
      await connection.sendNotification("initialized", {});
      return result;
    },
    open: (uri, text, version = 1, languageId = "inittab") =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version, text },
      }),
    change: (uri, version, text) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    configure: (value) => {
      settings = value;
      return connection.sendNotification("workspace/didChangeConfiguration", {
        settings: { inittab: value },
      });
    },
    until: (condition) =>
      new Promise((resolve, reject) => {
        const limit = setTimeout(() => settle(() => reject(new Error("waited in vain"))), 5000);
        const settle = (end: () => void) => {
          clearTimeout(limit);
          listeners.delete(look);
          end();
        };
        const look = () => {
          if (condition()) settle(resolve);
        };
        listeners.add(look);
        look();
      }),
    raw: (text) => {
      output.write(text);
    },
    ended,
    dispose: () => {
      connection.dispose();
      end();
    },
  };
}
