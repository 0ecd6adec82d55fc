// Why nothing follows from what happens to BusyBox init from outside.

import type { Message } from "../../text/message.ts";
import { message as runMessage } from "../run/message.ts";
import type { StatesAround } from "../run/story.ts";
import { requestOf } from "./machine/signals.ts";
import type { BusyboxAction, BusyboxState } from "./machine/state.ts";
import { message } from "./message.ts";
import type { BusyboxScenarioEvent } from "./scenario.ts";
import type { Busybox } from "./world/world.ts";

/** The action whose entries a signal starts. Source: spec/dialects.md, 3.4. */
const startedBy: Readonly<Record<string, BusyboxAction>> = { INT: "ctrlaltdel", QUIT: "restart" };

/** Says why nothing follows; undefined where the line of the event says enough. */
export function whyNothing(
  event: BusyboxScenarioEvent,
  { before, after }: StatesAround<Busybox>,
): Message | undefined {
  if ("signal" in event && event.signal === "CONT" && before.stoppedAt === undefined)
    return runMessage("run.nothing.not-stopped");
  if ("signal" in event) return whyNoSignal(event.signal, after);
  if ("write" in event) return runMessage("run.nothing.not-told");
  if ("kill" in event) return runMessage("run.nothing.no-process", { id: event.kill });
  const terminal = "console" in event ? "console" : event.tty;
  return runMessage("run.nothing.not-asked", { terminal });
}

function whyNoSignal(signal: string, { entries, deaf, tasks }: BusyboxState): Message | undefined {
  if (requestOf(signal) === undefined) return message("busybox.nothing.ignored");
  if (deaf) return message("busybox.nothing.deaf");
  const action = startedBy[signal];
  if (action !== undefined && !entries.some((entry) => entry.action === action))
    return runMessage("run.nothing.no-action", { actions: action });
  if (tasks[0]?.kind === "await") return runMessage("run.nothing.busy");
  return signal === "HUP" ? runMessage("run.nothing.reread") : undefined;
}
