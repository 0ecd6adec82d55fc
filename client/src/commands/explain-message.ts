// The command that explains a message of init, or the lines of a log, from the selection or the clipboard.

import { commands, inittab, type MessageQuestion } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../l10n.ts";

/** The command, as the manifest has it; the server's own has another name. */
const explainMessageCommand = "inittab.explainInitMessage";

/** The command that the links of hovers call, which is not in any menu. */
export const showTopicCommand = "inittab.showTopic";

/** Of the pages that are shown as a preview. */
const scheme = "inittab-message";

/** Registers the command; `start` resolves once the server can be asked. */
export function registerMessageCommand(start: () => Promise<unknown>): vscode.Disposable {
  const pages = new Map<string, string>();
  let shown = 0;
  const show = async (page: string, name: string): Promise<void> => {
    const uri = vscode.Uri.from({ scheme, path: `/${name} ${++shown}.md` });
    pages.set(uri.toString(), page);
    try {
      await vscode.commands.executeCommand("markdown.showPreview", uri);
    } catch {
      // An editor without the built-in preview shows the text.
      await vscode.window.showTextDocument(uri);
    }
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => pages.get(uri.toString()),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => pages.delete(uri.toString())),
    vscode.commands.registerCommand(showTopicCommand, async (question: unknown) => {
      await start();
      const page: unknown = await vscode.commands.executeCommand(commands.explainTopic, question);
      if (typeof page === "string") await show(page, l10n.t("Manual"));
    }),
    vscode.commands.registerCommand(explainMessageCommand, async () => {
      const message = await askedMessage();
      if (message === undefined) return;
      await start();
      const question: MessageQuestion = { message, ...inittabAtHand() };
      const page: unknown = await vscode.commands.executeCommand(commands.explainMessage, question);
      if (typeof page === "string") await show(page, l10n.t("Init Message"));
      else void vscode.window.showInformationMessage(l10n.t("No message of init is known in this text."));
    }),
  );
}

/** What is selected; else what the user makes of the clipboard. */
async function askedMessage(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? "";
  if (selected.trim() !== "") return selected;
  const copied = (await vscode.env.clipboard.readText()).trim();
  if (copied.includes("\n")) return copied;
  const given = await vscode.window.showInputBox({
    title: l10n.t("Explain Init Message"),
    prompt: l10n.t("A message from the console or a log."),
    placeHolder: 'INIT: Id "s0" respawning too fast: disabled for 5 minutes',
    value: copied.length > 500 ? "" : copied,
  });
  return given === undefined || given.trim() === "" ? undefined : given;
}

/** The inittab that is looked at, in which the server names the record. */
function inittabAtHand(): Pick<MessageQuestion, "uri"> {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const document = editors.find((editor) => editor?.document.languageId === inittab)?.document;
  return document === undefined ? {} : { uri: document.uri.toString() };
}
