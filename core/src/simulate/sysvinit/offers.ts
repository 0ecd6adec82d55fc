// What can be done by hand to a simulated machine with sysvinit.

import type { Happening, Offer, OfferName, Offers } from "../run/offers.ts";

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

/** What makes the process of a record end by itself with this exit code. */
export function endOfProcess(id: string, code: number): Happening {
  return { kill: id, exit: code };
}
