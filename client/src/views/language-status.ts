// The language status item: which init the file is read for, and where it would boot to.

import { inittab, requests, type Status, type StatusQuestion } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { selectDialectCommand } from "../commands/select-dialect.ts";
import { l10n } from "../l10n.ts";
import { plainText } from "../plain-text.ts";

/** A pause in typing, in milliseconds, after which the status is asked for again. */
const pause = 300;

/** Shows the status of the active inittab and keeps it up to date until disposed. */
export function showStatus(starting: Promise<BaseLanguageClient | undefined>): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("inittab.dialect", { language: inittab });
  item.name = l10n.t("Init dialect");
  item.text = "Inittab";
  item.busy = true;
  item.command = { command: selectDialectCommand, title: l10n.t("Change") };

  // The language status is behind braces until somebody opens it; which init it is must be seen at once.
  const bar = vscode.window.createStatusBarItem("inittab.init", vscode.StatusBarAlignment.Right, 100);
  bar.name = l10n.t("Init dialect");
  bar.command = selectDialectCommand;

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const refresh = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const client = await starting;
    if (document?.languageId !== inittab || !client?.isRunning()) {
      bar.hide();
      return;
    }
    const question = ++asked;
    const status = await client.sendRequest<Status | null>(requests.status, {
      uri: document.uri.toString(),
    } satisfies StatusQuestion);
    // An answer that was overtaken by a newer question is dropped.
    if (status === null || question !== asked) return;
    item.busy = false;
    item.text = titleOf(status);
    item.detail = detailOf(status);
    bar.text = nameOf(status);
    bar.tooltip = plainText(`${titleOf(status)}, ${detailOf(status)}`);
    bar.show();
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
    bar,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidChangeTextDocument((event) => changed(event.document)),
    vscode.workspace.onDidOpenTextDocument(changed),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(inittab)) soon();
    }),
  );
}

function nameOf({ title, version }: Status): string {
  return version === null ? title : `${title} ${version}`;
}

function titleOf(status: Status): string {
  const init = nameOf(status);
  if (status.defaultRunlevel === null) return init;
  return l10n.t("{0}, runlevel {1}", init, status.defaultRunlevel);
}

function detailOf(status: Status): string {
  if (status.from === "settings") return l10n.t("by your settings");
  return plainText(l10n.t("because {0}", status.because));
}
