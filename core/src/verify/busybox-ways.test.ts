// The states that a search finds of BusyBox are those of the simulator, and what it leaves out changes no answer.

import fc from "fast-check";
import { expect, test } from "vitest";
import { offersLogin } from "../inittab/login.ts";
import { terminalName } from "../simulate/busybox/keys.ts";
import { prepareRun } from "../simulate/busybox/simulate.ts";
import { readBusyboxScenario } from "../simulate/busybox/validate.ts";
import { busyboxWays } from "../simulate/busybox/ways.ts";
import { collect } from "../simulate/run/record.ts";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { inEnglish } from "../testing/english.ts";
import { restingPlaces } from "./rest.ts";
import { type StateSpace, search } from "./search.ts";
import { verify } from "./verify.ts";

const ids = fc.constantFrom("", "", "tty1", "/dev/tty1", "tty2", "null", "tty", "/", "x".repeat(40));
const actions = fc.constantFrom(
  ...["respawn", "respawn", "askfirst", "askfirst", "once", "wait", "sysinit"],
  ...["ctrlaltdel", "shutdown", "restart"],
);
const processes = fc.constantFrom(
  ...["-/bin/sh", "/sbin/getty 9600 tty1", "/bin/x", "/bin/y", "+", "reboot", "/sbin/halt", "init -q"],
  ...["/sbin/init", "/usr/sbin/sshd -D"],
);
const table = fc
  .array(fc.tuple(ids, actions, processes), { maxLength: 5 })
  .map((records) => records.map(([id, action, process]) => `${id}::${action}:${process}\n`).join(""));

/** What can be told of a state, with records that stand for each other under one name. */
function told(running: readonly string[]): string {
  return running.toSorted().join(", ");
}

function namesOf(space: StateSpace, place: number): readonly string[] {
  return space.view(place).running.map((record) => nameIn(space, record));
}

function nameIn(space: StateSpace, record: number): string {
  const { id = "", process = "", action = "" } = space.records[record] ?? {};
  return action === "respawn" || action === "askfirst" ? action : `${id} ${process}`;
}

test("the way to each state leads the simulator into that state", () => {
  fc.assert(
    fc.property(table, fc.nat(), (text, seed) => {
      const space = search(busyboxWays(text), { states: 400 });
      const place = seed % space.count;
      const reading = readBusyboxScenario(space.wayTo(place).scenario);
      if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
      const run = prepareRun(reading.scenario);
      const { end } = collect(run);
      const view = space.view(place);
      if (view.kind === "down") {
        if (view.down !== "restart") expect(end.ended?.how).toBe(view.down);
        else expect([...run.world.processes.values()].map(({ pid }) => pid)).toContain(1);
        return;
      }
      expect(end.ended).toBeUndefined();
      const live = [...run.world.processes.values()].map(({ start }) => {
        const { terminal = "", command = "", action = "" } = start ?? {};
        const kept = action === "respawn" || action === "askfirst";
        return kept ? action : `${terminalName(terminal)} ${command}`;
      });
      expect(told(live)).toBe(told(namesOf(space, place)));
    }),
    { numRuns: 300 },
  );
});

test("processes with one command on one terminal end together, as in a scenario", () => {
  const getty = (action: string) => `${"x".repeat(40)}::${action}:/sbin/getty 9600 tty1\n`;
  const text = `::ctrlaltdel:/sbin/halt\n${getty("respawn")}${getty("ctrlaltdel")}`;
  const space = search(busyboxWays(text));
  for (let place = 0; place < space.count; place++) {
    const reading = readBusyboxScenario(space.wayTo(place).scenario);
    if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
    const { end } = collect(prepareRun(reading.scenario));
    expect(end.ended?.how).toBe(space.view(place).down);
  }
});

test("what the reduced search leaves out changes nothing at rest", () => {
  fc.assert(
    fc.property(table, (text) => {
      const whole = search(busyboxWays(text, { reduce: false }), { states: 3000 });
      fc.pre(whole.exhausted);
      const reduced = search(busyboxWays(text), { states: 3000 });
      expect(atRest(reduced)).toEqual(atRest(whole));
    }),
    { numRuns: 60 },
  );
});

/** The logins and kept processes of the states at rest. */
function atRest(space: StateSpace): readonly string[] {
  const found = new Set<string>();
  for (const place of restingPlaces(space)) {
    const { running } = space.view(place);
    const seen = running.filter((record) => space.records[record]?.login === true);
    found.add(told(seen.map((record) => nameIn(space, record))));
  }
  return [...found].sort();
}

test("the scenario of a finding shows what the finding says", () => {
  const shown = new Map<string, number>();
  fc.assert(
    fc.property(table, (text) => {
      const result = verify(text, "busybox", { events: defaultWayEvents, limits: { states: 2000 } });
      for (const { question, message, scenario } of result?.findings ?? []) {
        if (scenario === undefined) continue;
        const reading = readBusyboxScenario(scenario);
        if (reading.kind !== "scenario") throw new Error(JSON.stringify(reading.problems));
        const run = prepareRun(reading.scenario);
        const { ended } = collect(run).end;
        const live = [...run.world.processes.values()].flatMap(({ start }) => start ?? []);
        shown.set(question, (shown.get(question) ?? 0) + 1);
        if (ended !== undefined) throw new Error(`down: ${ended.how}`);
        if (question === "login")
          expect(live.filter(({ command, asks }) => asks || offersLogin(command))).toEqual([]);
        if (question === "race")
          expect(live.map(({ line }) => line)).toEqual(
            expect.arrayContaining([message.values?.["one"], message.values?.["other"]]),
          );
      }
    }),
    { numRuns: 150 },
  );
  for (const question of ["login", "race", "way-down"])
    expect(shown.get(question) ?? 0, question).toBeGreaterThan(0);
});

/** A line for each finding: question, line, what, and the way there. */
function check(text: string): string {
  const result = verify(text, "busybox", { events: defaultWayEvents });
  expect(result?.exhausted).toBe(true);
  const lines = (result?.findings ?? []).map(({ question, line, message, sequence }) => {
    const way = sequence.map(({ words }) => words).join(", ");
    return `${question}${line === undefined ? "" : ` ${line}`}: ${inEnglish.text(message)}${way === "" ? "" : ` | ${way}`}`;
  });
  return lines.join("\n") || "nothing";
}

const good = `::sysinit:/etc/init.d/rcS
ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100
tty2::askfirst:-/bin/sh
::ctrlaltdel:/sbin/reboot
::shutdown:/etc/init.d/rcK
::restart:/sbin/init
`;

test("a table that locks nobody out and goes down from everywhere", () => {
  expect(check(good)).toBe("nothing");
});

test("nobody can log in", () => {
  expect(check("::ctrlaltdel:/sbin/reboot\n")).toMatchInlineSnapshot(
    `"login: Nobody can log in: init runs no login, and nothing in this table starts one"`,
  );
  expect(check("::sysinit:/etc/init.d/rcS\n::respawn:/usr/bin/app\n")).toMatchInlineSnapshot(
    `"login: This table starts no login; only what runs there, such as \`/etc/init.d/rcS\`, could | kill /etc/init.d/rcS"`,
  );
  expect(check("::once:/bin/sh\n")).toMatchInlineSnapshot(
    `"login: This table starts no login; only what runs there, such as \`/bin/sh\`, could | kill /bin/sh"`,
  );
});

test("of several records for restart only the first runs", () => {
  expect(check(`${good}::restart:/sbin/other\n`)).toMatchInlineSnapshot(
    `"dead-record 7: Whatever happens, init never starts this entry"`,
  );
});

test("two logins on one terminal", () => {
  expect(check(`${good}::askfirst:/sbin/getty 9600 ttyS0\n`)).toMatchInlineSnapshot(
    `"race 7: Two logins read ttyS0 at the same time: lines 2 and 7 | kill /etc/init.d/rcS"`,
  );
});

test("a name that init cuts is not found again when the table is read again", () => {
  expect(check(`${good}${"x".repeat(40)}::respawn:/bin/sh\n`)).toMatchInlineSnapshot(`"nothing"`);
});

test("a process that cannot be started is tried again and again, and holds nothing up", () => {
  expect(check(`${good}tty::respawn:/bin/x\n`)).toMatchInlineSnapshot(
    `"dead-record 7: Whatever happens, init never starts this entry"`,
  );
});

test("a table that takes the machine down as soon as it is up", () => {
  expect(check("::sysinit:/bin/x\n::wait:reboot\n::respawn:/bin/sh\n")).toMatchInlineSnapshot(
    `"dead-record 3: Whatever happens, init never starts this entry"`,
  );
});
