import { type Offer, simulatedDialects, simulatedInit } from "@inittab/core";
import { expect, test } from "vitest";
import { groupName, wordsOf } from "./offer-words.ts";

const l10n = {
  t: (message: string, ...values: (string | number)[]) =>
    message.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])),
};

test.each(simulatedDialects)("no two buttons of %s have the same name", (dialect) => {
  const asking = ["", "tty1", "tty2", "tty3", "ttyS0"].map((id) => `${id}::askfirst:/bin/a\n`);
  const inittab = asking.join("");
  const opening = simulatedInit(dialect)?.open({ inittab, until: 1 });
  const groups = opening?.kind === "simulation" ? opening.simulation.offers().groups : [];
  const titles = groups.flatMap(({ offers }) => offers.map((offer) => wordsOf(offer, l10n).title));
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThan(8);
  const names = groups.map((group) => groupName(group, l10n));
  expect(new Set(names).size).toBe(groups.length);
});

test("an offer has words for its button, its tip and its event", () => {
  const offers: readonly Offer[] = [
    { name: "telinit", detail: "3", happening: { telinit: "3" } },
    { name: "enter", detail: "tty2", happening: { tty: "tty2", input: "\n" } },
    { name: "reboot", happening: { signal: "TERM" } },
    { name: "process-kill", happening: { kill: "1", how: "KILL" } },
  ];
  const shown = offers.map((offer) => {
    const { button, title, event } = wordsOf(offer, l10n);
    return `${button} | ${title} | ${event}`;
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "3 | telinit 3 | telinit 3
    tty2 | Enter on tty2 | Enter on tty2
    Reboot | Reboot | reboot
    KILL | Somebody kills the process | Somebody kills the process"
  `);
});
