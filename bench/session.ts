// One run of a server, over stdio as an editor would have it.

import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { Subject } from "./subject.ts";

/** A place as the protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A running server. */
export interface Session {
  readonly initialize: () => Promise<void>;
  /** Opens the text, anew if it is open, and waits for its diagnostics. */
  readonly open: (text: string) => Promise<void>;
  /** Replaces the characters between two places and waits for fresh diagnostics. */
  readonly type: (start: Position, end: Position, text: string) => Promise<void>;
  /** Sends a request about the document and waits for the answer. */
  readonly ask: (method: string, position?: Position) => Promise<void>;
  /** Replaces the characters and asks at once for everything that VS Code asks for after a key. */
  readonly key: (start: Position, end: Position, text: string) => Promise<void>;
  /** Processor time so far, in milliseconds, threads and ended children included. */
  readonly processorTime: () => number;
  /** The most memory that was resident so far, in MiB. */
  readonly peakMemory: () => number;
  readonly end: () => Promise<void>;
}

export function startSession(subject: Subject): Session {
  const child = spawn(process.execPath, subject.command, { stdio: ["pipe", "pipe", "inherit"] });
  const connection = connect(child);
  const textDocument = { uri: subject.uri };
  let version = 1;
  let resultId: string | undefined;
  let serves: Record<string, unknown> = {};
  let isOpen = false;
  const pull = async () => {
    await connection.sendRequest("textDocument/diagnostic", { textDocument });
  };
  const change = async (start: Position, end: Position, text: string) => {
    version++;
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { ...textDocument, version },
      contentChanges: [{ range: { start, end }, text }],
    });
  };
  /** The tokens that have changed; all of them the first time, and of a server that cannot tell what has changed. */
  const colours = async () => {
    const isFull =
      resultId === undefined || !JSON.stringify(serves["semanticTokensProvider"]).includes("delta");
    const method = `textDocument/semanticTokens/full${isFull ? "" : "/delta"}`;
    const params = { textDocument, ...(isFull ? {} : { previousResultId: resultId }) };
    const answer: { readonly resultId?: string } = await connection.sendRequest(method, params);
    resultId = answer.resultId;
  };
  return {
    initialize: async () => {
      const { capabilities }: { readonly capabilities: Record<string, unknown> } =
        await connection.sendRequest("initialize", {
          processId: process.pid,
          rootUri: null,
          capabilities: {
            textDocument: {
              diagnostic: {},
              completion: { completionItem: { snippetSupport: true } },
              documentSymbol: { hierarchicalDocumentSymbolSupport: true },
            },
            workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
          },
        });
      serves = capabilities;
      await connection.sendNotification("initialized", {});
    },
    open: async (text) => {
      const { languageId } = subject;
      if (isOpen) await connection.sendNotification("textDocument/didClose", { textDocument });
      isOpen = true;
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { ...textDocument, languageId, version, text },
      });
      await pull();
    },
    type: async (start, end, text) => {
      await change(start, end, text);
      await pull();
    },
    key: async (start, end, text) => {
      await change(start, end, text);
      const window = {
        start: { line: start.line, character: 0 },
        end: { line: start.line + 50, character: 0 },
      };
      const asked = afterKey.filter(([, capability]) => Boolean(serves[capability]));
      await Promise.all([
        pull(),
        ...(serves["semanticTokensProvider"] === undefined ? [] : [colours()]),
        ...asked.map(([method]) =>
          connection.sendRequest(`textDocument/${method}`, { textDocument, position: start, range: window }),
        ),
      ]);
    },
    ask: async (method, position) => {
      await connection.sendRequest(method, { textDocument, position });
    },
    processorTime: () => readProcessorTime(child),
    peakMemory: () => readPeakMemory(child),
    end: async () => {
      await connection.sendRequest("shutdown");
      const ended = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
    },
  };
}

/** What VS Code asks for after a key, besides diagnostics and colours, and by what a server says that it answers. */
const afterKey: readonly (readonly [string, string])[] = [
  ["codeLens", "codeLensProvider"],
  ["documentHighlight", "documentHighlightProvider"],
  ["documentLink", "documentLinkProvider"],
  ["documentSymbol", "documentSymbolProvider"],
  ["foldingRange", "foldingRangeProvider"],
  ["inlayHint", "inlayHintProvider"],
];

function connect(child: ChildProcess): MessageConnection {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("the server has no standard input or output");
  const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) =>
    items.map(() => null),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  return connection;
}

/** The nanoseconds of each thread, and for ended children the ticks of 10 ms that /proc counts. */
function readProcessorTime(child: ChildProcess): number {
  const threads = readdirSync(`/proc/${child.pid}/task`).map((thread) => {
    const [nanoseconds] = readFileSync(`/proc/${child.pid}/task/${thread}/schedstat`, "utf8").split(" ");
    return Number(nanoseconds) / 1e6;
  });
  const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const children = fields.slice(13, 15).map((ticks) => Number(ticks) * 10);
  return [...threads, ...children].reduce((sum, time) => sum + time, 0);
}

function readPeakMemory(child: ChildProcess): number {
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
  return Number(peak) / 1024;
}
