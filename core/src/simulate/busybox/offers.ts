// What can be done by hand to a simulated machine with BusyBox init.

import { readInittab } from "../../inittab/read.ts";
import type { Offer, OfferGroup, Offers } from "../run/offers.ts";
import { nameOfId } from "./keys.ts";
import { type BusyboxRequest, busyboxRequests } from "./machine/signals.ts";
import { readTable } from "./machine/table.ts";
import type { BusyboxScenario } from "./scenario.ts";

const groups: readonly {
  readonly name: OfferGroup["name"];
  readonly requests: readonly BusyboxRequest["name"][];
}[] = [
  { name: "keys", requests: ["ctrl-alt-del"] },
  { name: "going-down", requests: ["halt", "power-off", "reboot"] },
  { name: "power", requests: ["power-fails"] },
  { name: "init", requests: ["reload", "restart", "stop", "continue"] },
];

/** What can be done to the machine of a scenario: Enter can be pressed wherever an entry of a table asks for it. */
export function busyboxOffers(scenario: BusyboxScenario): Offers {
  const requests = groups.map(({ name, requests: names }) => ({
    name,
    offers: busyboxRequests
      .filter((request) => names.includes(request.name))
      .map(({ name: request, signal }): Offer => ({ name: request, happening: { signal } })),
  }));
  const consoles = [...new Set(askingTerminals(scenario))].map(enterOffer);
  const enter: readonly OfferGroup[] = consoles.length === 0 ? [] : [{ name: "enter", offers: consoles }];
  return {
    groups: [...requests.slice(0, 1), ...enter, ...requests.slice(1)],
    bootWords: ["single"],
    hasRunlevels: false,
    settings: ["runs", "exit", "onTerm", "leaves"],
  };
}

/** Enter on a terminal. */
export function enterOffer(terminal: string): Offer {
  return {
    name: "enter",
    detail: terminal,
    happening: terminal === "console" ? { console: "\n" } : { tty: terminal, input: "\n" },
  };
}

/** What can be done to the processes with a key on one terminal. */
export function busyboxProcessOffers(key: string, terminal: string): readonly Offer[] {
  return [
    { name: "process-term", happening: { kill: key, with: "TERM", on: terminal } },
    { name: "process-kill", happening: { kill: key, on: terminal } },
  ];
}

function askingTerminals({ inittab, events = [] }: BusyboxScenario): readonly string[] {
  const written = events.flatMap((event) => ("write" in event && event.write !== null ? [event.write] : []));
  const builtIn =
    inittab === null
      ? readTable([], null).entries.flatMap(({ action, terminal }) =>
          action === "askfirst" ? [terminal] : [],
        )
      : [];
  const own = [...(inittab === null ? [] : [inittab]), ...written].flatMap((text) =>
    readInittab(text, { dialect: "busybox" }).records.flatMap(({ action, id }) =>
      action === "askfirst" ? [id] : [],
    ),
  );
  return [...builtIn, ...own].map(nameOfId).filter((name) => name !== "null");
}
