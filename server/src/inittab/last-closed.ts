// The inittab that was closed last. Editors close a file and open it again for another tab, another view or a checkout;
// only what has changed meanwhile is read and checked anew.

import { difference } from "../documents/difference.ts";
import type { OpenedText } from "../documents/kind.ts";
import type { Settings } from "../documents/settings.ts";
import type { Environment } from "../environment.ts";
import type { InittabDocument } from "./document.ts";

/** How long a document is kept after it was closed, in milliseconds. */
const patience = 60_000;

/** Keeps the document that was closed last. */
export class LastClosed {
  readonly #later: Environment["later"];
  #document: InittabDocument | undefined;
  #forget: (() => void) | undefined;

  constructor(later: Environment["later"]) {
    this.#later = later;
  }

  /** Opens that document again if it is of the same file and at least half of the text is the same. */
  open({ uri, languageId, version, text }: OpenedText, settings: Settings): InittabDocument | undefined {
    const last = this.#document;
    if (last?.uri !== uri || last.languageId !== languageId) return undefined;
    this.keep(undefined);
    const edit = difference(last.scan.text.toString(), text);
    if (edit !== undefined && edit.text.length > text.length / 2) return undefined;
    last.reopen(version, edit, settings);
    return last;
  }

  keep(document: InittabDocument | undefined): void {
    this.#forget?.();
    this.#document = document;
    this.#forget =
      document &&
      this.#later(() => {
        this.#document = undefined;
      }, patience);
  }
}
