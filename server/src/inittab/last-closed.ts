// The inittab that was closed last. Editors close a file and open it again for another tab, another view or a checkout;
// only what has changed meanwhile is read and checked anew.

import type { OpenedText } from "../documents/kind.ts";
import type { Settings } from "../documents/settings.ts";
import type { Environment } from "../environment.ts";
import { InittabDocument } from "./document.ts";

/** How long a document is kept after it was closed, in milliseconds. */
const patience = 60_000;

/** Opens documents, and keeps the one that was closed last. */
export class LastClosed {
  readonly #later: Environment["later"];
  #document: InittabDocument | undefined;
  #forget: (() => void) | undefined;

  constructor(later: Environment["later"]) {
    this.#later = later;
  }

  /** The document that was closed last, if it is of the same file and much of its text is the same; a new one otherwise. */
  open({ uri, languageId, version, text }: OpenedText, settings: Settings): InittabDocument {
    const last = this.#document;
    if (last?.uri === uri && last.languageId === languageId) {
      this.#keep(undefined);
      if (last.reopen(version, text, settings)) return last;
    }
    const document = new InittabDocument(uri, languageId, version, text, settings);
    document.whenClosed = () => this.#keep(document);
    return document;
  }

  #keep(document: InittabDocument | undefined): void {
    this.#forget?.();
    this.#document = document;
    this.#forget =
      document &&
      this.#later(() => {
        this.#document = undefined;
      }, patience);
  }
}
