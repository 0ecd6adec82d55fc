// The life of one connection: what the client can and wants, how it is asked and told, and whether anybody listens.

import { type Localizer, type TreeNode, withoutLinks } from "@inittab/core";
import { languageOf } from "@inittab/host/languages";
import type { WasmReader } from "@inittab/host/wasm";
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { formattedDocuments, initializeResult, systemFiles, withoutFormatting } from "./capabilities.ts";
import { type ClientSupport, supportOf } from "./client.ts";
import type { Wording } from "./convert.ts";
import { type Environment, isObject } from "./environment.ts";
import { createGuard, type Guard, type Phase } from "./guard.ts";
import { serverLocalizer } from "./localizer.ts";
import { type WatchRequest, watchRequests } from "./progress.ts";
import { inittab, type LookAnswer, type LookQuestion, requests, type WasmQuestion } from "./protocol.ts";

/** One connection, from `initialize` to `shutdown`. Its functions can be handed on without it. */
export class Session {
  readonly #connection: Connection;
  readonly #environment: Environment;
  #phase: Phase = "starting";
  #client = supportOf();
  #options: OfferedOptions = {};
  #folders: readonly string[] = [];
  #localizer = serverLocalizer();
  /** The locale of the client, and the one whose language is spoken now. */
  #locale: string | undefined;
  #spoken: string | undefined;
  #isUnderWay = false;
  readonly guard: Guard = createGuard({
    phase: () => this.phase(),
    logError: (text) => this.#log("error", text),
    watch: (name, cancel) => this.#watch(name, cancel),
  });

  readonly #watch: WatchRequest;

  constructor(connection: Connection, environment: Environment) {
    this.#connection = connection;
    this.#environment = environment;
    const { client, later, localizer, warn } = this;
    this.#watch = watchRequests({ connection, client, later, localizer, warn });
  }

  readonly initialize = (params: InitializeParams): InitializeResult => {
    this.#client = supportOf(params.capabilities);
    this.#options = readOptions(params.initializationOptions);
    this.#folders = rootsOf(params);
    this.#locale = this.#options.language ?? params.locale ?? undefined;
    this.speak(undefined);
    // An exception before this leaves the client the chance to try again.
    this.#phase = "running";
    return this.#client.registersFormatting ? withoutFormatting : initializeResult;
  };

  /** From now on the words are in the language of this locale, or of the client's own where there is none. */
  readonly speak = (wanted: string | undefined): void => {
    const locale = wanted ?? this.#locale;
    if (locale === this.#spoken) return;
    this.#spoken = locale;
    this.#localizer = serverLocalizer(languageOf(locale));
  };

  /** Asks for notifications of changes outside the open documents. */
  readonly register = async (): Promise<void> => {
    const { client } = this.#connection;
    if (this.#client.registersConfiguration)
      await client.register(DidChangeConfigurationNotification.type, { section: inittab });
    if (this.#client.registersFormatting) {
      const registration = { documentSelector: formattedDocuments };
      await client.register(DocumentFormattingRequest.type, registration);
      await client.register(DocumentRangeFormattingRequest.type, registration);
    }
    if (this.#client.registersWatchers)
      await client.register(DidChangeWatchedFilesNotification.type, {
        watchers: systemFiles.map((globPattern) => ({ globPattern })),
      });
  };

  /** From now on nothing is answered. */
  readonly stop = (): void => {
    this.#phase = "stopped";
  };

  /** Where the connection stands. */
  readonly phase = (): Phase => this.#phase;

  /** What the client can; nothing before it has said so. */
  readonly client = (): ClientSupport => this.#client;

  /** The addresses of the folders that the client has open. */
  readonly folders = (): readonly string[] => this.#folders;

  /** The client's command that shows a page of the manual; undefined where hovers cannot link to one. */
  readonly showTopic = (): string | undefined => this.#options.showTopic;

  /** Words in the language of the client. */
  readonly localizer = (): Localizer => this.#localizer;

  /** How findings are worded. */
  readonly wording = (): Wording => ({ localizer: this.#localizer, showTopic: this.#options.showTopic });

  readonly warn = (text: string): void => this.#log("warn", text);

  /** Makes a file executable, where the server can reach it; undefined where it reaches none. */
  readonly makeExecutable = (): Environment["makeExecutable"] => this.#environment.makeExecutable;

  readonly later: Environment["later"] = (work, milliseconds) => this.#environment.later(work, milliseconds);

  /** Does what takes in a text of this length. */
  readonly withRoomFor = (length: number, work: () => void): void => {
    const { withRoomFor } = this.#environment;
    if (withRoomFor === undefined) work();
    else withRoomFor(length, work);
  };

  /** The findings of a document that a client has asked for are made. */
  readonly checked = (): void => this.#environment.checked?.();

  /** People work with a document, so that the start is over. */
  readonly underWay = (): void => {
    if (!this.#isUnderWay) this.#environment.underWay?.();
    this.#isUnderWay = true;
  };

  readonly pause: Environment["pause"] = () => this.#environment.pause();

  /** Asks for the settings of documents; undefined for a client that cannot be asked. */
  readonly askSettings = (): ((uris: readonly string[]) => Promise<readonly unknown[]>) | undefined => {
    if (!this.#client.configuration) return undefined;
    const { workspace } = this.#connection;
    return (uris) => workspace.getConfiguration(uris.map((scopeUri) => ({ scopeUri, section: inittab })));
  };

  /** The bytes of a shipped file, from wherever they are to be had. */
  readonly wasm: WasmReader = async (name) => {
    const offered = this.#options.wasm?.[name];
    return this.#environment.wasm(
      name,
      offered === "ask"
        ? await this.#connection.sendRequest(requests.wasm, { name } satisfies WasmQuestion)
        : offered,
    );
  };

  /** What stands at an address, by the server's own eyes or by those of the client. */
  readonly look = async (uri: string, text: boolean): Promise<TreeNode> => {
    const node = await this.#environment.look(uri, text);
    if (node !== undefined || this.#options.look !== true) return node ?? { kind: "missing" };
    return await this.#connection.sendRequest<LookAnswer>(requests.look, {
      uri,
      text,
    } satisfies LookQuestion);
  };

  /** What the server itself sees at an address: as it is, no link followed. */
  readonly lookHere = async (uri: string, text: boolean): Promise<TreeNode> =>
    (await this.#environment.look(uri, text)) ?? { kind: "unreadable", why: "far" };

  /** Shows a text to the user, in which editors would make links of what looks like one. */
  readonly show = (text: string): Promise<void> =>
    this.#connection.sendNotification("window/showMessage", {
      type: MessageType.Info,
      message: withoutLinks(text),
    });

  /** Whether the client has made the edit. */
  readonly applyEdit = async (edit: WorkspaceEdit): Promise<boolean> =>
    this.#client.appliesEdits && (await this.#connection.workspace.applyEdit(edit)).applied;

  #log(level: "error" | "warn", text: string): void {
    try {
      this.#connection.console[level](text);
    } catch {
      // The connection is closed, so nobody is left who could be told.
    }
  }
}

/** What a client has said in `initializationOptions`, as far as it makes sense. */
interface OfferedOptions {
  readonly wasm?: Readonly<Record<string, unknown>>;
  readonly look?: boolean;
  readonly showTopic?: string;
  /** The locale to speak in, before the one of the client. */
  readonly language?: string;
}

function readOptions(options: unknown): OfferedOptions {
  const { wasm, look, showTopic, language } = isObject(options) ? options : {};
  return {
    ...(isObject(wasm) ? { wasm } : {}),
    ...(look === true ? { look } : {}),
    ...(typeof showTopic === "string" && /^[\w.-]+$/.test(showTopic) ? { showTopic } : {}),
    ...(typeof language === "string" ? { language } : {}),
  };
}

function rootsOf(params: InitializeParams): readonly string[] {
  const open = params.workspaceFolders ?? [];
  const uris = open.length > 0 ? open.map(({ uri }) => uri) : [params.rootUri ?? ""];
  return uris.filter((uri) => uri !== "").map((uri) => uri.replace(/\/+$/, ""));
}
