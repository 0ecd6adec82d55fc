// The world of a scenario before the first moment.

import { behaviourOf } from "../../../inittab/versions.ts";
import { newWorld, type OwnWorld } from "../../run/world.ts";
import type { InitEvent } from "../machine/events.ts";
import { initPaths } from "../machine/paths.ts";
import { initialState } from "../machine/state.ts";
import { type SimulationOptions, sysvinitVersionOf } from "../options.ts";
import type { Scenario } from "../scenario.ts";
import type { ProcessModel } from "./model.ts";
import { followedRequests } from "./outside.ts";
import { behaviourIn, recordModel } from "./record-model.ts";
import { isRecordedScenario, recordedModel } from "./recorded-model.ts";
import type { Sysvinit, SysvinitWorld } from "./world.ts";

/** The world of a scenario; init is started next. */
export function createWorld(scenario: Scenario, options: SimulationOptions): SysvinitWorld {
  const version = sysvinitVersionOf(scenario, options);
  const own: OwnWorld<Sysvinit, SysvinitWorld> = {
    scenario,
    behaviour: behaviourOf(version),
    model: modelOf(scenario, options),
    processes: new Map(),
    groups: new Map(),
    lastKey: 0,
    stale: 0,
    writers: [],
    calls: [],
    followed: followedRequests(scenario),
    utmp: [],
    wtmp: [],
  };
  return Object.assign(newWorld<Sysvinit>(initialState(version), bootEvent(scenario)), own);
}

function modelOf(scenario: Scenario, options: SimulationOptions): ProcessModel {
  if (typeof options.programs === "object") return options.programs;
  const kind = options.programs ?? (isRecordedScenario(scenario) ? "recorded" : "records");
  return kind === "recorded"
    ? recordedModel(scenario.processes)
    : recordModel(scenario.processes, behaviourIn(scenario.machine));
}

/** What init finds where a program leaves word that watches the power supply. */
function powerFile({ machine }: Scenario): Readonly<Record<string, string>> {
  const letters = { ok: "O", failing: "F", low: "L" } as const;
  return machine?.power === undefined ? {} : { [initPaths.powerstatus]: letters[machine.power] };
}

function bootEvent(scenario: Scenario): InitEvent {
  const { HOME = "/", TERM = "linux", ...others } = scenario.kernelEnv ?? {};
  const environment = Object.entries({ HOME, TERM, ...others }).map(([name, value]) => `${name}=${value}`);
  return {
    kind: "boot",
    at: 0,
    arguments: scenario.bootArgs ?? [],
    environment,
    console: "/dev/console",
    files: {
      files: {
        ...(scenario.inittab === null ? {} : { [initPaths.inittab]: scenario.inittab }),
        ...(scenario.initscript === true ? { [initPaths.initscript]: "" } : {}),
        ...powerFile(scenario),
        ...(scenario.cmdline === undefined ? {} : { [initPaths.cmdline]: scenario.cmdline }),
        ...scenario.files,
      },
      hasInittabD: scenario.inittabD ?? true,
    },
  };
}
