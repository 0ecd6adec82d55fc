// The language server of the editors, in a worker of this page, and a client for it. Whatever it asks for is answered
// here: settings; all else it fetches from beside the page.

import { hoverTooltips, LSPClient, serverCompletion, type Transport } from "@codemirror/lsp-client";
import {
  type CommandName,
  type Commands,
  type InitializationOptions,
  inittab,
  type LookAnswer,
  type LookQuestion,
  requests,
} from "@inittab/server/protocol";
import DOMPurify from "dompurify";
import { isObject } from "./is-object.ts";

/** How the server is started. */
export interface ServerOptions {
  /** The address of the site, with a slash at its end. */
  readonly site: URL;
  readonly locale: string;
  /** The section `inittab` of the settings for a document. */
  readonly settingsOf: (uri: string) => object;
  /** What stands at an address. */
  readonly look: (question: LookQuestion) => Promise<LookAnswer>;
  readonly onError: (why: string) => void;
}

/** The server as the page knows it. */
export interface PageServer {
  readonly client: LSPClient;
  /** Starts it; what was opened before is told to it then. */
  readonly start: () => void;
  /** Asks one of the server's own commands. */
  readonly ask: <Name extends CommandName>(
    command: Name,
    question: Commands[Name]["question"],
  ) => Promise<Commands[Name]["answer"] | null>;
  /** The settings of documents are different now. */
  readonly settingsChanged: () => void;
}

/** A search of every way may take this long, in milliseconds. */
const patience = 120_000;

/** The server, which is not started yet. */
export function createServer(options: ServerOptions): PageServer {
  const { site } = options;
  const file = (name: string) => new URL(name, site).href;
  const client = new LSPClient({
    timeout: patience,
    initializationOptions: {
      program: file("server/"),
      look: true,
      wasm: {
        "web-tree-sitter.wasm": file("wasm/web-tree-sitter.wasm"),
        "tree-sitter-inittab.wasm": file("wasm/tree-sitter-inittab.wasm"),
        "tree-sitter-bash.wasm": file("wasm/tree-sitter-bash.wasm"),
      },
    } satisfies InitializationOptions,
    sanitizeHTML: safeHtml,
    extensions: [
      { clientCapabilities: { workspace: { configuration: true } } },
      serverCompletion({ override: true }),
      hoverTooltips(),
    ],
  });
  return {
    client,
    start: () => client.connect(transportTo(new Worker(file("server/worker.js")), options)),
    ask: async (command, question) => {
      await client.initializing;
      client.sync();
      return client.request("workspace/executeCommand", { command, arguments: [question] });
    },
    settingsChanged: () => client.notification("workspace/didChangeConfiguration", { settings: null }),
  };
}

/** What the server says is Markdown with escaped values; nothing else than text, lists and links is let through. */
export function safeHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: [
      ..."p br em strong code pre ul ol li h1 h2 h3 h4 hr table thead tbody tr th td blockquote a".split(" "),
    ],
    ALLOWED_ATTR: ["href"],
    ALLOWED_URI_REGEXP: /^https:/,
  });
}

/** Messages are objects in a worker, and texts for the client. */
function transportTo(worker: Worker, options: ServerOptions): Transport {
  const handlers = new Set<(text: string) => void>();
  worker.addEventListener("error", ({ message: why }) => options.onError(why));
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const answer = answerTo(data, options);
    if (answer === undefined) for (const handle of handlers) handle(JSON.stringify(data));
    else void answer.then((sent) => worker.postMessage(sent));
  });
  return {
    send: (text) => {
      const sent: unknown = JSON.parse(text);
      worker.postMessage(
        isObject(sent) && sent["method"] === "initialize" ? withLocale(sent, options) : sent,
      );
    },
    subscribe: (handle) => handlers.add(handle),
    unsubscribe: (handle) => handlers.delete(handle),
  };
}

function withLocale(sent: Readonly<Record<string, unknown>>, { locale }: ServerOptions): object {
  const { params } = sent;
  return { ...sent, params: { ...(isObject(params) ? params : {}), locale } };
}

/** The answer to a request of the server; undefined for everything else, and for what the client answers. */
function answerTo(data: unknown, { settingsOf, look }: ServerOptions): Promise<object> | undefined {
  if (!isObject(data) || data["id"] === undefined) return undefined;
  const { id, method } = data;
  const params = isObject(data["params"]) ? data["params"] : {};
  const answer = async (result: Promise<unknown> | unknown) => ({ jsonrpc: "2.0", id, result: await result });
  if (method === "workspace/configuration") {
    const items = Array.isArray(params["items"]) ? params["items"] : [];
    return answer(items.map((item: unknown) => settingsFor(item, settingsOf)));
  }
  if (method === requests.look) {
    const { uri, text } = params;
    const nothing: LookAnswer = { kind: "missing" };
    return answer(look({ uri: String(uri), text: text === true }).catch(() => nothing));
  }
  return undefined;
}

function settingsFor(item: unknown, settingsOf: ServerOptions["settingsOf"]): object | null {
  const { scopeUri, section } = isObject(item) ? item : {};
  return section === inittab && typeof scopeUri === "string" ? settingsOf(scopeUri) : null;
}
