// What the running init is taken to have read, where it is not the text of the editor: the saved file, or the committed one.

import * as vscode from "vscode";
import type { Head } from "./head.ts";

/** A text that differs from the one in the editor. */
export interface Before {
  readonly from: "file" | "commit";
  readonly text: string;
}

/** While the text is not saved, that of the file; then that of the last commit. Undefined where neither differs. */
export async function textBefore(document: vscode.TextDocument, head: Head): Promise<Before | undefined> {
  const { uri, isDirty, isUntitled } = document;
  if (isUntitled) return undefined;
  const text = isDirty ? await textOfFile(uri) : await head.textOf(uri);
  const isSame = text === undefined || plain(text) === plain(document.getText());
  return isSame ? undefined : { from: isDirty ? "file" : "commit", text };
}

async function textOfFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // It was deleted meanwhile.
    return undefined;
  }
}

/** Git may keep other line ends than the file has. */
function plain(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
