// The language status item: which init the file is read for, and where it would boot to.

import { inittab, requests, type Status, type StatusQuestion } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { selectDialectCommand } from "../commands/select-dialect.ts";
import { plainText } from "../plain-text.ts";

/** A pause in typing, in milliseconds, after which the status is asked for again. */
const pause = 300;

/** Shows the status of the active inittab and keeps it up to date until disposed. */
export function showStatus(starting: Promise<BaseLanguageClient | undefined>): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("inittab.dialect", { language: inittab });
  item.name = vscode.l10n.t("Init dialect");
  item.text = "Inittab";
  item.busy = true;
  item.command = { command: selectDialectCommand, title: vscode.l10n.t("Change") };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const refresh = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const client = await starting;
    if (document?.languageId !== inittab || !client?.isRunning()) return;
    const question = ++asked;
    const status = await client.sendRequest<Status | null>(requests.status, {
      uri: document.uri.toString(),
    } satisfies StatusQuestion);
    // An answer that was overtaken by a newer question is dropped.
    if (status === null || question !== asked) return;
    item.busy = false;
    item.text = titleOf(status);
    item.detail = detailOf(status);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh().catch(() => {}), pause);
  };

  const changed = (document: vscode.TextDocument) => {
    if (document === vscode.window.activeTextEditor?.document) soon();
  };
  starting.then((client) => {
    client?.onDidChangeState(soon);
    if (client === undefined) item.busy = false;
    soon();
  });
  return vscode.Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidChangeTextDocument((event) => changed(event.document)),
    vscode.workspace.onDidOpenTextDocument(changed),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(inittab)) soon();
    }),
  );
}

function titleOf(status: Status): string {
  const init = status.version === null ? status.dialect : `${status.dialect} ${status.version}`;
  if (status.defaultRunlevel === null) return init;
  return vscode.l10n.t("{0}, runlevel {1}", init, status.defaultRunlevel);
}

function detailOf(status: Status): string {
  if (status.from === "settings") return vscode.l10n.t("by your settings");
  return plainText(vscode.l10n.t("because {0}", status.because));
}
