// Which sysvinit runs a scenario, and what its programs are.

import { defaultSysvinitVersion, findSysvinitVersion, type SysvinitVersion } from "../../inittab/versions.ts";
import type { SimulationLimits } from "../run/limits.ts";
import type { Scenario } from "./scenario.ts";
import type { ProcessModel } from "./world/model.ts";

/** How to run a scenario. */
export interface SimulationOptions {
  /** Whatever the scenario names. */
  readonly version?: SysvinitVersion;
  /** Where neither that nor the scenario names one. Default: the newest. */
  readonly usualVersion?: SysvinitVersion;
  /**
   * What programs are. Default: `recorded` for a scenario that names processes and runs /bin/p, as the recorded cases
   * do; otherwise `records`, where each record's command is one process of its own kind.
   */
  readonly programs?: "recorded" | "records" | ProcessModel;
  readonly limits?: SimulationLimits;
}

/** The release that is simulated. */
export function sysvinitVersionOf(
  { init = "" }: Pick<Scenario, "init">,
  { version, usualVersion }: Pick<SimulationOptions, "version" | "usualVersion">,
): SysvinitVersion {
  const named = findSysvinitVersion(init.replace(/^sysvinit-/, ""));
  return version ?? named ?? usualVersion ?? defaultSysvinitVersion;
}
