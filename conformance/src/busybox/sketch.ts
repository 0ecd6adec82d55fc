// Random scenarios: tables and events of every kind. Whether the result of one is luck is looked at elsewhere.

import type { BusyboxScenario, BusyboxScenarioEvent } from "@inittab/core";
import type { RandomSource } from "../live/random.ts";
import { makeCommand, type TestCommand } from "./commands.ts";

/** A scenario of the test program, with everything said. */
export interface TestScenario extends BusyboxScenario {
  readonly processes: NonNullable<BusyboxScenario["processes"]>;
  readonly events: readonly BusyboxScenarioEvent[];
}

type Settings = TestScenario["processes"][string];

const actions = [
  "sysinit",
  "wait",
  "once",
  "once",
  "respawn",
  "respawn",
  "respawn",
  "askfirst",
  "ctrlaltdel",
  "ctrlaltdel",
  "shutdown",
  "shutdown",
  "restart",
];
const ids = ["", "", "", "", "", "", "tty1", "tty2", "/dev/tty1", "null", "tty9", "1", "console"];
const ttys = ["tty1", "tty2"];

/** A random scenario. */
export function sketchScenario(random: RandomSource): TestScenario {
  const commands = Array.from({ length: 3 + random.below(5) }, (_, index) => makeCommand(random, index));
  const table = makeTable(random, commands);
  const until = 6 + random.below(4);
  const events: BusyboxScenarioEvent[] = [];
  for (let left = random.below(4); left > 0; left--) events.push(...makeEvents(random, commands));
  if (random.chance(0.3))
    events.push({
      at: randomTime(random, 3, 5),
      signal: random.pick(["USR1", "USR2", "TERM", "PWR", "QUIT"]),
    });
  const processes = Object.fromEntries(
    commands.flatMap(({ keys }) => keys.map((key) => [key, makeProcess(random)])),
  );
  const chosen = random.below(12);
  return {
    inittab: chosen === 0 ? null : table,
    ttys,
    ...(chosen === 0 && {
      stubs: ["/etc/init.d/rcS", "/bin/sh", "/sbin/reboot", "/bin/umount", "/sbin/swapoff", "/sbin/init"],
    }),
    ...(chosen === 1 && { bootArgs: [random.pick(["single", "1", "-s", "5", "auto"])], stubs: ["/bin/sh"] }),
    processes: {
      ...processes,
      ...(chosen < 2 && {
        rcS: makeProcess(random),
        sh: makeProcess(random),
        umount: makeProcess(random),
        swapoff: makeProcess(random),
        reboot: makeProcess(random),
        init: { runs: null },
      }),
    },
    events: events.toSorted((one, other) => one.at - other.at),
    until,
  };
}

/** A table of odd lines: nothing happens but that init reads it. */
export function sketchReading(random: RandomSource): TestScenario {
  let text = "";
  const keys: string[] = [];
  for (let left = 8 + random.below(12); left > 0; left--) {
    const key = `k${left}`;
    keys.push(key);
    const line = random.pick([
      `::once:/bin/p ${key}`,
      `::once:/bin/p ${key}`,
      `tty1:x:once:/bin/p ${key}`,
      `:::once:/bin/p ${key}`,
      `::once:/bin/p ${key}:x`,
      `::ONCE:/bin/p ${key}`,
      `# /bin/p ${key}`,
      `:: once:/bin/p ${key}`,
      ` ::once:/bin/p ${key}`,
      "",
      " ",
      "\\",
      "#",
      "once",
    ]);
    const at = random.chance(0.3) ? random.below(line.length + 1) : line.length;
    const odd = random.pick([
      "",
      "",
      "",
      "\\",
      "\\\\",
      " \\",
      "\\\n",
      "#",
      " # x",
      "\r",
      "\0",
      "\t",
      ":",
      "\n",
    ]);
    text += `${line.slice(0, at)}${odd}${line.slice(at)}\n`;
  }
  const processes = Object.fromEntries(keys.map((key) => [key, { runs: null }]));
  return {
    inittab: random.chance(0.5) ? text : text.replace(/\n+$/, ""),
    ttys,
    processes,
    events: [],
    until: 2,
  };
}

function makeProcess(random: RandomSource): Settings {
  return {
    runs: random.chance(0.4) ? null : Math.round((0.15 + random.below(60) / 20) * 1000) / 1000,
    exit: random.pick([0, 0, 0, 1, 7]),
    onTerm: random.chance(0.15) ? "ignore" : "exit",
  };
}

const oddLines = [
  "# comment",
  "#",
  "",
  "   ",
  "\t# indented",
  "::off:/bin/p never",
  "id:3:initdefault:",
  "::once:",
  "::once",
  "::Once:/bin/p never",
  ":: once:/bin/p never",
  "# swallows \\",
  "::once:#",
  "nothing\r",
  "::once:/bin/p cr\r",
  "pf::powerfail:/bin/p never",
];

function makeTable(random: RandomSource, commands: readonly TestCommand[]): string {
  const lines = commands.flatMap(({ text }) => {
    const line = (): string =>
      `${random.pick(ids)}:${random.pick(["", "", "2345", "x"])}:${random.pick(actions)}:${text}`;
    return random.chance(0.12) ? [line(), line()] : [line()];
  });
  for (let left = random.below(3); left > 0; left--)
    lines.splice(random.below(lines.length + 1), 0, random.pick(oddLines));
  return lines.join("\n") + (random.chance(0.85) ? "\n" : "");
}

function makeEvents(random: RandomSource, commands: readonly TestCommand[]): readonly BusyboxScenarioEvent[] {
  const at = randomTime(random, 0, 6);
  switch (random.below(10)) {
    case 0:
    case 1: {
      const text = random.chance(0.05) ? null : makeTable(random, random.some(commands, 0.7));
      return [
        { at, write: text },
        { at: Math.round((at + 0.2) * 1000) / 1000, signal: "HUP" },
      ];
    }
    case 2:
      return [{ at, signal: "INT" }];
    case 3:
      return [
        { at, signal: "TSTP" },
        { at: randomTime(random, Math.ceil(at) + 1, Math.ceil(at) + 3), signal: "CONT" },
      ];
    case 4:
      return [{ at, console: random.pick(["\n", "q\n", "\r"]) }];
    case 5:
      return [{ at, tty: random.pick(ttys), input: random.pick(["\n", "abc\n"]) }];
    case 6:
      return [{ at, signal: random.pick(["HUP", "INT", "QUIT", "CONT", "WINCH", "PWR"]) }];
    case 7:
      return [{ at, kill: someKey(random, commands), with: random.pick(["TERM", "HUP", "USR1"]) }];
    default:
      return [{ at, kill: someKey(random, commands) }];
  }
}

/** The key of a process; nobody's where the chosen command starts none. */
function someKey(random: RandomSource, commands: readonly TestCommand[]): string {
  const { keys } = random.pick(commands);
  return keys[random.below(keys.length)] ?? "none";
}

function randomTime(random: RandomSource, from: number, to: number): number {
  return Math.round((from + random.below((to - from) * 20) / 20 + 0.013) * 1000) / 1000;
}
