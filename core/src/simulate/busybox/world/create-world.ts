// The world of a scenario before the first moment.

import { hasTerminal, hasVirtualConsole, type Machine, machineOf } from "../../../inittab/machine-profile.ts";
import { newWorld, type OwnWorld } from "../../run/world.ts";
import { entryKeys } from "../keys.ts";
import { type BusyboxEvent, initialBusyboxState } from "../machine/state.ts";
import { readTable } from "../machine/table.ts";
import { type BusyboxSimulationOptions, busyboxBuildOf } from "../options.ts";
import type { BusyboxScenario } from "../scenario.ts";
import {
  type BusyboxModel,
  entriesBusyboxModel,
  isRecordedBusyboxScenario,
  recordedBusyboxModel,
} from "./model.ts";
import type { Busybox, BusyboxWorld } from "./world.ts";

/** The world of a scenario; init is started next. */
export function createWorld(scenario: BusyboxScenario, options: BusyboxSimulationOptions): BusyboxWorld {
  const model = modelOf(scenario, options);
  const state = initialBusyboxState(busyboxBuildOf(scenario, options));
  const own: OwnWorld<Busybox, BusyboxWorld> = {
    scenario,
    model,
    keyOf: entryKeys(scenario),
    processes: new Map(),
    controlled: new Set(),
    lastKey: 0,
    terminals: new Map(),
    stillborn: [],
  };
  return Object.assign(newWorld<Busybox>(state, bootEvent(scenario, model)), own);
}

function bootEvent(scenario: BusyboxScenario, model: BusyboxModel): BusyboxEvent {
  const { bootArgs = [], inittab } = scenario;
  const machine = scenario.machine && machineOf(scenario.machine);
  const terminals = terminalsOf(scenario, machine, model);
  return {
    ...{ kind: "boot", at: 0, arguments: bootArgs, inittab, encoding: model.encoding },
    terminals: ["console", "null", ...terminals],
    virtualConsole: machine !== undefined && hasVirtualConsole(machine),
  };
}

/** What the scenario lists, what its machine has of those that are named anywhere, or else all that are named. */
function terminalsOf(
  scenario: BusyboxScenario,
  machine: Machine | undefined,
  model: BusyboxModel,
): readonly string[] {
  if (scenario.ttys !== undefined) return scenario.ttys;
  if (machine === undefined) return model.anyTerminal ? namedIn(scenario) : [];
  const typedAt = (scenario.events ?? []).flatMap((event) => ("tty" in event ? [event.tty] : []));
  const named = new Set([...namedIn(scenario), ...typedAt, ...machine.terminals]);
  return [...named].filter((name) => hasTerminal(machine, name));
}

function modelOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): BusyboxModel {
  if (typeof options.programs === "object") return options.programs;
  const kind = options.programs ?? (isRecordedBusyboxScenario(scenario) ? "recorded" : "entries");
  return kind === "recorded" ? recordedBusyboxModel(scenario) : entriesBusyboxModel(scenario.processes);
}

/** The terminals that the tables of a scenario name, or those of the built-in table. */
function namedIn(scenario: BusyboxScenario): readonly string[] {
  const written = (scenario.events ?? []).flatMap((event) => ("write" in event ? [event.write] : []));
  return [scenario.inittab, ...written].flatMap((text) =>
    readTable([], text).entries.flatMap(({ terminal }) =>
      terminal === "" ? [] : [terminal.slice("/dev/".length)],
    ),
  );
}
