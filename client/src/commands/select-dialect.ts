import * as vscode from "vscode";
import { inittab } from "../names.ts";

/** The part of the manifest that the command reads: the values of `inittab.dialect` and what they mean. */
interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly "inittab.dialect": {
          readonly enum: readonly string[];
          readonly enumDescriptions: readonly string[];
        };
      };
    };
  };
}

/** Registers the command that lets the user say which init reads the files of this folder. */
export function registerDialectCommand(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand("inittab.selectDialect", async () => {
    const manifest: Manifest = context.extension.packageJSON;
    const uri = vscode.window.activeTextEditor?.document.uri;
    const settings = vscode.workspace.getConfiguration(inittab, uri);
    const current = settings.get<string>("dialect");
    const setting = manifest.contributes.configuration.properties["inittab.dialect"];
    const picked = await vscode.window.showQuickPick(
      setting.enum.map((label, index) => ({
        label,
        description: label === current ? vscode.l10n.t("current") : "",
        detail: setting.enumDescriptions[index] ?? "",
      })),
      { placeHolder: vscode.l10n.t("Which init reads these files?") },
    );
    if (picked !== undefined) await settings.update("dialect", picked.label, target(uri));
  });
}

/** The nearest place where the setting can be kept. */
function target(uri: vscode.Uri | undefined): vscode.ConfigurationTarget {
  if (uri !== undefined && vscode.workspace.getWorkspaceFolder(uri) !== undefined)
    return vscode.ConfigurationTarget.WorkspaceFolder;
  return vscode.workspace.workspaceFile === undefined
    ? vscode.ConfigurationTarget.Global
    : vscode.ConfigurationTarget.Workspace;
}
