// An open document of which nothing but its text is kept. Such texts are short, so each change makes the text anew.

import { LineIndex, type Place } from "./line-index.ts";
import type { Change, OpenDocument } from "./open-document.ts";
import { defaultSettings, type Settings } from "./settings.ts";

/** Counts the documents, so that one that is opened again is not taken for its predecessor. */
let documentsMade = 0;

/** An open text. */
export class TextDocument implements OpenDocument {
  readonly uri: string;
  /** The file's base name; undefined for a text that is not a file yet. */
  readonly name: string | undefined;
  readonly #kind: string;
  #version: number;
  #text: string;
  #index: LineIndex;
  #settings: Settings;
  readonly #number = ++documentsMade;
  #changes = 0;

  /** `kind` begins the names of its states. */
  constructor(
    kind: string,
    uri: string,
    version: number,
    text: string,
    settings: Settings = defaultSettings,
  ) {
    this.#kind = kind;
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
    return `${this.#kind} ${this.#number}.${this.#changes}`;
  }

  get settings(): Settings {
    return this.#settings;
  }

  get text(): string {
    return this.#text;
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

  close(): void {}
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
