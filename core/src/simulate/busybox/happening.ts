// What can happen to BusyBox init, as people write it.

import { listOf } from "../../text/message.ts";
import { type HappeningReading, happens, writes, wrongForm } from "../run/happening.ts";
import { busyboxRequests } from "./machine/signals.ts";
import { message } from "./message.ts";
import type { BusyboxScenarioEvent } from "./scenario.ts";

/** The first words that are known. */
export const busyboxHappeningWords: readonly string[] = [
  ...busyboxRequests.map(({ name }) => name),
  ...["enter", "type", "console", "kill", "signal", "write", "remove"],
];

type Event = WithoutTime<BusyboxScenarioEvent>;
type WithoutTime<Each> = Each extends unknown ? Omit<Each, "at"> : never;

/** What happens, from the first word and the rest. */
export function busyboxHappening(what: string, rest: string): HappeningReading<Event> {
  const [first = "", ...more] = rest.split(/\s+/).filter((word) => word !== "");
  const request = busyboxRequests.find(({ name }) => name === what);
  if (request !== undefined)
    return first === ""
      ? happens({ signal: request.signal })
      : { kind: "wrong", why: message("happening.alone", { word: what }) };
  switch (what) {
    case "enter":
      return more.length > 0 ? wrongForm("enter [TERMINAL]") : typed(first, "\n");
    case "type":
      if (first === "") return wrongForm("type TERMINAL TEXT");
      return typed(first, `${rest.slice(rest.indexOf(first) + first.length).trimStart()}\n`);
    case "console":
      return happens({ console: `${rest}\n` });
    case "kill": {
      // A process field has blanks of its own; a signal is the last word.
      const [, command = "", signal] = /^(.*?)(?:\s+(TERM|KILL))?\s*$/s.exec(rest) ?? [];
      if (command === "") return wrongForm("kill PROCESS [TERM|KILL]");
      return happens({ kill: command, ...(signal !== undefined && { with: signal }) });
    }
    case "signal":
      if (first === "" || more.length > 0) return wrongForm("signal NAME");
      return happens({ signal: first.toUpperCase().replace(/^SIG/, "") });
    case "write":
      return writes(rest);
    case "remove":
      return happens({ write: null });
    case "telinit":
    case "init":
      return { kind: "wrong", why: message("busybox.no-runlevels") };
    default: {
      const words = listOf(busyboxHappeningWords, "comma");
      return { kind: "wrong", why: message("happening.none-of", { word: what, words }) };
    }
  }
}

function typed(terminal: string, input: string): HappeningReading<Event> {
  const name = terminal.replace(/^\/dev\//, "");
  return happens(name === "" || name === "console" ? { console: input } : { tty: name, input });
}
