// The root file system around an inittab: the one that it is the etc/inittab of.

import { resolve } from "node:path";
import { assumedPreset, type Dialect, hasPresets, readForPreset, type SimulatedProgram } from "@inittab/core";
import { type Input, standardInput } from "../input.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { rootAt } from "./open.ts";
import { type Root, tablePath } from "./root.ts";

/** The root whose `etc/inittab` an input is; undefined for any other, and where it cannot be read. */
export async function rootAround({ path, place }: Pick<Input, "path" | "place">): Promise<Root | undefined> {
  if (place !== undefined) return place.root.shown(tablePath) === path ? place.root : undefined;
  const full = path === standardInput.shown ? "" : resolve(path);
  if (!full.endsWith(`/${tablePath}`)) return undefined;
  const root = await rootAt(full.slice(0, -tablePath.length));
  return "why" in root ? undefined : root;
}

/**
 * Which programs are simulated where nothing else says it: those that `inittab.json` names, and of BusyBox the one that the
 * table and the system around it speak for. `system`: the path of a root that was named beside the table.
 */
export async function programAround(
  input: Pick<Input, "path" | "text" | "place">,
  dialect: Dialect,
  { program }: FileSettings,
  system?: string,
): Promise<SimulatedProgram> {
  if (!hasPresets(dialect) || program.usualBuild?.preset !== undefined) return program;
  const named = system === undefined ? undefined : await rootAt(system);
  const root = named === undefined || "why" in named ? await rootAround(input) : named;
  const assumed = assumedPreset(input.text, root && (await readForPreset(root.look)));
  return { ...program, ...(assumed !== undefined && { assumed }) };
}
