// What the effects of init do to the world.

import { type Slices, spend } from "../../../text/slices.ts";
import { effectCost } from "../../run/drive.ts";
import type { Effect } from "../machine/effects.ts";
import type { InitEvent } from "../machine/events.ts";
import { account } from "./accounts.ts";
import { answerCalls, keepWriter, releaseWriters } from "./outside.ts";
import { beginChild, endIfDue, signalGroup, startProcess } from "./processes.ts";
import { type DueItem, type SysvinitWorld, tell } from "./world.ts";

/** Does to the world what init has done about an event. */
export function* carryOut(world: SysvinitWorld, effects: readonly Effect[], event: InitEvent): Slices<void> {
  const killed = new Set<number>();
  for (const effect of effects)
    if (effect.kind === "signal-group" && effect.signal === "KILL") killed.add(effect.pid);
  const meter = { spent: 0 };
  for (const effect of effects) {
    carryOutOne(world, effect, { event, killed });
    if (spend(meter, effectCost)) yield;
  }
}

/** What an effect stands among. */
interface Around {
  readonly event: InitEvent;
  /** The processes that get KILL in the same instant. */
  readonly killed: ReadonlySet<number>;
}

function carryOutOne(world: SysvinitWorld, effect: Effect, { event, killed }: Around): void {
  switch (effect.kind) {
    case "start":
      startProcess(world, effect);
      break;
    case "account":
      account(world, effect);
      break;
    case "signal-group":
      // A process that gets TERM and KILL in the same instant does not get to notice the first.
      if (effect.signal === "KILL" || !killed.has(effect.pid)) signalGroup(world, effect.pid, effect.signal);
      break;
    case "say":
      tell(world, { event: "log", text: effect.text, to: effect.to });
      break;
    case "ask":
      tell(world, { event: "prompt" });
      break;
    case "open-pipe":
      releaseWriters(world);
      break;
    case "refuse-request":
      if (effect.why === "unread" && event.kind === "request") keepWriter(world, event.request);
      break;
    case "set-console":
    case "create-pipe":
    case "close-pipe":
    case "remove-file":
    case "write-runlevel":
    case "read-table":
    case "title":
    case "re-execute":
    case "busy-loop":
      break;
  }
}

/** The moment of something in the queue has come. */
export function fallDue(world: SysvinitWorld, item: DueItem): void {
  if (item.kind === "end") endIfDue(world, item.key, item.at);
  else beginChild(world, item.key, item.body);
  answerCalls(world);
}
