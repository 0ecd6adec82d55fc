// The language status item of init scripts: whose manner they are read in, and why. It is there for the scripts themselves
// and for an inittab with a system around it.

import { type FamilyStatus, inittab, requests, type StatusQuestion } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { l10n } from "../l10n.ts";
import { plainText } from "../plain-text.ts";

/** A pause in typing, in milliseconds, after which the family is asked for again. */
const pause = 300;

/** The setting that says which family it is. */
const setting = "inittab.initScripts.family";

/** Languages of documents that may have a family. */
const languages: ReadonlySet<string> = new Set([inittab, "shellscript"]);

/** Shows the family of what is active and keeps it up to date until disposed. */
export function showFamily(starting: Promise<BaseLanguageClient | undefined>): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const show = (status: FamilyStatus | null, language: string) => {
    item?.dispose();
    item = undefined;
    // Of a script that belongs to no family the check says all that is true everywhere, and there is nothing to show.
    if (status === null || status.families.length === 0) return;
    item = vscode.languages.createLanguageStatusItem("inittab.family", { language });
    item.name = l10n.t("Family of init scripts");
    item.text = plainText(l10n.t("Init scripts: {0}", status.families.join(", ")));
    item.detail = detailOf(status);
    item.command = {
      command: "workbench.action.openSettings",
      title: l10n.t("Change"),
      arguments: [setting],
    };
  };
  const refresh = async () => {
    const client = await starting;
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !languages.has(document.languageId) || !client?.isRunning()) return;
    const question = ++asked;
    const status = await client.sendRequest<FamilyStatus | null>(requests.family, {
      uri: document.uri.toString(),
    } satisfies StatusQuestion);
    // An answer that was overtaken by a newer question is dropped.
    if (question === asked) show(status, document.languageId);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh().catch(() => {}), pause);
  };
  const changed = (document: vscode.TextDocument) => {
    if (document === vscode.window.activeTextEditor?.document) soon();
  };
  void starting.then((client) => {
    client?.onDidChangeState(soon);
    soon();
  });
  return vscode.Disposable.from(
    { dispose: () => item?.dispose() },
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidChangeTextDocument((event) => changed(event.document)),
    vscode.workspace.onDidOpenTextDocument(changed),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(inittab)) soon();
    }),
  );
}

function detailOf({ from, because }: FamilyStatus): string {
  if (from === "comment") return l10n.t("as a comment says");
  if (from === "request") return l10n.t("by your settings");
  return plainText(l10n.t("because {0}", because));
}
