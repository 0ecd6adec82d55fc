// An open shell script: the editor's text and what the shell's parser makes of it. Whether it is an init script can
// change with each edit.

import { isInitScript, type ShellScript } from "@inittab/core";
import { LineIndex, type Place } from "../documents/line-index.ts";
import type { Change, OpenDocument } from "../documents/open-document.ts";
import { defaultSettings, type Settings } from "../documents/settings.ts";
import { inittab } from "../protocol.ts";

/** What editors call shell scripts. */
const shellLanguages: ReadonlySet<string> = new Set(["shellscript", "sh", "bash", "dash", "ksh", "zsh"]);

/** Whether a document is a shell script rather than an inittab. */
export function isShellScript(uri: string, languageId: string, text: string): boolean {
  return shellLanguages.has(languageId) || (languageId !== inittab && isInitScript(uri, text));
}

/** Counts the documents, so that one that is opened again is not taken for its predecessor. */
let documentsMade = 0;

/** An open script. Scripts are short, so each change makes the text anew. */
export class ScriptDocument implements OpenDocument {
  readonly uri: string;
  /** The file's base name; undefined for a text that is no file yet. */
  readonly name: string | undefined;
  #version: number;
  #text: string;
  #index: LineIndex;
  #settings: Settings;
  readonly #number = ++documentsMade;
  #changes = 0;
  #shell: { readonly script: ShellScript | undefined } | undefined;

  constructor(uri: string, version: number, text: string, settings: Settings = defaultSettings) {
    this.uri = uri;
    this.name = uri.startsWith("untitled:") ? undefined : baseName(uri);
    this.#version = version;
    this.#text = text;
    this.#index = new LineIndex(text);
    this.#settings = settings;
  }

  get version(): number {
    return this.#version;
  }

  get state(): string {
    return `script ${this.#number}.${this.#changes}`;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get text(): string {
    return this.#text;
  }

  get isInitScript(): boolean {
    return isInitScript(this.uri, this.#text);
  }

  /** What the parser makes of the text, asked once for each text. */
  shell(parse: (text: string) => ShellScript | undefined): ShellScript | undefined {
    this.#shell ??= { script: parse(this.#text) };
    return this.#shell.script;
  }

  change(changes: readonly Change[], version: number): void {
    this.#version = version;
    for (const { range, text } of changes) {
      const [start, end] =
        range === undefined
          ? [0, this.#text.length]
          : [this.offsetAt(range.start), this.offsetAt(range.end)].toSorted((one, other) => one - other);
      this.#text = this.#text.slice(0, start) + text + this.#text.slice(end);
      this.#index = new LineIndex(this.#text);
    }
    this.#changes++;
    this.#shell = undefined;
  }

  configure(settings: Settings): boolean {
    if (this.#settings === settings) return false;
    this.#settings = settings;
    this.#changes++;
    return true;
  }

  offsetAt(place: Place): number {
    return this.#index.offsetAt(place);
  }

  placeAt(offset: number): Place {
    return this.#index.placeAt(offset);
  }

  close(): void {
    this.#shell = undefined;
  }
}

/** The last part of an address, decoded where that is possible. */
function baseName(uri: string): string {
  const part = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
