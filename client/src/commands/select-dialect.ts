// The command that lets the user say which init reads a file: for the folder, for this file alone, or for a pattern.

import { commands, type DialectQuestion, inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../l10n.ts";

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

/** A dialect to choose, or another place where the choice is kept. */
interface Choice extends vscode.QuickPickItem {
  readonly place?: Place;
}

/** Where a choice is kept: in the file, in a pattern's setting, or in `inittab.dialect`. */
type Place = "file" | "pattern" | "settings";

/** The command, as the manifest has it. */
export const selectDialectCommand = "inittab.selectDialect";

/** Registers the command. */
export function registerDialectCommand(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand(selectDialectCommand, async () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const choices = dialectChoices(context.extension.packageJSON, uri);
    const placeHolder = l10n.t("Which init reads these files?");
    const dialect = (await vscode.window.showQuickPick(choices, { placeHolder }))?.label;
    if (dialect === undefined) return;
    if (uri === undefined) return keepInSettings(dialect, uri);
    // A file that names its dialect would not mind a setting, so its comment is changed instead.
    if (await writeIntoFile(uri, dialect, true)) return;
    const place = await vscode.window.showQuickPick(placeChoices(uri), {
      placeHolder: l10n.t("Where is {0} kept?", dialect),
    });
    switch (place?.place) {
      case "file":
        await writeIntoFile(uri, dialect, false);
        break;
      case "pattern":
        await keepForPattern(uri, dialect);
        break;
      case "settings":
        await keepInSettings(dialect, uri);
        break;
      case undefined:
        break;
    }
  });
}

function dialectChoices(manifest: Manifest, uri: vscode.Uri | undefined): readonly Choice[] {
  const current = vscode.workspace.getConfiguration(inittab, uri).get<string>("dialect");
  const setting = manifest.contributes.configuration.properties["inittab.dialect"];
  return setting.enum.map((label, index) => ({
    label,
    description: label === current ? l10n.t("current") : "",
    detail: setting.enumDescriptions[index] ?? "",
  }));
}

/** The nearest place comes first: what is written there is about no other file. */
function placeChoices(uri: vscode.Uri): readonly Choice[] {
  const isOfFolder = target(uri) !== vscode.ConfigurationTarget.Global;
  return [
    {
      label: l10n.t("In this file"),
      detail: l10n.t("As a comment, which init ignores; everyone who has the file has it too."),
      place: "file",
    },
    {
      label: l10n.t("For a folder…"),
      detail: l10n.t("In the setting inittab.dialects, for all files below the folder."),
      place: "pattern",
    },
    {
      label: isOfFolder
        ? l10n.t("For all inittabs of this workspace")
        : l10n.t("For all inittabs that you open"),
      detail: isOfFolder
        ? l10n.t("In the setting inittab.dialect of the workspace.")
        : l10n.t("In your own setting inittab.dialect."),
      place: "settings",
    },
  ];
}

async function keepInSettings(dialect: string, uri: vscode.Uri | undefined): Promise<void> {
  await vscode.workspace.getConfiguration(inittab, uri).update("dialect", dialect, target(uri));
}

/** Lets the server write the comment, for it knows what a comment is; answers whether the file says it now. */
async function writeIntoFile(uri: vscode.Uri, dialect: string, onlyIfNamed: boolean): Promise<boolean> {
  const question: DialectQuestion = { uri: uri.toString(), dialect, onlyIfNamed };
  try {
    return (await vscode.commands.executeCommand(commands.writeDialect, question)) === true;
  } catch {
    // Without a server the settings are all that there is.
    return false;
  }
}

async function keepForPattern(uri: vscode.Uri, dialect: string): Promise<void> {
  const folder = vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, ".."), false);
  const pattern = await vscode.window.showInputBox({
    title: l10n.t("For which files?"),
    prompt: l10n.t("A pattern such as board/** that begins at any folder."),
    value: `${folder}/**`,
  });
  if (pattern === undefined || pattern.trim() === "") return;
  const settings = vscode.workspace.getConfiguration(inittab, uri);
  const { [pattern]: _, ...others } = settings.get<Readonly<Record<string, string>>>("dialects") ?? {};
  const patterns = dialect === "auto" ? others : { ...others, [pattern]: dialect };
  await settings.update("dialects", patterns, target(uri));
}

/** The nearest place where a setting can be kept. */
function target(uri: vscode.Uri | undefined): vscode.ConfigurationTarget {
  if (uri !== undefined && vscode.workspace.getWorkspaceFolder(uri) !== undefined)
    return vscode.ConfigurationTarget.WorkspaceFolder;
  return vscode.workspace.workspaceFile === undefined
    ? vscode.ConfigurationTarget.Global
    : vscode.ConfigurationTarget.Workspace;
}
