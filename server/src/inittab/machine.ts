// The simulated machine of an open file.

import { type InittabScan, type SimulatedInit, simulatedInit } from "@inittab/core";

/** The machine for a file, or undefined: there is none for its dialect. */
export function machineOf({ dialect, version }: InittabScan): SimulatedInit | undefined {
  return simulatedInit(dialect, { version });
}
