// What a user can have played of a file: a boot, a boot into a level, a change of level.

import { usualSpan } from "@inittab/core";
import type { LevelChoice, SimulationAnswer } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../../l10n.ts";
import { plainText } from "../../plain-text.ts";
import { textBefore } from "../ways/before.ts";
import type { Head } from "../ways/head.ts";
import { changesAt, emptyModel, isUntouched, reloadOf } from "./model.ts";
import type { OpenPanels } from "./open-panels.ts";
import { nameOf } from "./panel.ts";
import { pickHappening, pickLevel } from "./pick.ts";
import type { SimulationServer } from "./server.ts";

/** What every simulation of the window needs: who answers, and where it is shown. */
export interface Simulations {
  readonly server: SimulationServer;
  readonly panels: OpenPanels;
  readonly head: Head;
}

/** Plays a boot, into the level where one is given. */
export async function playBoot(simulations: Simulations, uri: vscode.Uri, level?: string): Promise<void> {
  if ((await bootOf(simulations.server, uri))?.offers === null) return;
  const model = level === undefined ? emptyModel : { scenario: { bootArgs: [level] }, cursor: 0 };
  await simulations.panels.play(uri, model);
}

/** Plays a boot into the level that the user picks; without runlevels, what happens to the machine after its boot. */
export async function playPicked(simulations: Simulations, uri: vscode.Uri): Promise<void> {
  const { server, panels } = simulations;
  const answer = await bootOf(server, uri);
  if (answer?.offers === null) return;
  if (answer !== undefined && !answer.offers?.hasRunlevels) {
    const model = await pickHappening(answer);
    if (model !== undefined) await panels.play(uri, model);
    return;
  }
  const levels = await levelsOf(server, uri);
  if (levels.length === 0) return tellNoLevels();
  const level = await pickLevel(levels, l10n.t("Which runlevel is booted into?"));
  if (level !== undefined) await playBoot(simulations, uri, level);
}

/** Plays the change between two levels that the user picks, and shows what it stops and starts. */
export async function playChange({ server, panels }: Simulations, uri: vscode.Uri): Promise<void> {
  const levels = await levelsOf(server, uri);
  if (levels.length === 0) return tellNoLevels();
  const from = await pickLevel(levels, l10n.t("From which runlevel?"));
  if (from === undefined) return;
  const others = levels.filter(({ level }) => level !== from);
  const to = await pickLevel(others, l10n.t("From runlevel {0} to which one?", from));
  if (to === undefined) return;
  const comparison = await server.compare({ uri: uri.toString(), from, to });
  if (comparison === undefined) return;
  const { at, scenario } = comparison;
  const panel = await panels.open(uri);
  // What was clicked together stays as it is, and the comparison stands beside it.
  panel.play(isUntouched(panel.model) ? { scenario, cursor: at } : panel.model, comparison);
}

/** Plays what a reload would do to a machine that runs with the saved file, or with the committed one if all is saved. */
export async function playReload({ server, panels, head }: Simulations, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const saved = (await textBefore(document, head))?.text ?? document.getText();
  // The edits come when the boot is over, and are no part of it.
  const boot = await server.simulate({ uri: uri.toString(), booted: { text: saved, at: usualSpan } });
  const moments = (boot?.moments ?? []).filter((moment) => moment < usualSpan);
  const model = boot && reloadOf(saved, { moments, offers: boot.offers });
  if (model === undefined) return tellNoReload();
  const { scenario, booted, cursor } = model;
  const answer = await server.simulate({ uri: uri.toString(), scenario, ...(booted && { booted }) });
  await panels.play(uri, model);
  const { stops, starts } = changesAt(answer?.timeline?.intervals ?? [], cursor ?? 0);
  await vscode.window.showInformationMessage(
    stops + starts === 0
      ? l10n.t("A reload would stop and start nothing.")
      : l10n.t("A reload would stop {0} and start {1} processes.", stops, starts),
  );
}

async function tellNoReload(): Promise<void> {
  await vscode.window.showInformationMessage(l10n.t("There is no simulation of a reload for this file."));
}

/** A boot of the file; informs the user if there is no machine for it. */
async function bootOf(server: SimulationServer, uri: vscode.Uri): Promise<SimulationAnswer | undefined> {
  await vscode.workspace.openTextDocument(uri);
  const answer = await server.simulate({ uri: uri.toString() });
  // Without an answer the view says why, and goes on when there is one.
  if (answer === undefined || answer.offers !== null) return answer;
  const why = answer.problems.find(({ path }) => path[0] === "inittab")?.message ?? answer.summary;
  await vscode.window.showInformationMessage(plainText(`${nameOf(uri)}: ${why}`));
  return answer;
}

/** The levels of a file that a machine can be in. */
async function levelsOf(server: SimulationServer, uri: vscode.Uri): Promise<readonly LevelChoice[]> {
  await vscode.workspace.openTextDocument(uri);
  const levels = (await server.levels(uri.toString())) ?? [];
  return levels.filter(({ kind }) => kind === "level");
}

async function tellNoLevels(): Promise<void> {
  await vscode.window.showInformationMessage(l10n.t("This file has no runlevels that can be simulated."));
}
