// Which documents the extension is about: the one place to add to when the server learns of other files. What wakes the
// extension stands in the manifest; it may be woken too early, but the server starts with the first of these documents.

import { isInitScript, isRecipePath, projectFileName, speaksOfInitScripts } from "@inittab/core";
import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";

/** What other extensions call recipes. */
const bitbake = "bitbake";

/**
 * For the language client. Any scheme: files of virtual workspaces and unsaved ones are read as well. Any shell script
 * can become an init script by its header, so that the server hears of all of them once it runs. Recipes keep the language
 * that another extension gives them, or none; many other files end in `.inc`.
 */
export const servedDocuments: ({ language: string } | { language?: string; pattern: string })[] = [
  { language: inittab },
  { language: "shellscript" },
  // Messages of init in a log are explained, once the server runs.
  { language: "log" },
  { language: bitbake },
  { pattern: "**/*.{bb,bbappend}" },
  // The settings of a repository.
  { pattern: `**/${projectFileName}` },
  { language: "plaintext", pattern: "**/*.inc" },
];

/** The settings of a service of OpenRC. */
const ofService = /\/etc\/conf\.d\/[^/]+$/;

function isServed(document: vscode.TextDocument): boolean {
  if (document.uri.path.endsWith(`/${projectFileName}`)) return true;
  if (document.languageId === inittab) return true;
  if (document.languageId === bitbake || isRecipePath(document.uri.path))
    return speaksOfInitScripts(document.getText());
  if (document.languageId !== "shellscript") return false;
  return ofService.test(document.uri.path) || isInitScript(document.uri.path, document.getText());
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
