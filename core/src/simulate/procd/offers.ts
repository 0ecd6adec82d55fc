// What can be done by hand to a simulated machine with procd.

import { readInittab } from "../../inittab/read.ts";
import type { Offer, OfferGroup, Offers } from "../run/offers.ts";
import { placedEntries } from "./keys.ts";
import { procdAskings } from "./machine/signals.ts";
import { enterProcdState, procdStates } from "./machine/states.ts";
import type { ProcdScenario } from "./scenario.ts";
import { terminalsOf } from "./world/create-world.ts";

const groups: readonly {
  readonly name: OfferGroup["name"];
  readonly askings: readonly (typeof procdAskings)[number]["name"][];
}[] = [
  { name: "keys", askings: ["ctrl-alt-del"] },
  { name: "going-down", askings: ["halt", "power-off", "reboot"] },
  { name: "power", askings: ["power-fails"] },
];

/** What can be done to the machine of a scenario: Enter can be pressed wherever an entry asks for it. */
export function procdOffers(scenario: ProcdScenario): Offers {
  const asked = groups.map(
    ({ name, askings }): OfferGroup => ({
      name,
      offers: procdAskings
        .filter((asking) => askings.includes(asking.name))
        .map(({ name: offer, signal }): Offer => ({ name: offer, happening: { signal } })),
    }),
  );
  const consoles = [...new Set(askingDevices(scenario))].map(enterOffer);
  const enter: readonly OfferGroup[] = consoles.length === 0 ? [] : [{ name: "enter", offers: consoles }];
  return {
    groups: [...asked.slice(0, 1), ...enter, ...asked.slice(1)],
    bootWords: [],
    hasRunlevels: false,
    settings: ["runs", "exit", "onTerm"],
  };
}

/** Enter on a device. */
export function enterOffer(device: string): Offer {
  return { name: "enter", detail: device, happening: { tty: device, input: "\n" } };
}

/** What can be done to the processes with a key on one device. */
export function procdProcessOffers(key: string, device: string | null): readonly Offer[] {
  const on = device === null ? {} : { on: device };
  return [
    { name: "process-term", happening: { kill: key, with: "TERM", ...on } },
    { name: "process-kill", happening: { kill: key, ...on } },
  ];
}

function askingDevices(scenario: ProcdScenario): readonly string[] {
  const entries = placedEntries(readInittab(scenario.inittab ?? "", { dialect: "procd" }).records);
  const terminals = terminalsOf(scenario, entries);
  return procdStates.flatMap((state) =>
    enterProcdState(state, entries, terminals).flatMap((step) =>
      step.kind === "start" && step.asks ? [step.device ?? "console"] : [],
    ),
  );
}
