// Counter-examples of random tables and of tables from the wild, for the real init: what a search claims, as scenarios of
// the test program.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultWayEvents, readInittab, readScenario, type SysvinitVersion, verify } from "@inittab/core";
import type { RandomSource } from "../live/random.ts";
import type { TestScenario } from "./sketch.ts";
import { isSteady } from "./steady.ts";

const levels = ["2", "3", "23", "S", "", "a", "0"];
const actions = ["respawn", "respawn", "once", "wait", "ondemand", "ctrlaltdel", "powerfail", "bootwait"];
const words = ["getty tty1", "getty tty2", "agetty tty1", "", "x"];

/** The time of a way is cut by this, so that many are played in a minute. */
const haste = 2.5;

/** The longest way that is played, in seconds of the real init. */
const longest = 10;

/** Real tables, where they are there. */
const corpus = "../shared/corpus/inittab";

/** So many of them are taken, and none with more records: each is searched. */
const mostReal = 12;
const mostRecords = 16;

/** Some counter-examples of so many random tables and of some real ones, and how many there were. */
export function pickCounterExamples(
  random: RandomSource,
  { tables, count }: { readonly tables: number; readonly count: number },
  version: SysvinitVersion,
): { readonly picked: readonly TestScenario[]; readonly found: number } {
  const made = Array.from({ length: tables }, () => randomTable(random));
  const found = [...made, ...realTables(random)].flatMap((table) => counterExamples(table, version));
  return { picked: random.shuffle(found).slice(0, count), found: found.length };
}

/** A random table whose processes are the test program; some are called like a login. */
function randomTable(random: RandomSource): string {
  const records = Array.from({ length: 2 + random.below(4) }, (_, index) => {
    const fields = [`r${index}`, random.pick(levels), random.pick(actions)];
    return [...fields, `/bin/p r${index} ${random.pick(words)}`.trim()].join(":");
  });
  return [`id:${random.pick(["2", "3"])}:initdefault:`, ...records].map((line) => `${line}\n`).join("");
}

/** Tables from the wild whose processes are the test program, called like a login where they were one. */
function realTables(random: RandomSource): readonly string[] {
  let names: readonly string[] = [];
  try {
    names = readdirSync(corpus).filter((name) => /-sysvinit\./.test(name));
  } catch {
    console.log(`no real tables: ${corpus} is not there`);
  }
  return random
    .shuffle(names)
    .slice(0, mostReal)
    .flatMap((name) => {
      const text = readFileSync(join(corpus, name), "latin1");
      const { records } = readInittab(text, { dialect: "sysvinit" });
      const own = records.filter(({ path }) => path !== undefined);
      if (own.length === 0 || own.length > mostRecords) return [];
      const lines = own.map(({ runlevels, action, process }, index) => {
        const login = /getty/.test(process) ? " getty tty1" : "";
        return `r${index}:${runlevels}:${action}:/bin/p r${index}${login}\n`;
      });
      return [lines.join("")];
    });
}

/** The counter-examples of a table that do not hang on milliseconds. */
function counterExamples(table: string, version: SysvinitVersion): readonly TestScenario[] {
  const options = { version, events: defaultWayEvents, limits: { states: 2000 } };
  return (verify(table, "sysvinit", options)?.findings ?? []).flatMap(({ scenario }) => {
    const reading = scenario === undefined ? undefined : readScenario(hastened(scenario));
    if (reading?.kind !== "scenario") return [];
    const { inittab, processes = {}, events = [], until } = reading.scenario;
    const test = { ...reading.scenario, inittab: inittab ?? "", processes, events };
    return until <= longest && isSteady(test, version) ? [test] : [];
  });
}

function hastened(scenario: object): object {
  const { events, until } = { events: [], until: 0, ...scenario };
  return {
    ...scenario,
    events: events.map((event: { readonly at: number }) => ({ ...event, at: event.at / haste })),
    until: until / haste,
  };
}
