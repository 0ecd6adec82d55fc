// An open shell script. Whether it is an init script can change with each edit.

import { isInitScript } from "@inittab/core";
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
  constructor(uri: string, version: number, text: string, settings?: Settings) {
    super("script", uri, version, text, settings);
  }

  get isInitScript(): boolean {
    return isInitScript(this.uri, this.text);
  }
}
