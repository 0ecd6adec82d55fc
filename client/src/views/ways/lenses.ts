// The lenses above the first line: what all ways come to, and what the running init would do with an unsaved text.

import { inittab, type WaysAnswer } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { chosenLanguage, l10n } from "../../l10n.ts";
import { textBefore } from "./before.ts";
import type { Head } from "./head.ts";
import type { Ways } from "./ways.ts";

/** Shows all ways; as the manifest has it. */
export const verifyCommand = "inittab.verifyAllWays";

/** Plays what the running init does with the text; as the manifest has it. */
export const reloadCommand = "inittab.previewReload";

/** Offers both lenses. */
export function registerWaysLenses(ways: Ways, head: Head): vscode.Disposable {
  const top = new vscode.Range(0, 0, 0, 0);
  const changed = new vscode.EventEmitter<void>();
  const lens = (title: string, command: string, { uri }: vscode.TextDocument) =>
    new vscode.CodeLens(top, { title, command, arguments: [uri] });
  return vscode.Disposable.from(
    changed,
    ways.onDidChange(() => changed.fire()),
    head.onDidMove(() => changed.fire()),
    // A saved text is that of the file again.
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => languageId === inittab && changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { language: inittab },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: async (document) => {
          const answer = ways.last(document.uri);
          if (answer === undefined) return [];
          const about = lens(titleOf(answer), verifyCommand, document);
          const before = answer.reload === "" ? undefined : await textBefore(document, head);
          if (before === undefined) return [about];
          const title =
            before.from === "file"
              ? l10n.t("What would {0} do?", answer.reload)
              : l10n.t("What would {0} do after the last commit?", answer.reload);
          return [about, lens(title, reloadCommand, document)];
        },
      },
    ),
  );
}

function titleOf({ findings, exhausted, states }: WaysAnswer): string {
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const count = states.toLocaleString(chosenLanguage() ?? vscode.env.language);
  if (warnings.some(({ question }) => question === "login"))
    return `$(warning) ${l10n.t("can lock you out: show")}`;
  if (warnings.length > 0)
    return `$(warning) ${l10n.t("{0} warnings about all ways: show", warnings.length)}`;
  return exhausted
    ? `$(pass) ${l10n.t("no lock-out in {0} states", count)}`
    : `$(pass) ${l10n.t("no lock-out in the first {0} states", count)}`;
}
