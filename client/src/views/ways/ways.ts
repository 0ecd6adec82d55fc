// What the server knows of all ways that the machine of an open inittab can go: asked when edits have settled, kept until
// the next answer, and given up with the next edit.

import { inittab, requests, type StatusQuestion, type WaysAnswer } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** A pause in typing, in milliseconds, after which the search begins. */
const settled = 1000;

/** The answers about open inittabs. */
export interface Ways extends vscode.Disposable {
  /** The last answer about a file, which may be about the text of a moment ago. */
  readonly last: (uri: vscode.Uri) => WaysAnswer | undefined;
  /** Asks now; undefined where there is no answer. */
  readonly ask: (uri: vscode.Uri, token: vscode.CancellationToken) => Promise<WaysAnswer | undefined>;
  /** There is another answer about this file, or none any more. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/** Keeps the answer about the active inittab up to date until disposed; `starting`: the server is not started for it. */
export function watchWays(
  starting: Promise<BaseLanguageClient | undefined>,
  client: () => Promise<BaseLanguageClient | undefined>,
): Ways {
  const answers = new Map<string, { readonly version: number; readonly answer: WaysAnswer }>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: vscode.CancellationTokenSource | undefined;
  const stop = () => {
    clearTimeout(timer);
    asking?.cancel();
    asking?.dispose();
    asking = undefined;
  };
  const ask: Ways["ask"] = async (uri, token) => {
    const it = await client();
    const document = openAt(uri);
    if (it?.isRunning() !== true || document === undefined) return undefined;
    const { version } = document;
    const question: StatusQuestion = { uri: uri.toString() };
    const answer = await it.sendRequest<WaysAnswer | null>(requests.verify, question, token);
    if (answer === null) answers.delete(uri.toString());
    else answers.set(uri.toString(), { version, answer });
    changed.fire(uri);
    return answer ?? undefined;
  };
  const soon = () => {
    stop();
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== inittab) return;
    if (answers.get(document.uri.toString())?.version === document.version) return;
    timer = setTimeout(() => {
      asking = new vscode.CancellationTokenSource();
      const { token } = asking;
      starting.then((it) => it && ask(document.uri, token)).catch(() => {});
    }, settled);
  };
  const isActive = (document: vscode.TextDocument) => document === vscode.window.activeTextEditor?.document;
  starting.then(soon);
  const listening = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidChangeTextDocument(({ document }) => isActive(document) && soon()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(inittab)) return;
      const known = [...answers.keys()];
      answers.clear();
      for (const uri of known) changed.fire(vscode.Uri.parse(uri));
      soon();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => answers.delete(uri.toString())),
  );
  return {
    last: (uri) => answers.get(uri.toString())?.answer,
    ask,
    onDidChange: changed.event,
    dispose: () => {
      stop();
      listening.dispose();
    },
  };
}

function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
