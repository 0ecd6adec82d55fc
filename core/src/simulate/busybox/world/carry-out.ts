// What the effects of init do to the world.

import { type Slices, spend } from "../../../text/slices.ts";
import { effectCost } from "../../run/drive.ts";
import { toSeconds } from "../../run/ticks.ts";
import type { BusyboxEffect } from "../machine/state.ts";
import {
  becomeProcess,
  beginChild,
  beginProcess,
  endIfDue,
  finishShell,
  notExecuted,
  signalAll,
  signalInTurn,
  signalProcess,
} from "./processes.ts";
import { type BusyboxDue, type BusyboxWorld, tellSight, writeLine, writeLog } from "./world.ts";

/** Does to the world what init has done about an event. */
export function* carryOut(world: BusyboxWorld, effects: readonly BusyboxEffect[]): Slices<void> {
  const meter = { spent: 0 };
  let place = 0;
  for (const effect of effects) {
    if (effect.kind === "signal") place++;
    carryOutOne(world, effect, place);
    if (spend(meter, effectCost)) yield;
  }
  const pids = world.stillborn.splice(0);
  if (pids.length > 0) world.soon.unshift({ kind: "died", at: world.now, pids, how: { code: notExecuted } });
}

/** The moment of something in the queue has come. */
export function fallDue(world: BusyboxWorld, item: BusyboxDue): void {
  if (item.kind === "end") endIfDue(world, item.key, item.at);
  else if (item.kind === "begin") beginChild(world, item.key, item.body);
  else if (item.kind === "finish") finishShell(world, item.key, item.code);
  else signalProcess(world, item.key, item.signal);
}

function carryOutOne(world: BusyboxWorld, effect: BusyboxEffect, place: number): void {
  switch (effect.kind) {
    case "start":
      beginProcess(world, effect);
      break;
    case "skip":
      break;
    case "say":
      if (effect.to === "syslog") writeLog(world, effect.text, effect.echo === true);
      else writeLine(world, effect.to, effect.text);
      break;
    case "signal":
      signalInTurn(world, effect.pid, place, effect.signal);
      break;
    case "signal-all":
      signalAll(world, effect.signal);
      break;
    case "become":
      if (!becomeProcess(world, effect.terminal, effect.command))
        world.soon.push({ kind: "failed", at: world.now });
      break;
    case "request":
      world.processes.clear();
      world.controlled.clear();
      world.ended = { t: toSeconds(world.now), how: effect.how };
      tellSight(
        world,
        effect.how === "reboot"
          ? { event: "init-exit", by: "HUP", meaning: "reboot" }
          : { event: "init-exit", by: "INT", meaning: "halt-or-poweroff" },
      );
  }
}
