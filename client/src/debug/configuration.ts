// What is debugged where the user has written no launch configuration, or left out what is plain.

import { inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../l10n.ts";

/** Fills in what a launch configuration leaves out: without any, the boot of the inittab in the active editor. */
export const configurationProvider: vscode.DebugConfigurationProvider = {
  resolveDebugConfiguration: (_, configuration) => {
    const document = vscode.window.activeTextEditor?.document;
    const own = document?.languageId === inittab ? addressOf(document.uri) : undefined;
    const program: unknown = configuration["program"] ?? own;
    if (typeof program !== "string") {
      void vscode.window.showInformationMessage(l10n.t("Open an inittab to debug its boot."));
      // Nothing is debugged, and no launch.json is offered.
      return undefined;
    }
    const name =
      configuration.name === undefined || configuration.name === "" ? usualName() : configuration.name;
    return { ...configuration, type: inittab, request: "launch", name, program };
  },
  provideDebugConfigurations: () => [
    { type: inittab, request: "launch", name: usualName(), program: currentFile },
  ],
};

/** What launch.json calls the file in the active editor. */
const currentFile = `$\{file}`;

function usualName(): string {
  return l10n.t("Debug the boot");
}

/** A path where there is one, as `${file}` has it; files that are nowhere on the disk have an address. */
export function addressOf(uri: vscode.Uri): string {
  return uri.scheme === "file" ? uri.fsPath : uri.toString();
}
