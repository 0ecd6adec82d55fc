// The commands of the simulation, the lenses that call them, and the views that come back with the window.

import { commands, inittab } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isObject } from "../../is-object.ts";
import { l10n } from "../../l10n.ts";
import { plainText } from "../../plain-text.ts";
import { playCommand } from "../ways/findings.ts";
import type { Head } from "../ways/head.ts";
import { reloadCommand } from "../ways/lenses.ts";
import type { PageCommand } from "./messages.ts";
import { modelOfWay, readModel } from "./model.ts";
import { OpenPanels } from "./open-panels.ts";
import { type SimulationPanel, viewType } from "./panel.ts";
import { playBoot, playChange, playPicked, playReload, type Simulations } from "./play.ts";
import { registerRunlevelsTree } from "./runlevels-tree.ts";
import { exportSimulation, openScenario, saveScenario } from "./scenario-file.ts";
import { simulationServer } from "./server.ts";

/** A time of the run of a file. */
export interface ShownTime {
  readonly uri: vscode.Uri;
  readonly seconds: number;
}

/** The views of simulations, once they are registered. */
export interface RegisteredSimulation {
  readonly registered: vscode.Disposable;
  /** Moves the view of a file to a time, where it is open. */
  readonly showTime: (time: ShownTime) => void;
  /** The user looks at another time in a view. */
  readonly onTime: vscode.Event<ShownTime>;
}

/** Registers everything about simulations. `client` starts the server if need be; `started` only reports that it has started. */
export function registerSimulation(
  context: vscode.ExtensionContext,
  client: () => Promise<BaseLanguageClient | undefined>,
  started: Promise<BaseLanguageClient | undefined>,
  head: Head,
): RegisteredSimulation {
  const { extensionUri } = context;
  const server = simulationServer(client);
  const cursor = new vscode.EventEmitter<ShownTime>();
  const panels = new OpenPanels({
    extensionUri,
    server,
    onCursor: (uri, seconds) => cursor.fire({ uri, seconds }),
    run: (command, panel) => runPageCommand(simulations, command, panel),
  });
  const simulations: Simulations = { server, panels, head };
  const registered = vscode.Disposable.from(
    panels,
    cursor,
    ...registerCommands(simulations),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (webviewPanel, state: unknown) =>
        restorePanel(panels, webviewPanel, state),
    }),
    registerRunlevelsTree(server, started),
  );
  return {
    registered,
    showTime: ({ uri, seconds }) => panels.find(uri)?.showTime(seconds),
    onTime: cursor.event,
  };
}

function registerCommands(simulations: Simulations): readonly vscode.Disposable[] {
  const { panels } = simulations;
  const register = vscode.commands.registerCommand;
  const ofFile = (name: string, work: (uri: vscode.Uri, more: unknown) => Promise<void>) =>
    register(name, (uri?: unknown, more?: unknown) => withFile(panels, uri, (file) => work(file, more)));
  const ofPanel = (name: string, command: PageCommand) =>
    register(name, (uri?: unknown) =>
      withPanel(panels, uri, (panel) => runPageCommand(simulations, command, panel)),
    );
  return [
    ofFile("inittab.simulateBoot", (uri) => playBoot(simulations, uri)),
    ofFile("inittab.simulateRunlevel", (uri, level) =>
      typeof level === "string" ? playBoot(simulations, uri, level) : playPicked(simulations, uri),
    ),
    ofFile("inittab.compareRunlevels", (uri) => playChange(simulations, uri)),
    ofFile(reloadCommand, (uri) => playReload(simulations, uri)),
    // For findings about all ways.
    ofFile(playCommand, (uri, scenario) => panels.play(uri, modelOfWay(scenario))),
    ofPanel("inittab.exportSimulation", "export"),
    ofPanel("inittab.saveScenario", "save"),
    ofPanel("inittab.openScenario", "open"),
  ];
}

/** Puts the view in the place of the answer that other editors get from a lens. */
export function lensesForView(lenses: readonly vscode.CodeLens[]): vscode.CodeLens[] {
  return lenses.map((lens) => {
    const [question] = lens.command?.arguments ?? [];
    const { uri, level } = isObject(question) ? question : {};
    if (lens.command?.command !== commands.simulate || uri === undefined) return lens;
    const command = level === undefined ? "inittab.simulateBoot" : "inittab.simulateRunlevel";
    const title = `$(play) ${lens.command.title}`;
    return new vscode.CodeLens(lens.range, { title, command, arguments: [uri, level] });
  });
}

/** Carries out what a button of a view asks for; shows the user why if it fails. */
async function runPageCommand(
  simulations: Simulations,
  command: PageCommand,
  panel: SimulationPanel,
): Promise<void> {
  try {
    switch (command) {
      case "save":
        await saveScenario(panel, simulations.server);
        break;
      case "open":
        await openScenario(panel);
        break;
      case "export":
        await exportSimulation(panel, simulations.server);
        break;
      case "compare":
        await playChange(simulations, panel.uri);
        break;
    }
  } catch (error) {
    await vscode.window.showErrorMessage(plainText(error instanceof Error ? error.message : String(error)));
  }
}

/** Fills a panel that was open when the window was left. */
function restorePanel(panels: OpenPanels, webviewPanel: vscode.WebviewPanel, state: unknown): void {
  const { uri, model } = isObject(state) ? state : {};
  if (typeof uri === "string") panels.adopt(vscode.Uri.parse(uri), webviewPanel).play(readModel(model));
  else webviewPanel.dispose();
}

/** For commands that are about a view: that of the file, or the one that was used last. */
async function withPanel(
  panels: OpenPanels,
  uri: unknown,
  work: (panel: SimulationPanel) => Promise<void>,
): Promise<void> {
  const file = fileOf(uri);
  const panel = (file && panels.find(file)) ?? panels.latest ?? (file && (await panels.open(file)));
  if (panel === undefined) await tellNothingOpen();
  else await work(panel);
}

/** For commands that are about a file. */
async function withFile(
  panels: OpenPanels,
  uri: unknown,
  work: (file: vscode.Uri) => Promise<void>,
): Promise<void> {
  const file = fileOf(uri) ?? panels.latest?.uri ?? openFile();
  if (file === undefined) await tellNothingOpen();
  else await work(file);
}

/** The file that a command is called for: named by a menu, or that of the active editor. */
function fileOf(uri: unknown): vscode.Uri | undefined {
  if (uri instanceof vscode.Uri) return uri;
  // A lens of the server has it as a text.
  if (typeof uri === "string") return vscode.Uri.parse(uri);
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === inittab ? document.uri : undefined;
}

/** The file that is open, for the walkthrough, whose buttons know of no file. */
function openFile(): vscode.Uri | undefined {
  if (vscode.window.activeTextEditor !== undefined) return undefined;
  return vscode.workspace.textDocuments.findLast(({ languageId }) => languageId === inittab)?.uri;
}

async function tellNothingOpen(): Promise<void> {
  await vscode.window.showInformationMessage(l10n.t("Open an inittab first."));
}
