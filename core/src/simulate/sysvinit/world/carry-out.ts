// What the effects of init do to the world.

import type { Effect } from "../machine/effects.ts";
import type { InitEvent } from "../machine/events.ts";
import { account } from "./accounts.ts";
import { answerCalls, keepWriter, releaseWriters } from "./outside.ts";
import { beginChild, endIfDue, signalGroup, startProcess } from "./processes.ts";
import { type DueItem, type SysvinitWorld, tell } from "./world.ts";

/** Does to the world what init has done about an event. */
export function carryOut(world: SysvinitWorld, effects: readonly Effect[], event: InitEvent): void {
  const killed = new Set<number>();
  for (const effect of effects)
    if (effect.kind === "signal-group" && effect.signal === "KILL") killed.add(effect.pid);
  for (const effect of effects) {
    switch (effect.kind) {
      case "start":
        startProcess(world, effect);
        break;
      case "account":
        account(world, effect);
        break;
      case "signal-group":
        // A process that gets TERM and KILL in the same instant does not get to notice the first.
        if (effect.signal === "KILL" || !killed.has(effect.pid))
          signalGroup(world, effect.pid, effect.signal);
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
}

/** The moment of something in the queue has come. */
export function fallDue(world: SysvinitWorld, item: DueItem): void {
  if (item.kind === "end") endIfDue(world, item.key, item.at);
  else beginChild(world, item.key, item.body);
  answerCalls(world);
}
