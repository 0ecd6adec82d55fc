// The states that a search finds of procd are those of the simulator, and what it leaves out changes no answer.

import fc from "fast-check";
import { expect, test } from "vitest";
import type { MachineSpec } from "../inittab/machine-profile.ts";
import { prepareRun } from "../simulate/procd/simulate.ts";
import { readProcdScenario } from "../simulate/procd/validate.ts";
import { procdWays } from "../simulate/procd/ways.ts";
import { collect } from "../simulate/run/record.ts";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { inEnglish } from "../testing/english.ts";
import { compareTables } from "./compare.ts";
import { planReloads } from "./plan.ts";
import { restingPlaces } from "./rest.ts";
import { type StateSpace, search } from "./search.ts";
import { verify, type WayFinding } from "./verify.ts";

const ids = fc.constantFrom("", "tty1", "tty1", "ttyS0", "console", "/dev/tty1", "tts/0", "hvc0");
const actions = fc.constantFrom(
  ...["respawn", "respawn", "respawnlate", "askfirst", "askfirst", "askconsole", "askconsolelate"],
  ...["sysinit", "sysinit", "shutdown", "shutdown", "once"],
);
const processes = fc.constantFrom(
  ...["/bin/login", "/sbin/getty 9600 tty1", "/bin/x", "/bin/x  S boot", "/usr/sbin/sshd -D"],
  ...["/etc/init.d/rcS S boot", "/etc/init.d/rcS K shutdown", "/etc/init.d/rcS S"],
);
const table = fc
  .array(fc.tuple(ids, actions, processes), { maxLength: 5 })
  .map((records) => records.map(([id, action, process]) => `${id}::${action}:${process}\n`).join(""));
const machine = fc.constantFrom<(MachineSpec | undefined)[]>(
  ...([undefined, { profile: "pc" }, { profile: "board-serial" }, { profile: "container" }] as const),
);

/** What the simulator comes to: how the machine went down, or the lines and what runs for each. */
function played(scenario: object): readonly string[] {
  const reading = readProcdScenario(scenario);
  if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
  expect(reading.problems).toEqual([]);
  const run = prepareRun(reading.scenario);
  const { end } = collect(run);
  if (end.ended !== undefined) return [end.ended.how];
  return [...run.world.processes.values()].map(({ entry }) => `line ${entry.line}`).sort();
}

function seenAt(space: StateSpace, place: number): readonly string[] {
  const { down, running } = space.view(place);
  return down === undefined ? running.map((record) => `line ${space.records[record]?.line}`).sort() : [down];
}

test.each([true, false])(
  "the way to each state leads the simulator into that state (reduced: %s)",
  (reduce) => {
    fc.assert(
      fc.property(table, machine, fc.nat(), (text, spec, seed) => {
        const ways = procdWays(text, { reduce, ...(spec !== undefined && { machine: spec }) });
        const space = search(ways, { states: 400 });
        const place = seed % space.count;
        expect(played(space.wayTo(place).scenario)).toEqual(seenAt(space, place));
      }),
      { numRuns: 300 },
    );
  },
);

test("what the reduced search leaves out changes nothing at rest", () => {
  fc.assert(
    fc.property(table, machine, (text, spec) => {
      const options = spec === undefined ? {} : { machine: spec };
      const whole = search(procdWays(text, { ...options, reduce: false }), { states: 3000 });
      fc.pre(whole.exhausted);
      expect(atRest(search(procdWays(text, options)))).toEqual(atRest(whole));
    }),
    { numRuns: 150 },
  );
});

/** The logins of the states at rest, and of the others whether the machine is down. */
function atRest(space: StateSpace): readonly string[] {
  const found = new Set<string>();
  for (const place of restingPlaces(space)) {
    const logins = space.view(place).running.filter((record) => space.records[record]?.login === true);
    found.add(logins.join());
  }
  for (let place = 0; place < space.count; place++) found.add(space.view(place).down ?? "");
  return [...found].sort();
}

function findingsOf(text: string, spec?: MachineSpec): readonly WayFinding[] {
  const options = { events: defaultWayEvents, ...(spec !== undefined && { machine: spec }) };
  const result = verify(text, "procd", options);
  expect(result?.exhausted).toBe(true);
  return result?.findings ?? [];
}

/** A line for each finding: question, line, what, and the way there. */
function check(text: string, spec?: MachineSpec): string {
  const lines = findingsOf(text, spec).map(({ severity, question, line, message, sequence }) => {
    const way = sequence.map(({ words }) => words).join(", ");
    const what = `${severity} ${question}${line === undefined ? "" : ` ${line}`}`;
    return `${what}: ${inEnglish.text(message)}${way === "" ? "" : ` | ${way}`}`;
  });
  return lines.join("\n") || "nothing";
}

test("the scenario of a finding shows what the finding says", () => {
  const shown = new Map<string, number>();
  fc.assert(
    fc.property(table, machine, (text, spec) => {
      for (const { question, scenario, message } of findingsOf(text, spec)) {
        if (scenario === undefined) continue;
        shown.set(question, (shown.get(question) ?? 0) + 1);
        const end = played(scenario);
        if (question === "race")
          for (const side of ["one", "other"])
            expect(end).toContain(`line ${String(message.values?.[side])}`);
        if (question === "way-down") expect(end).not.toContain("reboot");
      }
    }),
    { numRuns: 150 },
  );
  for (const question of ["login", "way-down", "race"])
    expect(shown.get(question), question).toBeGreaterThan(0);
});

/** The table of OpenWrt. */
const good = `::sysinit:/etc/init.d/rcS S boot
::shutdown:/etc/init.d/rcS K shutdown
::askconsole:/usr/libexec/login.sh
ttyS0::askfirst:/usr/libexec/login.sh
`;

test("a table that locks nobody out and goes down from everywhere", () => {
  expect(check(good)).toBe("nothing");
});

test("nothing brings the machine down", () => {
  expect(check(good.replace(/^::shutdown.*\n/m, ""))).toMatchInlineSnapshot(`
    "warning way-down: \`signal TERM\` does not bring the machine down: nothing in this table does so | signal TERM
    warning way-down: \`signal USR1\` does not bring the machine down: nothing in this table does so | signal USR1
    warning way-down: \`signal USR2\` does not bring the machine down: nothing in this table does so | signal USR2"
  `);
  expect(check(good.replace(" K shutdown", ""))).toMatchInlineSnapshot(`
    "warning way-down: \`signal TERM\` does not bring the machine down: nothing in this table does so | signal TERM
    warning way-down: \`signal USR1\` does not bring the machine down: nothing in this table does so | signal USR1
    warning way-down: \`signal USR2\` does not bring the machine down: nothing in this table does so | signal USR2
    information dead-record 2: Whatever happens, init never starts this entry"
  `);
});

test("nobody can log in", () => {
  expect(
    check("::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\n"),
  ).toMatchInlineSnapshot(
    `"information login: This table starts no login; only what runs there, such as \`/etc/init.d/rcS S boot\`, could | /etc/init.d/rcS S boot ends"`,
  );
  expect(check("::shutdown:/etc/init.d/rcS K shutdown\n::sysinit:/etc/init.d/rcS\n")).toMatchInlineSnapshot(`
    "warning login: Nobody can log in: init runs no login, and nothing in this table starts one
    information dead-record 2: Whatever happens, init never starts this entry"
  `);
});

test("a login without a device is gone after the first logout", () => {
  expect(check(`${good.replace(/^.*ask.*\n/gm, "")}::respawn:/bin/login\n`)).toMatchInlineSnapshot(
    `"information login: This table starts no login; only what runs there, such as \`/etc/init.d/rcS S boot\`, could | /etc/init.d/rcS S boot ends, kill /bin/login"`,
  );
});

test("records that nothing can start", () => {
  const further = "tts/0::askfirst:/bin/ash\n::sysinit:/etc/init.d/rcS S again\nconsole::askfirst:/bin/ash\n";
  expect(check(`${good}${further}`)).toMatchInlineSnapshot(`
    "information dead-record 5: Whatever happens, init never starts this entry
    information dead-record 6: Whatever happens, init never starts this entry
    information dead-record 7: Whatever happens, init never starts this entry"
  `);
});

test("two logins on one terminal", () => {
  expect(check(`${good}ttyS0::respawn:/bin/login\n`)).toMatchInlineSnapshot(
    `"warning race 5: Two logins read ttyS0 at the same time: lines 4 and 5"`,
  );
});

test("a machine without the terminals of the table", () => {
  const own = good.replace("::askconsole", "tty7::askfirst");
  expect(check(own, { profile: "board-serial", console: "ttyAMA0" })).toMatchInlineSnapshot(`
    "information login: This table starts no login; only what runs there, such as \`/etc/init.d/rcS S boot\`, could | /etc/init.d/rcS S boot ends
    information dead-record 3: Whatever happens, init never starts this entry
    information dead-record 4: Whatever happens, init never starts this entry"
  `);
});

test("two tables are compared, and neither is read again", () => {
  const other = good.replace("S boot", "S start");
  const result = compareTables(good, other, "procd", { events: defaultWayEvents });
  expect(result).toMatchObject({ kind: "differ", lines: { one: 1, other: 1 } });
  expect(compareTables(good, `# new\n${good}`, "procd", { events: defaultWayEvents })?.kind).toBe(
    "same-list",
  );
  expect(planReloads(good, other, "procd", {})).toBeUndefined();
});
