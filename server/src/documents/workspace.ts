// The open documents, and the settings that hold for each of them.

import { isObject } from "../environment.ts";
import { inittab } from "../protocol.ts";
import type { DocumentKind, OpenedText, ServedDocument } from "./kind.ts";
import type { Change } from "./open-document.ts";
import type { Projects } from "./projects.ts";
import { createSettingsReader, defaultSettings, type Settings } from "./settings.ts";

/** What a workspace needs of the server around it. */
export interface WorkspaceHost {
  /** Asks the client for the settings of these documents; undefined for a client that cannot be asked. */
  readonly askSettings: () => ((uris: readonly string[]) => Promise<readonly unknown[]>) | undefined;
  /** Whether the client says when its settings change, so that it need not be asked twice for the same ones. */
  readonly tellsChanges: () => boolean;
  /** What the repositories of the documents say besides. */
  readonly projects: Pick<Projects, "concerns" | "settingsFor">;
  readonly warn: (text: string) => void;
  /** Speaks the language of this locale, or that of the client. */
  readonly speak: (locale: string | undefined) => void;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  /** The text of a document is new. */
  readonly onText: (served: ServedDocument) => void;
  /** The settings of these open documents have changed. */
  readonly onSettings: (served: readonly ServedDocument[]) => void;
  readonly onClose: (uri: string) => void;
}

/** How long an answer waits for a client that does not send its settings, in milliseconds. */
const patience = 1000;

/** Of more addresses the answers are not kept. */
const mostAnswered = 1000;

/** All open documents. */
export class Workspace {
  readonly #kinds: readonly DocumentKind[];
  readonly #host: WorkspaceHost;
  readonly #documents = new Map<string, ServedDocument>();
  readonly #unsettled = new Map<string, Promise<void>>();
  /** The settings that the client has sent unasked, while they are being read. */
  #told: Promise<void> | undefined;
  readonly #readSettings: (value: unknown) => Promise<Settings>;
  /** The settings for documents whose own ones are not known. */
  #common = defaultSettings;
  /** What the client has answered for an address, as long as it has not said that its settings are different now. */
  #answered = new Map<string, Settings>();

  /** A document is served by the first of the kinds that claims it, and one that none claims not at all. */
  constructor(kinds: readonly DocumentKind[], host: WorkspaceHost) {
    this.#kinds = kinds;
    this.#host = host;
    const read = createSettingsReader(host.warn);
    this.#readSettings = async (value) => {
      const settings = await read(value);
      host.speak(settings.language);
      return settings;
    };
  }

  get(uri: unknown): ServedDocument | undefined {
    return typeof uri === "string" ? this.#documents.get(uri) : undefined;
  }

  all(): readonly ServedDocument[] {
    return [...this.#documents.values()];
  }

  /** The settings for a text that nobody has open. */
  get commonSettings(): Settings {
    return this.#common;
  }

  open(opened: OpenedText): void {
    const { uri } = opened;
    this.#documents.get(uri)?.document.close();
    this.#documents.delete(uri);
    const served = this.#kinds
      .find(({ claims }) => claims(opened))
      ?.open(opened, this.#answered.get(uri) ?? this.#common);
    if (served === undefined) return;
    this.#documents.set(uri, served);
    this.#ask([uri]);
    this.#host.onText(served);
  }

  /** Serves a text that nobody has open, under the settings for its address; it is not kept. */
  async serve(opened: OpenedText): Promise<ServedDocument | undefined> {
    const ask = this.#host.askSettings();
    const late = new Promise<readonly unknown[]>(
      (resolve) => void this.#host.later(() => resolve([]), patience),
    );
    const [value] = ask === undefined ? [] : await Promise.race([ask([opened.uri]).catch(() => []), late]);
    const own = ask === undefined ? this.#common : await this.#readSettings(value);
    const settings = await this.#host.projects.settingsFor(opened.uri, own);
    return this.#kinds.find(({ claims }) => claims(opened))?.open(opened, settings);
  }

  change(uri: string, changes: readonly Change[], version: number): void {
    const served = this.#documents.get(uri);
    if (served === undefined || changes.length === 0) return;
    served.document.change(changes, version);
    this.#host.onText(served);
  }

  close(uri: string): void {
    const served = this.#documents.get(uri);
    this.#end(uri);
    served?.keep?.();
  }

  /** Closes all of them for good. */
  closeAll(): void {
    for (const uri of this.#documents.keys()) this.#end(uri);
  }

  #end(uri: string): void {
    this.#documents.get(uri)?.document.close();
    if (this.#documents.delete(uri)) this.#host.onClose(uri);
    this.#unsettled.delete(uri);
  }

  /** Resolves when the settings of the document are known, or when the client takes too long to send them. */
  settled(uri: string): Promise<void> | undefined {
    return this.#unsettled.get(uri) ?? this.#told;
  }

  /** The client says that its settings are different now, and perhaps what they are. */
  settingsChanged(settings: unknown): void {
    if (this.#host.askSettings() !== undefined) {
      this.#answered = new Map();
      this.#ask([...this.#documents.keys()]);
      return;
    }
    const value = isObject(settings) ? settings[inittab] : undefined;
    const told = (this.#told ?? Promise.resolve()).then(async () => {
      this.#common = await this.#readSettings(value);
      await this.#configure(this.all(), () => this.#common);
      if (this.#told === told) this.#told = undefined;
    });
    this.#told = told;
  }

  /** What repositories say of their files may be different now. */
  projectsChanged(): void {
    this.#ask([...this.#documents.keys()]);
  }

  #ask(uris: readonly string[]): void {
    const ask = this.#host.askSettings();
    const { projects } = this.#host;
    const isAsked = (uri: string) => ask !== undefined && !this.#answered.has(uri);
    if (!uris.some((uri) => isAsked(uri) || projects.concerns(uri))) return;
    const answer = (ask === undefined ? this.#commonOf(uris) : this.#askedOf(uris, ask))
      .then((settings) => this.#configure(this.#servedOf(uris), (uri) => settings.get(uri) ?? this.#common))
      .catch((error: unknown) => this.#host.warn(`the client did not tell its settings: ${String(error)}`));
    const settled = Promise.race([
      answer,
      new Promise<void>((resolve) => void this.#host.later(resolve, patience)),
    ]).then(() => {
      for (const uri of uris) if (this.#unsettled.get(uri) === settled) this.#unsettled.delete(uri);
    });
    for (const uri of uris) this.#unsettled.set(uri, settled);
  }

  async #askedOf(
    uris: readonly string[],
    ask: (uris: readonly string[]) => Promise<readonly unknown[]>,
  ): Promise<ReadonlyMap<string, Settings>> {
    const answered = this.#host.tellsChanges() ? this.#answered : new Map<string, Settings>();
    if (answered.size > mostAnswered) answered.clear();
    const unknown = uris.filter((uri) => !answered.has(uri));
    if (unknown.length === 0) return answered;
    const values = await ask(unknown);
    for (const [index, uri] of unknown.entries()) answered.set(uri, await this.#readSettings(values[index]));
    return answered;
  }

  /** The settings that the client has told by itself. */
  async #commonOf(uris: readonly string[]): Promise<ReadonlyMap<string, Settings>> {
    await this.#told;
    return new Map(uris.map((uri) => [uri, this.#common]));
  }

  #servedOf(uris: readonly string[]): readonly ServedDocument[] {
    return uris.flatMap((uri) => this.get(uri) ?? []);
  }

  /** Gives documents their settings of the client, with what their repositories say. */
  async #configure(
    documents: readonly ServedDocument[],
    settingsOf: (uri: string) => Settings,
  ): Promise<void> {
    this.#apply(
      await Promise.all(
        documents.map(
          async (served) =>
            [
              served,
              await this.#host.projects.settingsFor(served.document.uri, settingsOf(served.document.uri)),
            ] as const,
        ),
      ),
    );
  }

  #apply(settings: readonly (readonly [ServedDocument, Settings])[]): void {
    const changed = settings.filter(([{ document }, value]) => document.configure(value));
    if (changed.length > 0) this.#host.onSettings(changed.map(([served]) => served));
  }
}
