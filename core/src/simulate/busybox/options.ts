// Which BusyBox runs a scenario, and what its programs are.

import type { SimulationLimits } from "../run/limits.ts";
import { type BusyboxBuild, busyboxBuilds, findBusyboxBuild } from "./machine/builds.ts";
import type { BusyboxScenario } from "./scenario.ts";
import type { BusyboxModel } from "./world/model.ts";

/** How to run a scenario. */
export interface BusyboxSimulationOptions {
  /** Default: the one that the scenario names, else Debian's. */
  readonly build?: BusyboxBuild;
  /**
   * What programs are. Default: `recorded` for a scenario that names processes and runs /bin/p, as the recorded cases
   * do; otherwise `entries`, where each entry's command is one program of its own.
   */
  readonly programs?: "recorded" | "entries" | BusyboxModel;
  readonly limits?: SimulationLimits;
}

/** The build that is simulated. */
export function busyboxBuildOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): BusyboxBuild {
  return options.build ?? findBusyboxBuild(scenario.init ?? "") ?? busyboxBuilds.debian;
}
