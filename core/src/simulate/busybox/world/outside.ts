// What a scenario does to init and to the processes.

import type { BusyboxScenarioEvent } from "../scenario.ts";
import { signalById, signalProcess, typeOn } from "./processes.ts";
import type { BusyboxWorld } from "./world.ts";

/** Lets an event of a scenario happen; what init hears of it goes into `soon`. */
export function happen(world: BusyboxWorld, event: BusyboxScenarioEvent): void {
  const at = world.now;
  if ("signal" in event) {
    world.soon.push({ kind: "signal", at, signal: event.signal });
    for (const { key, pid } of [...world.processes.values()])
      if (pid === 1) signalProcess(world, key, event.signal);
  } else if ("write" in event) world.soon.push({ kind: "file", at, text: event.write });
  else if ("kill" in event) signalById(world, event.kill, event.with ?? "KILL", event.on);
  else if ("console" in event) typeOn(world, "console", event.console);
  else if (event.tty === "null" || world.init.terminals.includes(event.tty))
    typeOn(world, event.tty, event.input);
}
