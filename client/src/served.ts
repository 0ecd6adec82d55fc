// Which documents the extension is about: the one place to add to when the server learns of other files. What wakes the
// extension stands in the manifest; it may be woken too early, but the server starts with the first of these documents.

import * as vscode from "vscode";
import { inittab } from "./names.ts";

/** For the language client. Any scheme: files of virtual workspaces and unsaved ones are read as well. */
export const servedDocuments: { readonly language: string; readonly pattern?: string }[] = [
  { language: inittab },
];

/** Calls back once a document is open that the server has something to say about; at once if there is one. */
export function onFirstServedDocument(listener: () => void): vscode.Disposable {
  const isServed = (document: vscode.TextDocument) => vscode.languages.match(servedDocuments, document) > 0;
  if (vscode.workspace.textDocuments.some(isServed)) {
    listener();
    return new vscode.Disposable(() => {});
  }
  const listening = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isServed(document)) return;
    listening.dispose();
    listener();
  });
  return listening;
}
