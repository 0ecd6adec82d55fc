// Which program is simulated for a table where nobody names one.

import { assumedPreset, type Dialect, hasPresets, readForPreset, type SimulatedProgram } from "@inittab/core";
import type { Input } from "../input.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { rootAround } from "../root/around.ts";
import { rootAt } from "../root/open.ts";

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
