// Counter-examples of random tables for the real BusyBox: what a search claims, as scenarios of the test program.

import { defaultWayEvents, readBusyboxScenario, verify } from "@inittab/core";
import type { RandomSource } from "../live/random.ts";
import { debianBuild } from "./build.ts";
import type { TestScenario } from "./sketch.ts";
import { isSteady } from "./steady.ts";

const actions = [
  "respawn",
  "askfirst",
  "once",
  "once",
  "wait",
  "sysinit",
  "ctrlaltdel",
  "shutdown",
  "restart",
];
const ids = ["", "", "tty1", "tty2"];
const words = ["getty tty1", "getty tty2", "", "x"];

/** The time of a way is cut by this, so that many are played in a minute. */
const haste = 2.5;

/** The longest way that is played, in seconds of the real init. */
const longest = 10;

/** Some counter-examples of so many random tables, and how many there were. */
export function pickCounterExamples(
  random: RandomSource,
  { tables, count }: { readonly tables: number; readonly count: number },
): { readonly picked: readonly TestScenario[]; readonly found: number } {
  const found = Array.from({ length: tables }, () => randomTable(random)).flatMap(counterExamples);
  return { picked: random.shuffle(found).slice(0, count), found: found.length };
}

/** A random table whose processes are the test program; some are called like a login. */
function randomTable(random: RandomSource): string {
  const lines = Array.from({ length: 2 + random.below(4) }, (_, index) =>
    `${random.pick(ids)}::${random.pick(actions)}:/bin/p r${index} ${random.pick(words)}`.trim(),
  );
  return lines.map((line) => `${line}\n`).join("");
}

/** The counter-examples of a table that do not hang on milliseconds. */
function counterExamples(table: string): readonly TestScenario[] {
  const options = { build: debianBuild, events: defaultWayEvents, limits: { states: 2000 } };
  return (verify(table, "busybox", options)?.findings ?? []).flatMap(({ scenario }) => {
    const reading = scenario === undefined ? undefined : readBusyboxScenario(scenario);
    if (reading?.kind !== "scenario") return [];
    const { inittab, events = [], until } = reading.scenario;
    const test: TestScenario = {
      ...{ inittab, ttys: ["tty1", "tty2"] },
      processes: Object.fromEntries([...table.matchAll(/\br\d/g)].map(([key]) => [key, { runs: null }])),
      events: events.map((event) => ({
        ...event,
        at: event.at / haste,
        // The test program is known by its first word.
        ...("kill" in event && { kill: event.kill.replace(/^\/bin\/p (r\d).*$/, "$1") }),
      })),
      until: until / haste,
    };
    return test.until <= longest && isSteady(test) ? [test] : [];
  });
}
