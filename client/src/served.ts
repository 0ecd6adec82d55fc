// Which documents the extension is about: the one place to add to when the server learns of other files. What wakes the
// extension stands in the manifest; it may be woken too early, but the server starts with the first of these documents.

import { isInitScript } from "@inittab/core";
import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";

/**
 * For the language client. Any scheme: files of virtual workspaces and unsaved ones are read as well. Any shell script
 * can become an init script by its header, so that the server hears of all of them once it runs.
 */
export const servedDocuments: { readonly language: string }[] = [
  { language: inittab },
  { language: "shellscript" },
  // Messages of init in a log are explained, once the server runs.
  { language: "log" },
];

function isServed(document: vscode.TextDocument): boolean {
  if (document.languageId === inittab) return true;
  return document.languageId === "shellscript" && isInitScript(document.uri.path, document.getText());
}

/** Calls back once a document is open that the server has something to say about; at once if there is one. */
export function onFirstServedDocument(listener: () => void): vscode.Disposable {
  if (vscode.workspace.textDocuments.some(isServed)) {
    listener();
    return new vscode.Disposable(() => {});
  }
  const look = (document: vscode.TextDocument) => {
    if (!isServed(document)) return;
    listening.dispose();
    listener();
  };
  const listening = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    // A header that is typed or pasted makes an init script of any shell script.
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
  );
  return listening;
}
