import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { runSimulation } from "../simulate/sysvinit/simulate.ts";
import { readScenario } from "../simulate/sysvinit/validate.ts";
import { inEnglish } from "../testing/english.ts";
import { type Comparison, compareTables } from "./compare.ts";

function compare(one: string, other: string, machine = "sysvinit", states = 20_000): Comparison {
  const result = compareTables(one, other, machine, { events: defaultWayEvents, limits: { states } });
  if (result === undefined) throw new Error(`${machine} is not searched`);
  return result;
}

/** What came of it, in a line. */
function check(one: string, other: string, machine?: string): string {
  const result = compare(one, other, machine);
  if (result.kind !== "differ") return result.kind;
  const { lines, way } = result;
  return `${inEnglish.text(result.message)} | ${lines.one ?? "-"} ${lines.other ?? "-"} | ${way.join(", ")}`;
}

const table = `id:2:initdefault:
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
1:23:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
`;

test("a table whose ids, comments and blanks differ is the same list", () => {
  expect(
    check(table, `# The same\n\n${table.replace("\n1:", "\nt1:").replace("38400 tty2", "38400  tty2")}`),
  ).toBe("same-list");
});

test("some hundred states are compared, and nobody cancels it", () => {
  const larger = `${table}l4:4:wait:/etc/init.d/rc 4\n3:2345:once:/bin/x\nca::ctrlaltdel:/sbin/reboot\n`;
  const result = compare(larger, larger.replace(":2345:", ":23455:"));
  expect(result.kind).toBe("equal");
  expect("states" in result && result.states).toBeGreaterThan(256);
});

test("a level that is written twice makes no difference for any sequence of events", () => {
  const small = "id:2:initdefault:\n1:2:respawn:/sbin/getty tty1\n";
  expect(compare(small, small.replace(":2:respawn", ":22:respawn"))).toMatchObject({ kind: "equal" });
});

test("the shortest sequence that tells two tables apart, and the lines at fault", () => {
  expect(check(table, table.replace("2:23:", "2:2:"))).toMatchInlineSnapshot(
    `"Only the first runs \`/sbin/getty 38400 tty2\` | 5 - | kill l2, telinit 3"`,
  );
  expect(check(table, table.replace("rc 2", "rc 3"))).toMatchInlineSnapshot(
    `"The first starts \`/etc/init.d/rc 2\`, the second \`/etc/init.d/rc 3\` | 2 2 | "`,
  );
  expect(check(table, table.replace("2:23:respawn", "2:23:once"))).toMatchInlineSnapshot(
    `"Only the first starts \`/sbin/getty 38400 tty2\` | 5 - | kill l2, kill 2"`,
  );
  expect(check(table, table.replace(/^2:.*\n/m, ""))).toMatchInlineSnapshot(
    `"Only the first starts \`/sbin/getty 38400 tty2\` | 5 - | kill l2"`,
  );
  expect(check(table, table.replace(/^id.*\n/, ""))).toMatchInlineSnapshot(
    `"The first is up, the second asks for a runlevel | - - | "`,
  );
  expect(check(table, `${table}ca::ctrlaltdel:/sbin/shutdown -r now\n`)).toMatchInlineSnapshot(
    `"The first starts \`/sbin/sulogin\`, the second \`/etc/init.d/rc 2\` | 6 2 | telinit S"`,
  );
  expect(check(table, `${table}l4:4:once:/bin/x\n`)).toMatchInlineSnapshot(
    `"Only the second starts \`/bin/x\` | - 6 | telinit 4"`,
  );
});

test("BusyBox", () => {
  const busybox = "::sysinit:/etc/init.d/rcS\n::askfirst:-/bin/sh\n::ctrlaltdel:/sbin/reboot\n";
  expect(check(busybox, `# The same\n${busybox}`, "busybox")).toBe("same-list");
  expect(check(busybox, busybox.replace("askfirst", "respawn"), "busybox")).toMatchInlineSnapshot(
    `"Both start \`-/bin/sh\`, but differently | 2 2 | kill /etc/init.d/rcS"`,
  );
  expect(check(busybox, busybox.replace("/sbin/reboot", "/sbin/halt"), "busybox")).toMatchInlineSnapshot(
    `"The first is down (reboot), the second is down (halt) | - - | kill /etc/init.d/rcS, signal INT"`,
  );
  expect(check(busybox, busybox.replace("askfirst", "once"), "busybox")).toMatchInlineSnapshot(
    `"Both start \`-/bin/sh\`, but differently | 2 2 | kill /etc/init.d/rcS"`,
  );
});

test("a bound is no proof", () => {
  const result = compare(table, table.replaceAll(":23:respawn", ":223:respawn"), "sysvinit", 10);
  expect(result.kind).toBe("unknown");
});

const levels = fc.constantFrom("", "2", "3", "23", "S", "0", "6", "a");
const actions = fc.constantFrom(
  ...["respawn", "once", "wait", "sysinit", "boot", "bootwait", "ondemand", "off", "ctrlaltdel", "powerfail"],
);
const processes = fc.constantFrom(
  "/sbin/getty tty1",
  "/bin/x",
  "/bin/y",
  "/sbin/shutdown -r now",
  "telinit 3",
);
const record = fc.tuple(levels, actions, processes);
const records = fc.array(record, { minLength: 1, maxLength: 3 });

type Fields = readonly [string, string, string];

function textOf(list: readonly Fields[], prefix = "r"): string {
  const lines = list.map((fields, index) => [`${prefix}${index}`, ...fields].join(":"));
  return ["id:2:initdefault:", ...lines].map((line) => `${line}\n`).join("");
}

/** What is seen of a run: what starts and ends when, and how it is at the end. */
function seen(scenario: object): string {
  const reading = readScenario(scenario);
  if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
  const { trace, state } = runSimulation(reading.scenario);
  const running = state.entries
    .filter((entry) => entry.running && !entry.zombie)
    .map(({ process }) => process);
  const starts = trace.events.flatMap((event) =>
    event.event === "start" ? [state.entries.find(({ id }) => id === event.id)?.process ?? ""] : [],
  );
  return JSON.stringify([trace.ended?.how, state.level, running.sort(), starts]);
}

test("another name for every record is no difference", () => {
  fc.assert(
    fc.property(records, (list) => {
      expect(compare(textOf(list), `# ${textOf(list, "x").replaceAll("\n", "\n\n")}`.slice(2)).kind).toBe(
        "same-list",
      );
    }),
    { numRuns: 100 },
  );
});

/** `PAIRS` takes more of them. */
const pairs = Number(process.env["PAIRS"] ?? 80);

test(
  "one change is found and shown, or cannot be seen in any run",
  () => {
    fc.assert(
      fc.property(
        records,
        fc.nat(),
        fc.nat({ max: 2 }),
        record,
        fc.array(fc.array(fc.nat(), { maxLength: 8 }), { minLength: 50, maxLength: 50 }),
        (list, at, field, fresh, scenarios) => {
          const place = at % list.length;
          const changed = list.map((fields, index): Fields => {
            if (index !== place) return fields;
            const [one, two, three] = fields;
            return [
              field === 0 ? fresh[0] : one,
              field === 1 ? fresh[1] : two,
              field === 2 ? fresh[2] : three,
            ];
          });
          const [one, other] = [textOf(list), textOf(changed)];
          const result = compare(one, other, "sysvinit", 3000);
          fc.pre(result.kind !== "unknown");
          if (result.kind === "differ") {
            expect(seen(result.one.scenario)).not.toBe(seen(result.other.scenario));
            return;
          }
          // What no sequence of events tells apart, no scenario does either.
          for (const picks of scenarios) {
            const events = picks.map((pick, index) => ({
              at: 5 * (index + 1),
              ...happenings[pick % happenings.length],
            }));
            const processes = Object.fromEntries(list.map((_, n) => [`r${n}`, { runs: null }]));
            const run = (inittab: string) => seen({ inittab, until: 60, events, processes });
            expect(run(one)).toBe(run(other));
          }
        },
      ),
      { numRuns: pairs },
    );
  },
  30_000 + pairs * 200,
);

const happenings: readonly object[] = [
  ...["0", "1", "2", "3", "6", "S", "a", "q"].map((telinit) => ({ telinit })),
  ...["INT", "HUP"].map((signal) => ({ signal })),
  { signal: "PWR", powerstatus: "F" },
  ...["r0", "r1", "r2"].map((kill) => ({ kill })),
];
