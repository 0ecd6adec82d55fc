// What can be done to a simulated machine by hand. A view makes its buttons from this, so that it needs to know nothing
// of any init.

import type { BusyboxRequest } from "../busybox/machine/signals.ts";
import type { BusyboxScenarioEvent } from "../busybox/scenario.ts";
import type { ProcessSettings, ScenarioEvent } from "./scenario.ts";

type WithoutTime<Event> = Event extends unknown ? Omit<Event, "at"> : never;

/** Something that happens, without its time. */
export type Happening = WithoutTime<ScenarioEvent> | WithoutTime<BusyboxScenarioEvent>;

/** What is offered; a view finds its words by this name. */
export type OfferName =
  | "telinit"
  | "keyboard-request"
  | "power-low"
  | "power-back"
  | "enter"
  | "process-ends"
  | "process-term"
  | "process-kill"
  | BusyboxRequest["name"];

/** One thing that can be done. */
export interface Offer {
  readonly name: OfferName;
  /** The level of `telinit`, or the terminal of `enter`. */
  readonly detail?: string;
  readonly happening: Happening;
}

/** Things that belong together. */
export interface OfferGroup {
  readonly name: "telinit" | "keys" | "enter" | "power" | "going-down" | "init";
  readonly offers: readonly Offer[];
}

/** Everything that can be done to a machine. */
export interface Offers {
  readonly groups: readonly OfferGroup[];
  /** Words that init may be started with. */
  readonly bootWords: readonly string[];
  /** Whether there are runlevels, which can be compared. */
  readonly hasRunlevels: boolean;
  /** What can be said of how a process behaves. */
  readonly settings: readonly (keyof ProcessSettings)[];
}

const signal = (name: OfferName, of: string, powerstatus?: string): Offer => ({
  name,
  happening: { signal: of, ...(powerstatus === undefined ? {} : { powerstatus }) },
});

/** What can be done to a machine with sysvinit. */
export const sysvinitOffers: Offers = {
  groups: [
    {
      name: "telinit",
      offers: [..."0123456Sabcqu"].map((word) => ({
        name: "telinit",
        detail: word,
        happening: { telinit: word },
      })),
    },
    { name: "keys", offers: [signal("ctrl-alt-del", "INT"), signal("keyboard-request", "WINCH")] },
    {
      name: "power",
      offers: [
        signal("power-fails", "PWR", "F"),
        signal("power-low", "PWR", "L"),
        signal("power-back", "PWR", "O"),
      ],
    },
  ],
  bootWords: ["single", "3"],
  hasRunlevels: true,
  settings: ["runs", "exit", "onTerm", "termDelay"],
};

/** What can be done to the process of a record of sysvinit. */
export function processOffers(id: string): readonly Offer[] {
  return [
    { name: "process-ends", happening: { kill: id } },
    { name: "process-term", happening: { kill: id, how: "TERM" } },
    { name: "process-kill", happening: { kill: id, how: "KILL" } },
  ];
}
