// The lists from which a user picks what is simulated.

import { visible } from "@inittab/core";
import type { LevelChoice, SimulationAnswer } from "@inittab/server/protocol";
import * as vscode from "vscode";
import { l10n } from "../../l10n.ts";
import { emptyModel, happen, type SimulationModel } from "./model.ts";
import { wordsOf } from "./offer-words.ts";

/** One of the levels; undefined where the user picks none. */
export async function pickLevel(
  levels: readonly LevelChoice[],
  placeHolder: string,
): Promise<string | undefined> {
  // The default comes first, for it is what most people mean.
  const ordered = levels.toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault));
  const items = ordered.map(({ level, purpose, isDefault, records }) => ({
    label: l10n.t("Runlevel {0}", level),
    description: isDefault ? l10n.t("{0} (default)", purpose) : purpose,
    detail: visible(records.map(({ record }) => record.id).join("  ")),
    level,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.level;
}

/** What can be simulated of an init without runlevels: a boot, and what can happen to the machine after it. */
export async function pickHappening({
  offers,
  moments = [],
  timeline,
}: SimulationAnswer): Promise<SimulationModel | undefined> {
  // A while after everything that the boot brings along, so that it can be seen for itself.
  const cursor = Math.min(Math.ceil(moments.at(-1) ?? 0) + 5, timeline?.until ?? 0);
  const items = (offers?.groups ?? []).flatMap((group) =>
    group.offers.map((offer) => ({
      label: wordsOf(offer, l10n).title,
      model: happen({ ...emptyModel, cursor }, offer.happening),
    })),
  );
  const boot = { label: l10n.t("Boot"), model: emptyModel };
  const placeHolder = l10n.t("What happens to the machine?");
  return (await vscode.window.showQuickPick([boot, ...items], { placeHolder }))?.model;
}
