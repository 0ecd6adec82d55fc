// What the effects of procd do to the world, and what a scenario does to procd.

import { type Slices, spend } from "../../../text/slices.ts";
import { effectCost } from "../../run/drive.ts";
import { toSeconds } from "../../run/ticks.ts";
import { show } from "../../run/world.ts";
import type { ProcdEffect, ProcdEvent } from "../machine/state.ts";
import { procdConsole } from "../machine/terminals.ts";
import type { ProcdScenarioEvent } from "../scenario.ts";
import { beginProcess, beginScripts, endIfDue, signalAll, signalByKey, typeOn } from "./processes.ts";
import type { Procd, ProcdWorld } from "./world.ts";

/** Does to the world what procd has done about an event. */
export function* carryOut(world: ProcdWorld, effects: readonly ProcdEffect[]): Slices<void> {
  const meter = { spent: 0 };
  for (const effect of effects) {
    carryOutOne(world, effect);
    if (spend(meter, effectCost)) yield;
  }
}

function carryOutOne(world: ProcdWorld, effect: ProcdEffect): void {
  switch (effect.kind) {
    case "enter":
      show<Procd>(world, { event: "state", state: effect.phase });
      break;
    case "start":
      beginProcess(world, effect.pid, effect.start);
      break;
    case "scripts":
      beginScripts(world, effect);
      break;
    case "say":
      show<Procd>(world, { event: "log", text: effect.text, to: "log" });
      break;
    case "signal-all":
      signalAll(world, effect.signal);
      break;
    case "request":
      world.processes.clear();
      show<Procd>(world, { event: "down", how: effect.how });
      world.ended = { t: toSeconds(world.now), how: effect.how };
      break;
    default:
      break;
  }
}

/** The moment of something in the queue has come. */
export function fallDue(world: ProcdWorld, { pid, at }: Procd["due"]): void {
  endIfDue(world, pid, at);
}

/** Lets an event of a scenario happen; what procd hears of it goes into `soon`. */
export function happen(world: ProcdWorld, event: ProcdScenarioEvent): void {
  if ("signal" in event) {
    const heard: ProcdEvent = { kind: "signal", at: world.now, signal: event.signal };
    world.soon.push(heard);
  } else if ("kill" in event) signalByKey(world, event.kill, event.with ?? "KILL", event.on);
  else typeOn(world, deviceOf(world, event.tty), event.input);
}

/** Who types on the console types on what the kernel takes for it. */
function deviceOf({ init: { terminals } }: ProcdWorld, name: string): string {
  if (name !== "console") return name;
  const found = procdConsole(terminals);
  return found.kind === "device" ? found.name : found.kind === "unknown" ? "" : name;
}
