// Why nothing follows from what happens to procd from outside.

import type { Message } from "../../text/message.ts";
import type { StatesAround } from "../run/story.ts";
import { askingOf } from "./machine/signals.ts";
import { message } from "./message.ts";
import type { ProcdScenarioEvent } from "./scenario.ts";
import type { Procd } from "./world/world.ts";

/** Says why nothing follows; undefined where the line of the event says enough. */
export function whyNothing(event: ProcdScenarioEvent, { before }: StatesAround<Procd>): Message | undefined {
  if ("signal" in event) {
    if (askingOf(event.signal) === undefined) return message("procd.nothing.ignored");
    const isOver = before.phase === "shutdown" || before.phase === "halt";
    return isOver ? message("procd.nothing.on-its-way") : undefined;
  }
  if ("kill" in event) {
    // A process may take no notice of another signal.
    const isSure = event.with === undefined || event.with === "KILL";
    return isSure ? message("run.nothing.no-process", { id: event.kill }) : undefined;
  }
  return event.input === "\n" ? message("run.nothing.not-asked", { terminal: event.tty }) : undefined;
}
