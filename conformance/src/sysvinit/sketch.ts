// Random scenarios: tables and events of every kind. Whether the result of one is luck is looked at elsewhere.

import type { ProcessSettings, Scenario, ScenarioEvent } from "@inittab/core";
import type { RandomSource } from "../live/random.ts";

/** A scenario of the test program, with everything said. */
export interface TestScenario extends Scenario {
  readonly inittab: string;
  readonly processes: Readonly<Record<string, ProcessSettings>>;
  readonly events: readonly ScenarioEvent[];
}

type Happening = ScenarioEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, "at">
    : never
  : never;

interface TestRecord {
  readonly id: string;
  readonly line: string;
}

/** Levels to boot into, with the usual ones more often. */
const defaults = ["2", "2", "3", "4", "5", "2", "3", "25", "S"];
const ordinary = ["2", "3", "4", "5"];
const actions = [
  "respawn",
  "respawn",
  "respawn",
  "once",
  "once",
  "wait",
  "wait",
  "ondemand",
  "boot",
  "bootwait",
  "sysinit",
  "powerfail",
  "powerwait",
  "powerokwait",
  "powerfailnow",
  "ctrlaltdel",
  "kbrequest",
  "off",
];

/** A random scenario. */
export function sketchScenario(random: RandomSource): TestScenario {
  const level = random.pick(defaults);
  const records = Array.from({ length: 3 + random.below(7) }, (_, index) => makeRecord(random, index));
  if (random.chance(0.5)) records.push({ id: "su", line: "su:S:wait:/bin/p su" });
  const initdefault = `id:${level}:initdefault:`;
  const lines = [initdefault, ...records.map((record) => record.line)];
  if (random.chance(0.3)) lines.splice(random.below(lines.length + 1), 0, oddLine(random));
  const table = random.chance(0.3) ? random.shuffle(lines) : lines;
  const processes = new Map<string, ProcessSettings>([
    ["su", { runs: random.chance(0.7) ? null : randomTime(random, 0.5, 4) }],
    ["zz", { runs: 0.3 }],
  ]);
  for (const { id } of records) if (!processes.has(id)) processes.set(id, makeProcess(random));
  const tty = random.chance(0.08);
  // At a terminal init may ask for the level.
  if (tty && random.chance(0.7)) table.splice(table.indexOf(initdefault), 1);
  const { events, last } = makeEvents(random, { table, records, processes, tty });
  return {
    ...(tty ? { tty } : {}),
    inittab: `${table.join("\n")}\n`,
    ...(random.chance(0.2) ? { bootArgs: [random.pick(["single", "3", "auto", "4", "-s", "5"])] } : {}),
    processes: Object.fromEntries(processes),
    events,
    until: roundTime(last + randomTime(random, 1, 2)),
  };
}

function makeRecord(random: RandomSource, index: number): TestRecord {
  const action = random.pick(actions);
  const id = `${action.charAt(0)}${index}`;
  const shown = random.chance(0.05) ? action.toUpperCase() : action;
  const flag = random.chance(0.08) ? random.pick(["+", "@", "+@"]) : "";
  const rest = random.chance(0.15) ? random.pick([' "$RUNLEVEL"', " # note", " arg", " one two"]) : "";
  // An @ keeps the shell away and makes the quotes part of the word; older releases take it for a part of the name.
  const process = `${flag}/bin/p ${id}${flag.includes("@") ? "" : rest}`;
  return { id, line: `${id}:${makeLevels(random)}:${shown}:${process}` };
}

function makeLevels(random: RandomSource): string {
  if (random.chance(0.15)) return "";
  if (random.chance(0.12)) return random.pick(["a", "b", "2a", "c", "A3"]);
  const levels = random
    .some([...ordinary, ...(random.chance(0.2) ? ["S", "s", "1", "0"] : [])], 0.5)
    .join("");
  return levels === "" ? random.pick(ordinary) : levels;
}

function oddLine(random: RandomSource): string {
  return random.pick([
    "# a comment",
    "",
    "toolong:2:once:/bin/p zz",
    "x:2:respwan:/bin/p zz",
    "w",
    "id:3:off:",
    "w:2:once",
    `#${"c".repeat(260)}:2345:once:/bin/p zz`,
    "\t# tabbed",
  ]);
}

function makeProcess(random: RandomSource): ProcessSettings {
  return {
    runs: random.chance(0.45) ? null : randomTime(random, 0.3, 5),
    ...(random.chance(0.3) ? { exit: random.pick([1, 2, 127, 255]) } : {}),
    ...(random.chance(0.2) ? { onTerm: "ignore" } : {}),
    ...(random.chance(0.25) ? { termDelay: randomTime(random, 0.3, 2) } : {}),
  };
}

/** What the events are about. An edited table may bring further records and processes. */
interface Surroundings {
  readonly table: readonly string[];
  readonly records: TestRecord[];
  readonly processes: Map<string, ProcessSettings>;
  readonly tty: boolean;
}

/** Events in their order, and the time of the last one. */
function makeEvents(
  random: RandomSource,
  { table, records, processes, tty }: Surroundings,
): { readonly events: readonly ScenarioEvent[]; readonly last: number } {
  const events: ScenarioEvent[] = [];
  let at = 0.5;
  let lines = table;
  for (let count = 2 + random.below(6); count > 0; count--) {
    at = roundTime(at + randomTime(random, 0.5, 2));
    if (tty && random.chance(0.4)) {
      events.push({
        at,
        console: random.pick(["3\n", "2\n", "S\n", "x\n", "12\n", "\n", "5", "abcdefgh4\n"]),
      });
      continue;
    }
    const edited = random.chance(0.3) ? edit(random, lines, records, processes) : undefined;
    if (edited !== undefined) {
      lines = edited;
      events.push({ at, write: `${lines.join("\n")}\n` });
      at = roundTime(at + 0.3);
      events.push({ at, ...tellOfEdit(random) });
    } else events.push({ at, ...makeEvent(random, records) });
  }
  // At a terminal these levels throw away what was written last, and with luck that is a message.
  const loud = (event: ScenarioEvent): boolean =>
    !tty || !("telinit" in event && /^[sS016]$/.test(String(event.telinit)));
  return { events: events.filter(loud), last: at };
}

function tellOfEdit(random: RandomSource): Happening {
  return random.pick<Happening>([
    { telinit: "q" },
    { telinit: "q" },
    { signal: "HUP" },
    { telinit: random.pick(ordinary) },
    { telinit: "a" },
  ]);
}

function makeEvent(random: RandomSource, records: readonly TestRecord[]): Happening {
  const { id } = random.pick(records);
  const kinds: readonly (() => Happening)[] = [
    () => ({ telinit: random.pick(ordinary) }),
    () => ({ telinit: random.pick(ordinary), waitBetweenSignals: random.pick([1, 2, 4]) }),
    () => ({ telinit: random.pick(["S", "s", "1", "0", "7"]) }),
    () => ({ telinit: random.pick(["a", "b", "c", "A"]) }),
    () => ({ telinit: random.pick(["q", "Q", "u"]) }),
    () => ({ signal: "INT" }),
    () => ({
      signal: "PWR",
      ...(random.chance(0.6) ? { powerstatus: random.pick(["O", "L", "F", ""]) } : {}),
    }),
    () => ({ signal: random.pick(["WINCH", "HUP", "USR1", "RTMIN+4", "TERM"]) }),
    () => ({ kill: id, how: random.pick(["exit", "KILL", "TERM"] as const) }),
    () => ({ kill: id }),
    () => ({
      initctl: random.pick([
        { cmd: 2 },
        { cmd: 3 },
        { cmd: 4 },
        { cmd: 9 },
        { runlevel: "x" },
        { runlevel: "3", magic: 1 },
      ]),
    }),
  ];
  return random.pick(kinds)();
}

/** The table with one change; undefined where the chosen line cannot be changed so. */
function edit(
  random: RandomSource,
  lines: readonly string[],
  records: TestRecord[],
  processes: Map<string, ProcessSettings>,
): readonly string[] | undefined {
  const at = random.below(lines.length);
  const fields = lines[at]?.split(":") ?? [];
  const [, , action, process] = fields;
  if (process === undefined || action === "initdefault") return undefined;
  const change = (index: number, value: string): readonly string[] =>
    lines.with(at, fields.with(index, value).join(":"));
  switch (random.below(6)) {
    case 0:
      return lines.toSpliced(at, 1);
    case 1:
      return change(1, makeLevels(random));
    case 2:
      return change(2, random.pick(actions));
    case 3:
      return change(3, `${process} new`);
    case 4: {
      const record = makeRecord(random, 20 + random.below(9));
      if (processes.has(record.id)) return undefined;
      records.push(record);
      processes.set(record.id, makeProcess(random));
      return lines.toSpliced(at, 0, record.line);
    }
    default:
      return random.shuffle(lines);
  }
}

function randomTime(random: RandomSource, from: number, to: number): number {
  return roundTime(from + random.below((to - from) * 100) / 100);
}

function roundTime(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
