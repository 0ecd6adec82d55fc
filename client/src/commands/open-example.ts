import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";

/** Registers the command that opens an example, for those who have no inittab at hand: unsaved, so that nothing is touched. */
export function registerExampleCommand(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand("inittab.openExample", async () => {
    const file = vscode.Uri.joinPath(context.extensionUri, "test-fixtures/systems/debian/etc/inittab");
    const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const document = await vscode.workspace.openTextDocument({ language: inittab, content });
    await vscode.window.showTextDocument(document, { preview: false });
  });
}
