// What the shell's parser makes of open scripts.

import type { ShellScript } from "@inittab/core";
import type { ShellParser } from "@inittab/host/shell";
import { inTurns } from "../slices.ts";
import type { ScriptDocument } from "./script-document.ts";

/** Asks the parser in slices, between which others have their turn, and once for each text. */
export class ParsedScripts {
  readonly #parser: () => Promise<ShellParser>;
  readonly #pause: () => Promise<void>;
  readonly #known = new WeakMap<ScriptDocument, Parsing>();

  constructor(parser: () => Promise<ShellParser>, pause: () => Promise<void>) {
    this.#parser = parser;
    this.#pause = pause;
  }

  /** For the text that there is when it is done. */
  async of(document: ScriptDocument): Promise<ShellScript | undefined> {
    const { parseSlices } = await this.#parser();
    for (;;) {
      const { state, text } = document;
      const isCurrent = () => document.state === state;
      const before = this.#known.get(document);
      const parsing =
        before?.state === state
          ? before
          : { state, done: inTurns(parseSlices(text), this.#pause, isCurrent) };
      this.#known.set(document, parsing);
      const done = await parsing.done;
      // Otherwise there is another text.
      if (done !== undefined && isCurrent()) return done.value;
    }
  }
}

interface Parsing {
  readonly state: string;
  readonly done: Promise<{ readonly value: ShellScript | undefined } | undefined>;
}
