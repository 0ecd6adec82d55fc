// The world of a scenario before the first moment.

import { hasTerminal, machineOf } from "../../../inittab/machine-profile.ts";
import { readInittab } from "../../../inittab/read.ts";
import { newWorld, type OwnWorld } from "../../run/world.ts";
import { placedEntries } from "../keys.ts";
import { initialProcdState, type PlacedEntry } from "../machine/state.ts";
import type { ProcdTerminals } from "../machine/terminals.ts";
import type { ProcdScenario } from "../scenario.ts";
import type { Procd, ProcdWorld } from "./world.ts";

/** The world of a scenario; procd reads its inittab next. */
export function createWorld(scenario: ProcdScenario): ProcdWorld {
  const { records, messages } = readInittab(scenario.inittab ?? "", { dialect: "procd" });
  const entries = placedEntries(records);
  const own: OwnWorld<Procd, ProcdWorld> = {
    settings: scenario.processes ?? {},
    processes: new Map(),
    waiting: new Map(),
    typed: new Map(),
  };
  const terminals = terminalsOf(scenario, entries);
  const boot = { kind: "boot", at: 0, entries, messages, terminals } as const;
  return Object.assign(newWorld<Procd>(initialProcdState, boot), own);
}

/** No terminal of Linux is called by a number alone: that is what procd leaves of `tts/0`. */
function couldExist(name: string): boolean {
  return !/^\d*$/.test(name);
}

/** What the scenario lists, what its machine has of those that are named anywhere, or else all that are named. */
export function terminalsOf(scenario: ProcdScenario, entries: readonly PlacedEntry[]): ProcdTerminals {
  const machine = scenario.machine && machineOf(scenario.machine);
  const typedAt = (scenario.events ?? []).flatMap((event) => ("tty" in event ? [event.tty] : []));
  const named = [...entries.map(({ id }) => id), ...typedAt].filter((name) => couldExist(name));
  const ofKernel = machine?.console == null ? [] : [machine.console];
  const existing =
    machine === undefined
      ? [...named, ...(scenario.consoles ?? []).map((each) => each.replace(/,.*$/s, ""))]
      : [...named, ...machine.terminals, ...ofKernel].filter((name) => hasTerminal(machine, name));
  return {
    devices: new Set(scenario.devices ?? ["console", ...existing]),
    consoles: scenario.consoles ?? ofKernel,
    active: scenario.active,
  };
}
