// The simulated machine of an open file.

import { type InittabScan, type SimulatedInit, simulatedInit } from "@inittab/core";
import { defaultSettings, type Settings } from "../documents/settings.ts";

/** The machine for a file, or undefined: there is none for its dialect. */
export function machineOf(
  { dialect, version }: InittabScan,
  settings: Pick<Settings, "simulate"> = defaultSettings,
): SimulatedInit | undefined {
  return simulatedInit(dialect, { usualVersion: version, ...settings.simulate });
}
