// The commands of the simulation, and the panels that they open.

import type { LevelChoice } from "@inittab/core";
import { commands, inittab, type SimulationAnswer } from "@inittab/server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { emptyModel, happen, readModel, type SimulationModel } from "./model.ts";
import { wordsOf } from "./offer-words.ts";
import { nameOf, type PanelHost, SimulationPanel, viewType } from "./panel.ts";
import { registerRunlevelsTree } from "./runlevels-tree.ts";
import { exportSimulation, openScenario, saveScenario } from "./scenario-file.ts";
import { simulationServer } from "./server.ts";

/** Registers everything about simulations. `client` starts the server if need be; `started` only tells that it has. */
export function registerSimulation(
  context: vscode.ExtensionContext,
  client: () => Promise<BaseLanguageClient | undefined>,
  started: Promise<BaseLanguageClient | undefined>,
): vscode.Disposable {
  const server = simulationServer(client);
  const panels = new Map<string, SimulationPanel>();
  let latest: SimulationPanel | undefined;

  const host: PanelHost = {
    extensionUri: context.extensionUri,
    server,
    run: async (command, panel) => {
      try {
        switch (command) {
          case "save":
            await saveScenario(panel, server);
            break;
          case "open":
            await openScenario(panel);
            break;
          case "export":
            await exportSimulation(panel, server);
            break;
          case "compare":
            await compare(panel.uri);
            break;
        }
      } catch (error) {
        await vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    },
    onClosed: (panel) => {
      panels.delete(panel.uri.toString());
      if (latest === panel) latest = undefined;
    },
  };

  const panelOf = async (uri: vscode.Uri): Promise<SimulationPanel> => {
    const known = panels.get(uri.toString());
    known?.reveal();
    if (known !== undefined) return known;
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    // A preview would give way to the next file, and the simulation would lose what it is about.
    await vscode.window.showTextDocument(uri, {
      preview: false,
      ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    });
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { retainContextWhenHidden: true };
    return adopt(uri, vscode.window.createWebviewPanel(viewType, "Inittab", column, options));
  };
  const adopt = (uri: vscode.Uri, webviewPanel: vscode.WebviewPanel) => {
    webviewPanel.iconPath = vscode.Uri.joinPath(context.extensionUri, "docs/images/icon.png");
    const panel = new SimulationPanel(host, uri, webviewPanel);
    panels.set(uri.toString(), panel);
    latest = panel;
    return panel;
  };

  const play = async (uri: vscode.Uri, model: SimulationModel) => {
    const panel = await panelOf(uri);
    latest = panel;
    panel.play(model);
  };

  /** A boot of the file; tells the user where there is no machine for it. */
  const bootOf = async (uri: vscode.Uri): Promise<SimulationAnswer | undefined> => {
    await vscode.workspace.openTextDocument(uri);
    const answer = await server.simulate({ uri: uri.toString() });
    // Without an answer the view says why, and goes on when there is one.
    if (answer === undefined || answer.offers !== null) return answer;
    const why = answer.problems.find(({ path }) => path[0] === "inittab")?.message ?? answer.summary;
    await vscode.window.showInformationMessage(`${nameOf(uri)}: ${why}`);
    return answer;
  };
  const simulate = async (uri: vscode.Uri, level?: string) => {
    if ((await bootOf(uri))?.offers === null) return;
    await play(uri, level === undefined ? emptyModel : { scenario: { bootArgs: [level] }, cursor: 0 });
  };

  /** The levels of a file that a machine can be in. */
  const levelsOf = async (uri: vscode.Uri) => {
    await vscode.workspace.openTextDocument(uri);
    const levels = (await server.levels(uri.toString())) ?? [];
    return levels.filter(({ kind }) => kind === "level");
  };
  const simulateLevel = async (uri: vscode.Uri) => {
    const answer = await bootOf(uri);
    if (answer?.offers === null) return;
    if (answer !== undefined && !answer.offers?.hasRunlevels) {
      const model = await pickHappening(answer);
      if (model !== undefined) await play(uri, model);
      return;
    }
    const levels = await levelsOf(uri);
    if (levels.length === 0) return tellNoLevels();
    const level = await pickLevel(levels, vscode.l10n.t("Which runlevel is booted into?"));
    if (level !== undefined) await simulate(uri, level);
  };
  const pickLevel = (levels: readonly LevelChoice[], placeHolder: string) =>
    vscode.window
      .showQuickPick(
        levels.map(({ level, purpose, isDefault, records }) => ({
          label: vscode.l10n.t("Runlevel {0}", level),
          description: isDefault ? vscode.l10n.t("{0} (default)", purpose) : purpose,
          detail: records.map(({ record }) => record.id).join("  "),
          level,
        })),
        { placeHolder },
      )
      .then((picked) => picked?.level);

  const compare = async (uri: vscode.Uri) => {
    const levels = await levelsOf(uri);
    if (levels.length === 0) return tellNoLevels();
    const from = await pickLevel(levels, vscode.l10n.t("From which runlevel?"));
    if (from === undefined) return;
    const others = levels.filter(({ level }) => level !== from);
    const to = await pickLevel(others, vscode.l10n.t("From runlevel {0} to which one?", from));
    if (to === undefined) return;
    const comparison = await server.compare({ uri: uri.toString(), from, to });
    if (comparison === undefined) return;
    const { at, scenario } = comparison;
    const panel = await panelOf(uri);
    panel.play({ scenario, cursor: at }, comparison);
  };

  /** For commands that are about a panel: that of the file, or the one that was used last. */
  const withPanel = (work: (panel: SimulationPanel) => Promise<void>) => async (uri?: unknown) => {
    const file = fileOf(uri);
    const panel = (file && panels.get(file.toString())) ?? latest ?? (file && (await panelOf(file)));
    if (panel === undefined) await tellNothingOpen();
    else await work(panel);
  };
  const withFile =
    (work: (uri: vscode.Uri, more: unknown) => unknown) => async (uri?: unknown, more?: unknown) => {
      const file = fileOf(uri) ?? latest?.uri ?? openFile();
      if (file === undefined) await tellNothingOpen();
      else await work(file, more);
    };

  const register = vscode.commands.registerCommand;
  return vscode.Disposable.from(
    { dispose: () => [...panels.values()].forEach((panel) => void panel.dispose()) },
    register(
      "inittab.simulateBoot",
      withFile((uri) => simulate(uri)),
    ),
    register(
      "inittab.simulateRunlevel",
      withFile((uri, asked) => (typeof asked === "string" ? simulate(uri, asked) : simulateLevel(uri))),
    ),
    register("inittab.compareRunlevels", withFile(compare)),
    register(
      "inittab.exportSimulation",
      withPanel((panel) => host.run("export", panel)),
    ),
    register(
      "inittab.saveScenario",
      withPanel((panel) => host.run("save", panel)),
    ),
    register(
      "inittab.openScenario",
      withPanel((panel) => host.run("open", panel)),
    ),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (webviewPanel, state: unknown) => {
        const { uri, model } = (state ?? {}) as { uri?: unknown; model?: unknown };
        if (typeof uri !== "string") return webviewPanel.dispose();
        adopt(vscode.Uri.parse(uri), webviewPanel).play(readModel(model));
      },
    }),
    registerRunlevelsTree(server, started),
  );
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

/** What can be simulated of an init without runlevels: a boot, and what can happen to the machine after it. */
async function pickHappening({
  offers,
  moments = [],
  timeline,
}: SimulationAnswer): Promise<SimulationModel | undefined> {
  // A while after everything that the boot brings along, so that it can be seen for itself.
  const at = Math.min(Math.ceil(moments.at(-1) ?? 0) + 5, timeline?.until ?? 0);
  const items = (offers?.groups ?? []).flatMap((group) =>
    group.offers.map((offer) => ({
      label: wordsOf(offer, vscode.l10n).title,
      model: happen({ scenario: {}, cursor: at }, offer.happening),
    })),
  );
  const boot = { label: vscode.l10n.t("Boot"), model: emptyModel };
  const placeHolder = vscode.l10n.t("What happens to the machine?");
  return (await vscode.window.showQuickPick([boot, ...items], { placeHolder }))?.model;
}

async function tellNoLevels(): Promise<void> {
  await vscode.window.showInformationMessage(
    vscode.l10n.t("This file has no runlevels that can be simulated."),
  );
}

async function tellNothingOpen(): Promise<void> {
  await vscode.window.showInformationMessage(vscode.l10n.t("Open an inittab first."));
}

/** Puts the view in the place of the answer that other editors get from a lens. */
export function lensesForView(lenses: readonly vscode.CodeLens[]): vscode.CodeLens[] {
  return lenses.map((lens) => {
    const [question] = lens.command?.arguments ?? [];
    const { uri, level } = (question ?? {}) as { uri?: string; level?: string };
    if (lens.command?.command !== commands.simulate || uri === undefined) return lens;
    const command = level === undefined ? "inittab.simulateBoot" : "inittab.simulateRunlevel";
    const title = `$(play) ${lens.command.title}`;
    return new vscode.CodeLens(lens.range, { title, command, arguments: [uri, level] });
  });
}
