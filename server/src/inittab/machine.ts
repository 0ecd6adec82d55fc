// The simulated machine of an open file.

import {
  assumedPreset,
  hasPresets,
  type InittabScan,
  inittabPath,
  readForPreset,
  type SimulatedInit,
  type SimulatedProgram,
  simulatedInit,
  type TreeListing,
  type TreeNode,
} from "@inittab/core";
import type { Settings } from "../documents/settings.ts";

/** The machine for a file, or undefined: there is none for its dialect. */
export function machineOf({ dialect, version }: InittabScan): SimulatedInit | undefined {
  return simulatedInit(dialect, { usualVersion: version });
}

/** Which program the settings choose for a file, and what is assumed where they do not. */
export function programOf(document: {
  readonly scan: InittabScan;
  readonly settings: Pick<Settings, "simulate">;
  readonly root: TreeListing | undefined;
}): SimulatedProgram {
  const { scan, settings, root } = document;
  const program = { usualVersion: scan.version, ...settings.simulate };
  if (!hasPresets(scan.dialect) || program.usualBuild?.preset !== undefined) return program;
  const assumed = assumedPreset(scan.text.toString(), root);
  return { ...program, ...(assumed !== undefined && { assumed }) };
}

/** Reads what says whose programs a file is for: the files of the root whose `etc/inittab` it is. */
export async function learnAround(
  document: { readonly uri: string; readonly scan: InittabScan; root: TreeListing | undefined },
  look: (uri: string, text: boolean) => Promise<TreeNode>,
): Promise<void> {
  const { uri, scan } = document;
  if (!hasPresets(scan.dialect) || !uri.endsWith(inittabPath)) return;
  const root = uri.slice(0, -inittabPath.length);
  document.root = await readForPreset(({ path, text }) =>
    path === ""
      ? Promise.resolve({ kind: "folder", names: ["etc"] })
      : look(`${root}/${path.split("/").map(encodeURIComponent).join("/")}`, text),
  );
}
