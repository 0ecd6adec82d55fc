// What can happen to procd, as people write it.

import {
  type HappeningReading,
  happens,
  kills,
  requests,
  signals,
  types,
  type WithoutTime,
  wrong,
  wrongWord,
} from "../run/happening.ts";
import { procdAskings } from "./machine/signals.ts";
import { message } from "./message.ts";
import type { ProcdScenarioEvent } from "./scenario.ts";

/** The first words that are known. */
export const procdHappeningWords: readonly string[] = [
  ...procdAskings.map(({ name }) => name),
  ...["enter", "type", "kill", "signal"],
];

type Event = WithoutTime<ProcdScenarioEvent>;

/** What happens, from the first word and the rest. */
export function procdHappening(what: string, rest: string): HappeningReading<Event> {
  const asking = procdAskings.find(({ name }) => name === what);
  if (asking !== undefined) return requests(asking, rest);
  switch (what) {
    case "enter":
    case "type": {
      const typed = types(what, rest);
      if (typed.kind !== "happening") return typed;
      const { terminal, input } = typed.happening;
      return happens({ tty: terminal === "" ? "console" : terminal, input });
    }
    case "kill":
      return kills(rest);
    case "signal":
      return signals(rest);
    case "write":
    case "remove":
    case "reload":
      return wrong(message("procd.read-once"));
    case "telinit":
    case "init":
      return wrong(message("procd.no-runlevels"));
    default:
      return wrongWord(what, procdHappeningWords);
  }
}
