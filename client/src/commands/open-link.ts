// Links that hold a text, as the playground makes them: `vscode://PUBLISHER.inittab/open#STATE`. VS Code asks the user
// before it hands a link over, unless that was turned off for the extension. What is in one becomes documents that are not
// saved; nothing else is done with it.

import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../l10n.ts";
import { readFragment } from "../playground/fragment.ts";
import type { FileState } from "../playground/state.ts";

/** Opens the texts of links. */
export function openLinks(): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: async ({ path, fragment }) => {
      const state = path === "/open" ? await readFragment(fragment) : undefined;
      if (state === undefined)
        await vscode.window.showErrorMessage(l10n.t("The link holds no text that Inittab can read."));
      for (const [index, file] of (state?.files ?? []).entries()) await show(file, index === 0);
    },
  });
}

/** Two files stand side by side, as they do in the playground. */
async function show({ path, text }: FileState, isFirst: boolean): Promise<void> {
  const language = /(?:^|\/)(?:init\.d|rc[0-9S]\.d)\//.test(path) ? "shellscript" : inittab;
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  const viewColumn = isFirst ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(document, { preview: false, viewColumn });
}
