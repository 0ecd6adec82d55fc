// Scenario files: what was clicked together, written down, and read again. The command line plays the same files.

import { type ExportFormat, exportFormats, jsonText, mostNesting } from "@inittab/core";
import type { SimulationQuestion } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../../l10n.ts";
import { plainText } from "../../plain-text.ts";
import type { SimulationModel } from "./model.ts";
import { nameOf, type SimulationPanel } from "./panel.ts";
import { readScenarioText, type ScenarioText } from "./scenario-text.ts";
import type { SimulationServer } from "./server.ts";

/** The end of a scenario file's name, by which VS Code finds the schema. */
const suffix = ".inittab-scenario.json";

/** Writes the scenario of a panel, with the table, to a file that the user names, and opens it. */
export async function saveScenario(panel: SimulationPanel, server: SimulationServer): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    defaultUri: besideOf(panel.uri, `boot${suffix}`),
    filters: { [l10n.t("Inittab scenario")]: ["json"] },
    saveLabel: l10n.t("Save Scenario"),
  });
  if (target === undefined) return;
  const document = await vscode.workspace.openTextDocument(panel.uri);
  const { scenario: clicked, booted } = panel.model;
  const question: SimulationQuestion = {
    uri: panel.uri.toString(),
    scenario: clicked,
    ...(booted && { booted }),
  };
  const answer = await server.simulate({ ...question, only: "moment" });
  const scenario = {
    name: nameOf(panel.uri),
    inittab: booted?.text ?? document.getText(),
    ...(answer?.scenario ?? clicked),
  };
  await write(target, `${jsonText(scenario, 2)}\n`, panel);
}

/** Reads a scenario that the user chooses, and plays it with the table of the panel. */
export async function openScenario(panel: SimulationPanel): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      defaultUri: besideOf(panel.uri, ""),
      filters: { [l10n.t("Inittab scenario")]: ["json"] },
      openLabel: l10n.t("Play Scenario"),
    })) ?? [];
  if (file === undefined) return;
  const model = await readScenario(file, panel.editorColumn);
  if (model !== undefined) panel.play(model);
}

/** The scenario in a file as a model, whose table is that of the editor; informs the user if it is not a scenario. */
async function readScenario(
  file: vscode.Uri,
  column: vscode.ViewColumn,
): Promise<SimulationModel | undefined> {
  const document = await vscode.workspace.openTextDocument(file);
  const read = readScenarioText(document.getText());
  if (read.kind === "scenario") return { scenario: read.scenario, cursor: 0 };
  const show = l10n.t("Open File");
  const message = l10n.t("{0} cannot be played: {1}", nameOf(file), obstacle(read));
  if ((await vscode.window.showErrorMessage(plainText(message), show)) === show)
    await vscode.window.showTextDocument(document, { viewColumn: column });
  return undefined;
}

/** Why a text is not a scenario, in a few words. */
function obstacle(read: Exclude<ScenarioText, { readonly kind: "scenario" }>): string {
  switch (read.kind) {
    case "too-deep":
      return l10n.t("brackets are nested more than {0} deep", mostNesting);
    case "no-object":
      return l10n.t("it is not a JSON object");
    case "no-json":
      return read.why;
  }
}

/** Writes the simulation as a picture, a trace or a report, in the format that the user picks, and opens it. */
export async function exportSimulation(panel: SimulationPanel, server: SimulationServer): Promise<void> {
  const words: Readonly<Record<ExportFormat, vscode.QuickPickItem>> = {
    svg: { label: "SVG", detail: l10n.t("The timeline as a picture") },
    json: { label: "JSON", detail: l10n.t("The trace, as the command line prints it") },
    md: { label: "Markdown", detail: l10n.t("What happens, and how each entry fares, as tables") },
  };
  const formats = exportFormats.map((format) => ({ ...words[format], format }));
  const placeHolder = l10n.t("In which format?");
  const picked = await vscode.window.showQuickPick(formats, { placeHolder });
  if (picked === undefined) return;
  const { format } = picked;
  const target = await vscode.window.showSaveDialog({
    defaultUri: besideOf(panel.uri, `simulation.${format}`),
    filters: { [picked.label]: [format] },
  });
  if (target === undefined) return;
  const { scenario } = panel.model;
  const text = await server.render({ uri: panel.uri.toString(), scenario, format });
  if (text === undefined) await vscode.window.showErrorMessage(l10n.t("There is nothing to export."));
  else await write(target, text, panel);
}

function besideOf(uri: vscode.Uri, name: string): vscode.Uri {
  if (uri.scheme === "untitled")
    return vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? uri, name);
  return vscode.Uri.joinPath(uri, "..", name);
}

/** Writes a file and opens it beside the view, not on top of it. */
async function write(file: vscode.Uri, text: string, panel: SimulationPanel): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(file, { viewColumn: panel.editorColumn, preview: false });
}
