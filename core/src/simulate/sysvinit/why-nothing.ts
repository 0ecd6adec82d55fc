// Why nothing follows from what happens to init from outside.

import { behaviourOf } from "../../inittab/versions.ts";
import { listOf, type Message } from "../../text/message.ts";
import { message as runMessage } from "../run/message.ts";
import type { StatesAround } from "../run/story.ts";
import type { Entry, InitState } from "./machine/state.ts";
import { message } from "./message.ts";
import type { ScenarioEvent } from "./scenario.ts";
import { telinitRequest } from "./world/telinit.ts";
import type { Sysvinit } from "./world/world.ts";

/** Says why nothing follows; undefined where the line of the event says enough. */
export function whyNothing(event: ScenarioEvent, states: StatesAround<Sysvinit>): Message | undefined {
  const { after } = states;
  if ("signal" in event) return whyNoSignal(event.signal, event.powerstatus, states);
  if ("telinit" in event) {
    const words = typeof event.telinit === "string" ? [event.telinit] : event.telinit;
    const request = telinitRequest(words, behaviourOf(after.version));
    return request?.command === 1 ? whyNoRequest(request.level, states) : undefined;
  }
  if ("kill" in event) return runMessage("run.nothing.no-process", { id: event.kill });
  if ("write" in event) return runMessage("run.nothing.not-told");
  if ("console" in event)
    return after.phase.kind === "asking" ? undefined : message("sysvinit.nothing.not-asked");
  return undefined;
}

/** What each signal arms, by the letter of powerstatus for PWR. Source: spec/sysvinit.md, section 9. */
function armedBy(signal: string, powerstatus: string | undefined): readonly string[] {
  switch (signal) {
    case "INT":
      return ["ctrlaltdel"];
    case "WINCH":
      return ["kbrequest"];
    case "PWR":
      if (powerstatus?.startsWith("O") === true) return ["powerokwait"];
      return powerstatus?.startsWith("L") === true ? ["powerfailnow"] : ["powerwait", "powerfail"];
    default:
      return [];
  }
}

function whyNoSignal(
  signal: string,
  powerstatus: string | undefined,
  { before, after }: StatesAround<Sysvinit>,
): Message | undefined {
  if (signal === "TSTP") return undefined;
  if (signal === "CONT") return before.stopped ? undefined : runMessage("run.nothing.not-stopped");
  if (after.stopped) return runMessage("run.nothing.stopped");
  const actions = armedBy(signal, powerstatus);
  if (actions.length > 0) return whyNotArmed(actions, after);
  if (!isAttending(after)) return runMessage("run.nothing.busy");
  switch (signal) {
    case "HUP":
      return runMessage("run.nothing.reread");
    case "USR1":
    case "USR2":
      return message("sysvinit.nothing.pipe");
    case "CHLD":
    case "ALRM":
      return message("sysvinit.nothing.died");
    default:
      return undefined;
  }
}

function whyNotArmed(actions: readonly string[], { entries, level, phase }: InitState): Message | undefined {
  const waiting = entries.filter(({ action }) => actions.includes(action));
  if (waiting.length === 0) return runMessage("run.nothing.no-action", { actions: listOf(actions, "or") });
  if (phase.kind !== "waiting" && phase.kind !== "spinning") return runMessage("run.nothing.busy");
  const here = waiting.filter(({ runlevels }) => runlevels.includes(level));
  if (here.length === 0 && /^[0-9S]$/.test(level))
    return message("sysvinit.nothing.level", { ids: idsOf(waiting), level });
  const running = here.filter((entry) => entry.running);
  if (running.length > 0) return message("sysvinit.nothing.runs", { ids: idsOf(running) });
  return entries.some((entry) => entry.waiting) ? runMessage("run.nothing.busy") : undefined;
}

function idsOf(entries: readonly Entry[]): ReturnType<typeof listOf> {
  return listOf(
    entries.map(({ id }) => id),
    "and",
  );
}

function whyNoRequest(level: string, { before, after }: StatesAround<Sysvinit>): Message | undefined {
  if (before.stopped) return runMessage("run.nothing.stopped");
  if (before.phase.kind !== "waiting") return runMessage("run.nothing.busy");
  if (/^q$/i.test(level)) return runMessage("run.nothing.reread");
  return /^[abc]$/i.test(level) ? whyNoDemand(level, after) : undefined;
}

function whyNoDemand(level: string, { entries }: InitState): Message | undefined {
  const letters = [level.toLowerCase(), level.toUpperCase()];
  const asked = entries.filter(({ runlevels }) => letters.some((letter) => runlevels.includes(letter)));
  if (asked.length === 0) return message("sysvinit.nothing.on-demand", { level });
  return asked.every(({ running }) => running)
    ? message("sysvinit.nothing.runs", { ids: idsOf(asked) })
    : undefined;
}

/** Whether init takes notice of signals now. */
function isAttending({ phase }: InitState): boolean {
  return phase.kind === "waiting" || phase.kind === "spinning";
}
