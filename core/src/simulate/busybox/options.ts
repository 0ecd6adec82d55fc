// Which BusyBox runs a scenario, and what its programs are.

import type { Message } from "../../text/message.ts";
import type { SimulationLimits } from "../run/limits.ts";
import type { AssumedPreset } from "./assumed.ts";
import {
  type BusyboxBuild,
  type BusyboxWish,
  busyboxBuild,
  findBusyboxBuild,
  withConfig,
} from "./machine/builds.ts";
import { message } from "./message.ts";
import type { BusyboxScenario } from "./scenario.ts";
import type { BusyboxModel } from "./world/model.ts";

/** Which program is meant. */
export interface BusyboxChoice {
  /** Whatever the scenario names. */
  readonly build?: BusyboxBuild;
  /** Where neither that nor the scenario names one. Default: the newest release, as it is assumed to be built. */
  readonly usualBuild?: BusyboxWish;
  /** Whose settings it has where nobody says it. Default: Buildroot's. */
  readonly assumed?: AssumedPreset;
}

/** How to run a scenario. */
export interface BusyboxSimulationOptions extends BusyboxChoice {
  /**
   * What programs are. Default: `recorded` for a scenario that names processes and runs /bin/p, as the recorded cases
   * do; otherwise `entries`, where each entry's command is one program of its own.
   */
  readonly programs?: "recorded" | "entries" | BusyboxModel;
  readonly limits?: SimulationLimits;
}

/** The build that is simulated. */
export function busyboxBuildOf(scenario: BusyboxScenario, options: BusyboxChoice): BusyboxBuild {
  if (options.build !== undefined) return options.build;
  const { init, config = {} } = scenario;
  return withConfig(findBusyboxBuild(init ?? "") ?? usualBusybox(options), config);
}

/** The build where no scenario names one. */
export function usualBusybox({ build, usualBuild, assumed }: BusyboxChoice): BusyboxBuild {
  return build ?? busyboxBuild({ ...usualBuild, preset: usualBuild?.preset ?? assumed?.preset });
}

/** Why this build was taken, where somebody had to assume it. */
export function assumptionOf({ title, preset }: BusyboxBuild, options: BusyboxChoice): Message | undefined {
  const { build, usualBuild, assumed } = options;
  if (build !== undefined || usualBuild?.preset !== undefined || assumed?.preset !== preset) return undefined;
  return message("busybox.assumed", { title, because: assumed.because });
}
