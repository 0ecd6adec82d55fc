import { expect, test } from "vitest";
import type { MachineSpec } from "../inittab/machine-profile.ts";
import { defaultWayEvents } from "../simulate/run/ways.ts";
import { sysvinitWays } from "../simulate/sysvinit/ways.ts";
import { inEnglish } from "../testing/english.ts";
import { questions } from "./questions.ts";
import { search } from "./search.ts";
import { verify } from "./verify.ts";

/** A line for each finding: question, line, what, and the way there. */
function check(table: string, ...asked: readonly string[]): string {
  const result = verify(table, "sysvinit", {
    events: defaultWayEvents,
    ...(asked.length > 0 && { questions: asked }),
  });
  expect(result?.exhausted).toBe(true);
  const lines = (result?.findings ?? []).map(({ question, line, message, sequence }) => {
    const way = sequence.map(({ words }) => words).join(", ");
    return `${question}${line === undefined ? "" : ` ${line}`}: ${inEnglish.text(message)}${way === "" ? "" : ` | ${way}`}`;
  });
  return lines.join("\n") || "nothing";
}

const good = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l0:0:wait:/etc/init.d/rc 0
l2:2:wait:/etc/init.d/rc 2
l6:6:wait:/etc/init.d/rc 6
ca:2:ctrlaltdel:/sbin/shutdown -r now
1:2:respawn:/sbin/getty 38400 tty1
2:2:respawn:/sbin/getty 38400 tty2
3:1:respawn:/sbin/getty 38400 tty3
`;

test("a table that locks nobody out and goes down from everywhere", () => {
  expect(check(good, "login", "way-down", "way-back", "race", "dead-record")).toBe("nothing");
});

test("a login on a terminal that the machine does not have lets nobody in", () => {
  const on = (machine: MachineSpec, table = good) => {
    const { findings = [] } =
      verify(table, "sysvinit", { events: defaultWayEvents, questions: ["login"], machine }) ?? {};
    return findings.map(({ message }) => inEnglish.text(message));
  };
  expect(on({ profile: "pc" })).toEqual([]);
  expect(on({ profile: "board-serial", console: "ttyAMA0" })).toMatchInlineSnapshot(`
    [
      "Nobody can log in in runlevel 1: the machine does not have \`tty3\`, where the login runs",
      "This table starts no login in runlevel 2; only what runs there, such as \`/etc/init.d/rc 2\`, could",
    ]
  `);
  expect(
    on({ profile: "board-serial", console: "ttyAMA0" }, good.replace("tty1", "ttyAMA0")),
  ).toMatchInlineSnapshot(`
    [
      "Nobody can log in in runlevel 1: the machine does not have \`tty3\`, where the login runs",
    ]
  `);
  expect(
    on({ profile: "pc" }, good.replace(/^[23]:.*\n/gm, "").replace("tty1", "/dev/ttyS3")),
  ).toMatchInlineSnapshot(`
    [
      "Nobody can log in: in runlevel 1 init runs no login, and nothing in this table starts one",
      "This table starts no login in runlevel 2; only what runs there, such as \`/etc/init.d/rc 2\`, could",
    ]
  `);
});

test("a power event in single-user mode keeps the shell of the administrator away", () => {
  expect(check(`${good}pf::powerfail:/sbin/shutdown -h +2\n`, "login")).toMatchInlineSnapshot(
    `"login: Nobody can log in: in runlevel S init runs no login, and nothing in this table starts one | signal PWR F, telinit S"`,
  );
});

test("a login that is not started again is gone after the first logout", () => {
  const once = good.replaceAll(":2:respawn:", ":2:once:").replace("l2:2:wait:/etc/init.d/rc 2\n", "");
  expect(check(once.replace(/^2:.*\n/m, ""), "login")).toMatchInlineSnapshot(
    `"login: This table starts no login in runlevel 2; only what runs there, such as \`/sbin/getty 38400 tty1\`, could | kill si, kill 1"`,
  );
});

test("init asks for a runlevel where the table names none", () => {
  expect(check(good.replace(/^id.*\n/, ""), "login")).toMatchInlineSnapshot(
    `"login: Init waits for a runlevel to be typed on the console, and runs nothing until then | kill si"`,
  );
});

test("nothing brings the machine down", () => {
  expect(check("id:2:initdefault:\n1:2:respawn:/sbin/getty 38400 tty1\n", "way-down")).toMatchInlineSnapshot(`
    "way-down: \`telinit 0\` does not bring the machine down: nothing in this table does so | telinit 0
    way-down: \`telinit 6\` does not bring the machine down: nothing in this table does so | telinit 6"
  `);
});

test("what a power event or a key has started is not missed after single-user mode", () => {
  expect(check(`${good}pf:2:powerfail:/bin/watch\nkb:2:kbrequest:/bin/console\n`, "way-back")).toBe(
    "nothing",
  );
});

test("records that nothing can start", () => {
  expect(check(`${good}x:7:once:/bin/x\no:2:off:/bin/o\n`, "dead-record")).toBe("nothing");
  expect(check(`${good}z:6:respawn:/sbin/sulogin\n`, "dead-record")).toMatchInlineSnapshot(
    `"dead-record 10: Whatever happens, init never starts this entry"`,
  );
});

test("what only an event starts that is left out of the search is not called dead", () => {
  const on = (table: string, machine: string) => {
    const events = new Set(["end"] as const);
    const { findings = [] } = verify(table, machine, { events, questions: ["dead-record"] }) ?? {};
    return findings.map(({ line }) => line);
  };
  expect(on(`${good}b:2:respawn:/bin/x\nc:2:boot:/bin/x\n`, "sysvinit")).toEqual([]);
  expect(on("::shutdown:/bin/x\n::restart:/sbin/init\n::ctrlaltdel:/sbin/reboot\n", "busybox")).toEqual([]);
  expect(on("::sysinit:x S boot\n::shutdown:x K stop\n", "procd")).toEqual([]);
});

test("the only login of a level", () => {
  expect(check(good.replace(/^2:.*\n/m, ""), "storm")).toMatchInlineSnapshot(`
    "storm 8: In runlevel 1 this is the only login: if it respawns too fast, nobody can log in for 5 minutes | telinit 1, kill 3 KILL
    storm 7: In runlevel 2 this is the only login: if it respawns too fast, nobody can log in for 5 minutes | kill si, kill l2, kill 1 KILL"
  `);
});

test("of records that stand for each other, each is named by itself, and killed again and again", () => {
  expect(check(`${good.replace(/^3:.*\n/m, "")}d:3:wait:/bin/x\n`, "storm")).toBe("nothing");
  const result = verify(good, "sysvinit", { events: defaultWayEvents, questions: ["storm"] });
  expect(result?.findings.flatMap(({ sequence }) => sequence.map(({ words }) => words))).toEqual([
    "telinit 1",
    "kill 3 KILL",
  ]);
  const all = search(sysvinitWays(good)).wayTo(lastDisabled(good));
  expect(all.sequence.map(({ words }) => words).filter((words) => words.startsWith("kill"))).toEqual([
    "kill si",
    "kill l2",
    "kill 1 KILL",
    "kill 2 KILL",
  ]);
});

/** The first state in which two records are disabled. */
function lastDisabled(table: string): number {
  const space = search(sysvinitWays(table));
  return Array.from({ length: space.count }, (_, place) => place).findIndex(
    (place) => space.view(place).disabled.length === 2,
  );
}

test("two logins on one terminal", () => {
  expect(check(`${good}4:2:respawn:/sbin/agetty tty2 38400\n`, "race")).toMatchInlineSnapshot(
    `"race 10: Two logins read tty2 at the same time in runlevel 2: lines 8 and 10 | kill si, kill l2"`,
  );
});

test("every question has an id of its own and says what it asks", () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  for (const { asks } of questions) expect(inEnglish.text(asks)).toMatch(/\?$/);
});

test("a search with a bound says that there is more", () => {
  const result = verify(good, "sysvinit", { events: defaultWayEvents, limits: { states: 10 } });
  expect(result).toMatchObject({ exhausted: false, states: 10 });
});

test("what a search that was cut short has not met is not called dead", () => {
  const options = { events: defaultWayEvents, questions: ["dead-record"], limits: { states: 3 } };
  const result = verify(`${good}z:6:respawn:/sbin/sulogin\n`, "sysvinit", options);
  expect([result?.exhausted, result?.findings]).toEqual([false, []]);
});
