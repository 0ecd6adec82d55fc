// What can be done by hand to a simulated machine with sysvinit.

import { readInittab } from "../../inittab/read.ts";
import type { Happening, Offer, OfferGroup, OfferName, Offers } from "../run/offers.ts";
import { defaultRunlevelOf } from "./level-records.ts";
import type { Scenario } from "./scenario.ts";

const signal = (name: OfferName, of: string, powerstatus?: string): Offer => ({
  name,
  happening: { signal: of, ...(powerstatus === undefined ? {} : { powerstatus }) },
});

/** What can be done to the machine of a scenario: a question of init can be answered where it asks one. */
export function sysvinitOffers({ inittab }: Scenario): Offers {
  const isAsked =
    inittab === null || defaultRunlevelOf(readInittab(inittab, { dialect: "sysvinit" })) === null;
  return isAsked ? { ...usualOffers, groups: [...usualOffers.groups, answers] } : usualOffers;
}

const answers: OfferGroup = {
  name: "answer",
  offers: [..."12345S"].map((level) => ({
    name: "answer",
    detail: level,
    happening: { console: `${level}\n` },
  })),
};

const usualOffers: Offers = {
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
    {
      name: "init",
      offers: [
        signal("reload", "HUP"),
        signal("reopen-pipe", "USR1"),
        signal("stop", "TSTP"),
        signal("continue", "CONT"),
      ],
    },
  ],
  bootWords: ["single", "3", "emergency"],
  waitTime: "waitBetweenSignals",
  hasRunlevels: true,
  settings: ["runs", "exit", "onTerm", "termDelay", "leaves"],
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
