// A notice where the inittab of a machine that runs is saved and some sequence of events locks everybody out there. It holds
// nothing up, and says the same once.

import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../../l10n.ts";
import { plainText } from "../../plain-text.ts";
import { verifyCommand } from "./lenses.ts";
import { isLive } from "./live.ts";
import type { Ways } from "./ways.ts";

/** Below `inittab`, as the manifest has it. */
const setting = "lockoutNotice";

/** Says so when such a file is saved. */
export function registerSaveNotice(ways: Ways): vscode.Disposable {
  const said = new Map<string, string>();
  /** The user wants no notices, and the setting for it is being written. */
  let isTurningOff = false;
  const notice = async ({ uri }: vscode.TextDocument): Promise<void> => {
    const asking = new vscode.CancellationTokenSource();
    const answer = await ways.ask(uri, asking.token).catch(() => undefined);
    asking.dispose();
    const found = answer?.findings.find(
      ({ severity, question }) => severity === "warning" && question === "login",
    );
    const text = found && plainText(found.text);
    if (text === undefined) said.delete(uri.path);
    if (text === undefined || said.get(uri.path) === text) return;
    said.set(uri.path, text);
    const [show, off] = [l10n.t("Show All Ways"), l10n.t("Do Not Warn")];
    const chosen = await vscode.window.showWarningMessage(
      l10n.t("{0} of a running machine can lock you out: {1}", uri.path, text),
      show,
      off,
    );
    if (chosen === show) await vscode.commands.executeCommand(verifyCommand, uri);
    else if (chosen === off) {
      isTurningOff = true;
      await configuration().update(setting, false, vscode.ConfigurationTarget.Global);
      isTurningOff = false;
    }
  };
  return vscode.workspace.onWillSaveTextDocument(({ document }) => {
    if (document.languageId !== inittab || !isLive(document.uri)) return;
    if (!isTurningOff && configuration().get<unknown>(setting) !== false) void notice(document);
  });
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(inittab);
}
