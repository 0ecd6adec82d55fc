// Which sysvinit runs a scenario, and what its programs are.

import type { SysvinitVersion } from "../../inittab/versions.ts";
import type { SimulationLimits } from "../run/limits.ts";
import type { ProcessModel } from "./world/model.ts";

/** How to run a scenario. */
export interface SimulationOptions {
  /** Default: the newest. */
  readonly version?: SysvinitVersion;
  /**
   * What programs are. Default: `recorded` for a scenario that names processes and runs /bin/p, as the recorded cases
   * do; otherwise `records`, where each record's command is one process of its own kind.
   */
  readonly programs?: "recorded" | "records" | ProcessModel;
  readonly limits?: SimulationLimits;
}
