// A text of no language of ours: a log, a note, a message somebody has sent. Messages of init in it are explained.

import { LineIndex, type Place } from "../documents/line-index.ts";
import type { Change, OpenDocument } from "../documents/open-document.ts";

/** Names of languages that editors have for logs and for prose. */
const plainLanguages: ReadonlySet<string> = new Set([
  ...["log", "logs", "syslog", "messages", "markdown", "restructuredtext", "asciidoc", "mail", "gitcommit"],
  ...["git-commit", "org", "text"],
]);

/** How files are called that hold such texts. */
const plainName =
  /(?:\.(?:log|logs|md|markdown|rst|txt|out|err|eml|adoc|dmesg|syslog)(?:\.\d+)?|\/(?:messages|syslog|dmesg|daemon|boot|kern|console|bootlog)(?:\.\d+)?)$/i;

/** Whether a document is a text of no language of ours. One that the editor calls an inittab is none, nor is one of that name. */
export function isPlainText(uri: string, languageId: string): boolean {
  if (/inittab[^/]*$/i.test(uri)) return false;
  return plainLanguages.has(languageId) || (languageId === "plaintext" && plainName.test(uri));
}

let documentsMade = 0;

/** An open text. */
export class PlainDocument implements OpenDocument {
  readonly uri: string;
  #version: number;
  #text: string;
  #index: LineIndex;
  #changes = 0;
  readonly #number = ++documentsMade;

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.#version = version;
    this.#text = text;
    this.#index = new LineIndex(text);
  }

  get version(): number {
    return this.#version;
  }

  get state(): string {
    return `plain ${this.#number}.${this.#changes}`;
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

  /** No setting changes an answer about it. */
  configure(): boolean {
    return false;
  }

  offsetAt(place: Place): number {
    return this.#index.offsetAt(place);
  }

  placeAt(offset: number): Place {
    return this.#index.placeAt(offset);
  }

  close(): void {}
}
