// Which BusyBox runs a scenario, and what its programs are.

import type { SimulationLimits } from "../run/limits.ts";
import { type BusyboxBuild, busyboxBuild, findBusyboxBuild, withConfig } from "./machine/builds.ts";
import type { BusyboxScenario } from "./scenario.ts";
import type { BusyboxModel } from "./world/model.ts";

/** How to run a scenario. */
export interface BusyboxSimulationOptions {
  /** Whatever the scenario names. */
  readonly build?: BusyboxBuild;
  /** Where neither that nor the scenario names one. Default: the newest release as Buildroot builds it. */
  readonly usualBuild?: BusyboxBuild;
  /**
   * What programs are. Default: `recorded` for a scenario that names processes and runs /bin/p, as the recorded cases
   * do; otherwise `entries`, where each entry's command is one program of its own.
   */
  readonly programs?: "recorded" | "entries" | BusyboxModel;
  readonly limits?: SimulationLimits;
}

/** The build that is simulated. */
export function busyboxBuildOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): BusyboxBuild {
  if (options.build !== undefined) return options.build;
  const { init, config = {} } = scenario;
  return withConfig(findBusyboxBuild(init ?? "") ?? options.usualBuild ?? busyboxBuild({}), config);
}
