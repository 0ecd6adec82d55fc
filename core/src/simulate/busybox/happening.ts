// What can happen to BusyBox init, as people write it.

import {
  type HappeningReading,
  happens,
  kills,
  requests,
  signals,
  types,
  type WithoutTime,
  writes,
  wrong,
  wrongWord,
} from "../run/happening.ts";
import { busyboxRequests } from "./machine/signals.ts";
import { message } from "./message.ts";
import type { BusyboxScenarioEvent } from "./scenario.ts";

/** The first words that are known. */
export const busyboxHappeningWords: readonly string[] = [
  ...busyboxRequests.map(({ name }) => name),
  ...["enter", "type", "console", "kill", "signal", "write", "remove"],
];

type Event = WithoutTime<BusyboxScenarioEvent>;

/** What happens, from the first word and the rest. */
export function busyboxHappening(what: string, rest: string): HappeningReading<Event> {
  const request = busyboxRequests.find(({ name }) => name === what);
  if (request !== undefined) return requests(request, rest);
  switch (what) {
    case "enter":
    case "type": {
      const typed = types(what, rest);
      if (typed.kind !== "happening") return typed;
      const { terminal, input } = typed.happening;
      if (terminal === "" || terminal === "console") return happens({ console: input });
      return happens({ tty: terminal, input });
    }
    case "console":
      return happens({ console: `${rest}\n` });
    case "kill":
      return kills(rest);
    case "signal":
      return signals(rest);
    case "write":
      return writes(rest);
    case "remove":
      return happens({ write: null });
    case "telinit":
    case "init":
      return wrong(message("busybox.no-runlevels"));
    default:
      return wrongWord(what, busyboxHappeningWords);
  }
}
