// An open shell script: the editor's text and what the shell's parser makes of it. Whether it is an init script can
// change with each edit.

import { isInitScript, type ShellScript } from "@inittab/core";
import type { ShellParser } from "@inittab/host/shell";
import type { Change } from "../documents/open-document.ts";
import type { Settings } from "../documents/settings.ts";
import { TextDocument } from "../documents/text-document.ts";
import { inittab } from "../protocol.ts";
import { inTurns } from "../slices.ts";

/** What editors call shell scripts. */
const shellLanguages: ReadonlySet<string> = new Set(["shellscript", "sh", "bash", "dash", "ksh", "zsh"]);

/** Whether a document is a shell script rather than an inittab. */
export function isShellScript(uri: string, languageId: string, text: string): boolean {
  return shellLanguages.has(languageId) || (languageId !== inittab && isInitScript(uri, text));
}

/** How the shell's parser is asked: in slices, between which others have their turn. */
export interface ShellReading {
  readonly parse: ShellParser["parseSlices"];
  readonly pause: () => Promise<void>;
}

/** An open script. */
export class ScriptDocument extends TextDocument {
  /** What is being made of the text, undefined in the end if there is another one by then. */
  #shell: Promise<{ readonly value: ShellScript | undefined } | undefined> | undefined;

  constructor(uri: string, version: number, text: string, settings?: Settings) {
    super("script", uri, version, text, settings);
  }

  get isInitScript(): boolean {
    return isInitScript(this.uri, this.text);
  }

  /** What the parser makes of the text that there is when it is done, asked once for each text. */
  async shell({ parse, pause }: ShellReading): Promise<ShellScript | undefined> {
    for (;;) {
      const { state } = this;
      const isCurrent = () => this.state === state;
      this.#shell ??= inTurns(parse(this.text), pause, isCurrent);
      const done = await this.#shell;
      if (done !== undefined && isCurrent()) return done.value;
    }
  }

  override change(changes: readonly Change[], version: number): void {
    super.change(changes, version);
    this.#shell = undefined;
  }

  override close(): void {
    this.#shell = undefined;
  }
}
