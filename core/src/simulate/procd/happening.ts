// What can happen to procd, as people write it.

import { listOf } from "../../text/message.ts";
import { type HappeningReading, happens, wrongForm } from "../run/happening.ts";
import { procdAskings } from "./machine/signals.ts";
import { message } from "./message.ts";
import type { ProcdScenarioEvent } from "./scenario.ts";

/** The first words that are known. */
export const procdHappeningWords: readonly string[] = [
  ...procdAskings.map(({ name }) => name),
  ...["enter", "type", "kill", "signal"],
];

type Event = WithoutTime<ProcdScenarioEvent>;
type WithoutTime<Each> = Each extends unknown ? Omit<Each, "at"> : never;

/** What happens, from the first word and the rest. */
export function procdHappening(what: string, rest: string): HappeningReading<Event> {
  const [first = "", ...more] = rest.split(/\s+/).filter((word) => word !== "");
  const asking = procdAskings.find(({ name }) => name === what);
  if (asking !== undefined)
    return first === ""
      ? happens({ signal: asking.signal })
      : { kind: "wrong", why: message("happening.alone", { word: what }) };
  switch (what) {
    case "enter":
      return more.length > 0 ? wrongForm("enter [TERMINAL]") : typed(first, "\n");
    case "type":
      if (first === "") return wrongForm("type TERMINAL TEXT");
      return typed(first, `${rest.slice(rest.indexOf(first) + first.length).trimStart()}\n`);
    case "kill": {
      const [, command = "", signal] = /^(.*?)(?:\s+(TERM|KILL))?\s*$/s.exec(rest) ?? [];
      if (command === "") return wrongForm("kill PROCESS [TERM|KILL]");
      return happens({ kill: command, ...(signal !== undefined && { with: signal }) });
    }
    case "signal":
      if (first === "" || more.length > 0) return wrongForm("signal NAME");
      return happens({ signal: first.toUpperCase().replace(/^SIG/, "") });
    case "write":
    case "remove":
    case "reload":
      return { kind: "wrong", why: message("procd.read-once") };
    case "telinit":
    case "init":
      return { kind: "wrong", why: message("procd.no-runlevels") };
    default: {
      const words = listOf(procdHappeningWords, "comma");
      return { kind: "wrong", why: message("happening.none-of", { word: what, words }) };
    }
  }
}

function typed(terminal: string, input: string): HappeningReading<Event> {
  const name = terminal.replace(/^\/dev\//, "");
  return happens({ tty: name === "" ? "console" : name, input });
}
