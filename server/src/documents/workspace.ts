// The open documents, and the settings that hold for each of them.

import { isObject } from "../environment.ts";
import { isShellScript, ScriptDocument } from "../initscript/script-document.ts";
import { InittabDocument } from "../inittab/document.ts";
import { inittab } from "../protocol.ts";
import type { Change, OpenDocument } from "./open-document.ts";
import { createSettingsReader, defaultSettings, type Settings } from "./settings.ts";

/** What a workspace needs of the server around it. */
export interface WorkspaceHost {
  /** Asks the client for the settings of these documents; undefined for a client that cannot be asked. */
  readonly askSettings: () => ((uris: readonly string[]) => Promise<readonly unknown[]>) | undefined;
  readonly warn: (text: string) => void;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** The text of a document is new. */
  readonly onText: (document: OpenDocument) => void;
  /** The settings of these open documents have changed. */
  readonly onSettings: (documents: readonly OpenDocument[]) => void;
  readonly onClose: (uri: string) => void;
}

/** How long an answer waits for a client that does not tell its settings, in milliseconds. */
const patience = 1000;

/** All open documents. */
export class Workspace {
  readonly #host: WorkspaceHost;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #unsettled = new Map<string, Promise<void>>();
  readonly #readSettings: (value: unknown) => Settings;
  /** The settings for documents whose own ones are not known. */
  #common = defaultSettings;

  constructor(host: WorkspaceHost) {
    this.#host = host;
    this.#readSettings = createSettingsReader(host.warn);
  }

  get(uri: unknown): OpenDocument | undefined {
    return typeof uri === "string" ? this.#documents.get(uri) : undefined;
  }

  /** The document at this address, if it is an inittab. */
  inittab(uri: unknown): InittabDocument | undefined {
    const document = this.get(uri);
    return document instanceof InittabDocument ? document : undefined;
  }

  /** The document at this address, if it is a shell script. */
  script(uri: unknown): ScriptDocument | undefined {
    const document = this.get(uri);
    return document instanceof ScriptDocument ? document : undefined;
  }

  /** A document of this text that nobody has open, under the settings that hold for any other. */
  draft(text: string): InittabDocument {
    return new InittabDocument("", inittab, 0, text, this.#common);
  }

  all(): readonly OpenDocument[] {
    return [...this.#documents.values()];
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#documents.get(uri)?.close();
    const document = isShellScript(uri, languageId, text)
      ? new ScriptDocument(uri, version, text, this.#common)
      : new InittabDocument(uri, languageId, version, text, this.#common);
    this.#documents.set(uri, document);
    this.#ask([uri]);
    this.#host.onText(document);
  }

  change(uri: string, changes: readonly Change[], version: number): void {
    const document = this.#documents.get(uri);
    if (document === undefined || changes.length === 0) return;
    document.change(changes, version);
    this.#host.onText(document);
  }

  close(uri: string): void {
    this.#documents.get(uri)?.close();
    if (this.#documents.delete(uri)) this.#host.onClose(uri);
    this.#unsettled.delete(uri);
  }

  /** Resolves when the settings of the document are known, or when the client takes too long to tell them. */
  settled(uri: string): Promise<void> | undefined {
    return this.#unsettled.get(uri);
  }

  /** The client says that its settings are different now, and perhaps what they are. */
  settingsChanged(settings: unknown): void {
    if (this.#host.askSettings() !== undefined) {
      this.#ask([...this.#documents.keys()]);
      return;
    }
    this.#common = this.#readSettings(isObject(settings) ? settings[inittab] : undefined);
    this.#apply(this.all().map((document) => [document, this.#common]));
  }

  #ask(uris: readonly string[]): void {
    const ask = this.#host.askSettings();
    if (ask === undefined || uris.length === 0) return;
    const answer = ask(uris)
      .then((values) =>
        this.#apply(
          uris.flatMap((uri, index) => {
            const document = this.#documents.get(uri);
            return document === undefined ? [] : [[document, this.#readSettings(values[index])]];
          }),
        ),
      )
      .catch((error: unknown) => this.#host.warn(`the client did not tell its settings: ${String(error)}`));
    const settled = Promise.race([
      answer,
      new Promise<void>((resolve) => void this.#host.later(resolve, patience)),
    ]).then(() => {
      for (const uri of uris) if (this.#unsettled.get(uri) === settled) this.#unsettled.delete(uri);
    });
    for (const uri of uris) this.#unsettled.set(uri, settled);
  }

  #apply(settings: readonly (readonly [OpenDocument, Settings])[]): void {
    const changed = settings.filter(([document, value]) => document.configure(value));
    if (changed.length > 0) this.#host.onSettings(changed.map(([document]) => document));
  }
}
