// What the world around init makes of commands and of the control pipe. That it is so in the real one is compared by
// `npm run conformance`, and with the recorded cases.

import { expect, test } from "vitest";
import type { SysvinitVersion } from "../../../inittab/versions.ts";
import type { Scenario } from "../scenario.ts";
import { simulate } from "../simulate.ts";
import type { TraceEvent } from "../trace.ts";
import { validateScenario } from "../validate.ts";

/** Simulates a scenario of the recorded programs; prints what starts, and what is said on the console. */
function check(scenario: Omit<Scenario, "until"> & { readonly until?: number }, version?: SysvinitVersion) {
  const { events } = simulate(
    { until: 5, ...scenario },
    { programs: "recorded", ...(version !== undefined && { version }) },
  );
  return events.flatMap(inWords);
}

function inWords(event: TraceEvent): readonly string[] {
  if (event.event === "start") return [`${event.t} start ${event.argv?.join(" ") ?? event.id}`];
  if (event.event === "output") return [`${event.t} ${event.text}`];
  return event.event === "log" && event.text.startsWith("cannot") ? [`${event.t} ${event.text}`] : [];
}

test("init works in /, so that relative paths begin there", () => {
  const commands = [
    ...["bin/p a x", "./bin/p a x", "../bin//p a x", "tmp/../bin/p a x", "bin/p a $RUNLEVEL"],
    ...["/bin/p a <etc/inittab", "/bin/p a <./nothing", "sbin/none a", "bin/nope $RUNLEVEL"],
  ];
  const inittab = `id:3:initdefault:\n${commands.map((command, index) => `${index}:3:once:${command}\n`).join("")}`;
  const processes = { a: { runs: null } };
  expect(check({ inittab, processes }, "3.06").join("\n")).toMatchInlineSnapshot(`
    "0 start bin/p a x
    0 start ./bin/p a x
    0 start ../bin//p a x
    0 start tmp/../bin/p a x
    0 start bin/p a 3
    0 start a
    0 /bin/sh: can't open ./nothing: no such file
    0 /bin/sh: exec: line 0: bin/nope: not found
    0 cannot execute "sbin/none""
  `);
  expect(check({ inittab, processes }, "3.14").join("\n")).toMatchInlineSnapshot(`
    "0 start bin/p a x
    0 start ./bin/p a x
    0 start ../bin//p a x
    0 start tmp/../bin/p a x
    0 start bin/p a 3
    0 start a
    0 /bin/sh: can't open ./nothing: no such file
    0 /bin/sh: bin/nope: not found
    0 cannot execute "sbin/none""
  `);
});

test("a getty without its terminal ends, until init disables its record", () => {
  const inittab = [
    "id:3:initdefault:",
    "1:3:respawn:/sbin/agetty 38400 tty1",
    "2:3:respawn:/sbin/mingetty tty2",
    "S0:3:respawn:/sbin/getty -L ttyS0 9600 vt100",
    "o:3:respawn:/usr/sbin/ttyrun ttyS9 /bin/start_getty 9600 ttyS9",
  ].join("\n");
  const told = (machine?: Scenario["machine"]) =>
    simulate({
      inittab: `${inittab}\n`,
      until: 130,
      ...(machine !== undefined && { machine }),
    }).events.flatMap((event) =>
      event.event === "log" && event.text.startsWith("Id") ? [`${event.t} ${event.text}`] : [],
    );
  expect(told()).toEqual([]);
  expect(told({ profile: "vm" })).toEqual([]);
  expect(told({ profile: "board-serial" })).toEqual([
    '0.1 Id "2" respawning too fast: disabled for 5 minutes',
    '100 Id "1" respawning too fast: disabled for 5 minutes',
  ]);
});

test("what the power supply has left decides what PWR means", () => {
  const inittab =
    "id:3:initdefault:\nf:3:powerfail:/bin/f\nn:3:powerfailnow:/bin/n\no:3:powerokwait:/bin/o\n";
  const started = (power?: "ok" | "failing" | "low") =>
    simulate({
      inittab,
      until: 3,
      events: [{ at: 1, signal: "PWR" }],
      ...(power !== undefined && { machine: { power } }),
    }).events.flatMap((event) => (event.event === "start" ? [event.id] : []));
  expect([started(), started("failing"), started("low"), started("ok")]).toEqual([
    ["f"],
    ["f"],
    ["n"],
    ["o"],
  ]);
});

const files = { "/etc/inittab.d/b.tab": "# one\n\nb:3:respawn:/bin/p b\nc:3:once:/bin/p c\n" };

test("what 3.14 prints of /etc/inittab.d comes out with each copy of init that ends", () => {
  const inittab = "id:3:initdefault:\ns::sysinit:/bin/p s\nt::bootwait:/bin/p t\nx:3:once:/bin/none\n";
  const processes = { s: { runs: 1 }, t: { runs: 1 }, b: { runs: null } };
  const told = (version: SysvinitVersion) =>
    check({ inittab, processes, files }, version).filter((line) => line.includes("Got line"));
  expect(told("3.14").join("\n")).toMatchInlineSnapshot(`
    "1 Got line: # one
    1 Got line: 
    1 Got line: b:3:respawn:/bin/p b
    2 Got line: # one
    2 Got line: 
    2 Got line: b:3:respawn:/bin/p b
    2 Got line: # one
    2 Got line: 
    2 Got line: b:3:respawn:/bin/p b"
  `);
  expect(told("3.11")).toEqual([]);
  // One that init does not wait for on its console becomes its program.
  const waited = "id:3:initdefault:\nw:3:wait:/bin/p s\nz:3:respawn:/bin/p b\n";
  expect(check({ inittab: waited, processes, files }, "3.14").join("\n")).not.toContain("Got line");
});

test("a second reading prints the lines once more, and telinit u forgets them", () => {
  const inittab = "id:3:initdefault:\nz:3:respawn:/bin/p z\nx:a:once:/bin/none\n";
  const count = (...events: NonNullable<Scenario["events"]>) =>
    check({ inittab, processes: { z: { runs: null } }, files, events }, "3.14").filter((line) =>
      line.includes("Got line: b"),
    ).length;
  // telinit a reads the table twice before it starts anything.
  expect(count({ at: 1, telinit: "a" })).toBe(3);
  expect(count({ at: 1, telinit: "q" }, { at: 2, telinit: "a" })).toBe(4);
  expect(count({ at: 1, telinit: "q" }, { at: 1.5, telinit: "u" }, { at: 2, telinit: "a" })).toBe(2);
});

test("of several requests in the pipe those behind u are lost", () => {
  const inittab = "id:3:initdefault:\nz:3:respawn:/bin/p z\nd:a:once:/bin/p d\ne:b:once:/bin/p e\n";
  const started = (letters: string, span: number) =>
    check({
      inittab,
      processes: { z: { runs: null } },
      events: [...letters].map((runlevel, index) => ({
        at: 1 + index * span,
        initctl: { cmd: 1, runlevel },
      })),
    }).map((line) => line.split(" ")[2]);
  expect(started("qUab", 0)).toEqual(["z"]);
  expect(started("aUb", 0)).toEqual(["z", "d"]);
  expect(started("abU", 0)).toEqual(["z", "d", "e"]);
  expect(started("qUab", 0.1)).toEqual(["z", "d", "e"]);
});

test("a call of telinit in the same instant as telinit u is doubtful", () => {
  const doubts = (...events: NonNullable<Scenario["events"]>) =>
    validateScenario({ inittab: "id:3:initdefault:\n", until: 9, events }).map(
      ({ path, severity }) => `${severity} ${path.join(".")}`,
    );
  expect(doubts({ at: 1, telinit: "q" }, { at: 1, telinit: ["u"] }, { at: 1, telinit: "a" })).toEqual([
    "warning events.0.telinit",
    "warning events.2.telinit",
  ]);
  expect(doubts({ at: 1, telinit: "q" }, { at: 2, telinit: "u" }, { at: 2, signal: "HUP" })).toEqual([]);
});

test("the earlier one of two disabled records comes back at the round of five seconds behind its own end", () => {
  const inittab = "id:3:initdefault:\nz:3:respawn:/bin/p z\nx:3:respawn:/bin/p x\ny:3:respawn:/bin/p y\n";
  const backAt = (slower: number) => {
    const processes = { z: { runs: null }, x: { runs: 0.2 }, y: { runs: slower } };
    const { events } = simulate({ inittab, processes, until: 320 }, { programs: "recorded" });
    const back = (id: string) =>
      events.find((event) => event.event === "start" && event.id === id && event.t > 290)?.t ?? 0;
    return [back("x"), back("y")].map((time) => Math.round(time));
  };
  // x is disabled at 2 s, y at 5, 9 and 10 s.
  expect(backAt(0.5)).toEqual([305, 306]);
  expect(backAt(0.9)).toEqual([304, 314]);
  expect(backAt(1)).toEqual([305, 315]);
});
