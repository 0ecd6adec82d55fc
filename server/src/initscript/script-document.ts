// An open shell script: the editor's text and what the shell's parser makes of it. Whether it is an init script can
// change with each edit.

import { isInitScript, type ShellScript } from "@inittab/core";
import type { Change } from "../documents/open-document.ts";
import type { Settings } from "../documents/settings.ts";
import { TextDocument } from "../documents/text-document.ts";
import { inittab } from "../protocol.ts";

/** What editors call shell scripts. */
const shellLanguages: ReadonlySet<string> = new Set(["shellscript", "sh", "bash", "dash", "ksh", "zsh"]);

/** Whether a document is a shell script rather than an inittab. */
export function isShellScript(uri: string, languageId: string, text: string): boolean {
  return shellLanguages.has(languageId) || (languageId !== inittab && isInitScript(uri, text));
}

/** An open script. */
export class ScriptDocument extends TextDocument {
  #shell: { readonly script: ShellScript | undefined } | undefined;

  constructor(uri: string, version: number, text: string, settings?: Settings) {
    super("script", uri, version, text, settings);
  }

  get isInitScript(): boolean {
    return isInitScript(this.uri, this.text);
  }

  /** What the parser makes of the text, asked once for each text. */
  shell(parse: (text: string) => ShellScript | undefined): ShellScript | undefined {
    this.#shell ??= { script: parse(this.text) };
    return this.#shell.script;
  }

  override change(changes: readonly Change[], version: number): void {
    super.change(changes, version);
    this.#shell = undefined;
  }

  override close(): void {
    this.#shell = undefined;
  }
}
