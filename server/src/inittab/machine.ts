// The simulated machine of an open file.

import { type InittabScan, type RecordKey, type SimulatedInit, simulatedInit } from "@inittab/core";

/** The machine for a file, or undefined: there is none for its dialect. */
export function machineOf({ dialect, version }: InittabScan): SimulatedInit | undefined {
  return simulatedInit(dialect, { version });
}

/** How long a boot is watched if nobody says otherwise; seconds. */
export const usualEnd = 60;

/** A text that names a record among all others of a run. */
export function nameOfRecord({ id, path, line }: RecordKey): string {
  return `${path} ${line} ${id}`;
}
