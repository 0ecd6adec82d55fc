import { describe, expect, test } from "vitest";
import { buildTree } from "../../initscript/tree/build.ts";
import { usualBehaviour } from "../../initscript/tree/systems.ts";
import { visitLevels } from "../../initscript/tree/visit.ts";
import { inEnglish } from "../../testing/english.ts";
import { listingOf } from "../../testing/listing.ts";
import { type SimulatedDialect, simulatedInit } from "../machines.ts";
import { type RcCall, rcCalls } from "../rc-calls.ts";
import { type Debuggee, debuggeeOf, describeAlarm, sceneOf } from "./debuggee.ts";
import { caughtBy, type Trap, trapByName } from "./traps.ts";
import { placeAt, type Travel, travel } from "./travel.ts";

const table = `id:2:initdefault:
si::sysinit:/etc/init.d/rcS
l2:2:wait:/etc/rc.d/rc 2
bad line
1:2:respawn:/sbin/getty 38400 tty1
ca:12345:ctrlaltdel:/bin/ca
`;

/** A system as Red Hat has it, with a script that is called, one that locks, and one that cannot run. */
const tree = buildTree(
  listingOf([
    { path: "etc/rc.d/rc", text: "#!/bin/bash\n# check_runlevel() /var/lock/subsys\n" },
    { path: "etc/init.d", target: "rc.d/init.d" },
    {
      path: "etc/rc.d/init.d/net",
      text: '#!/bin/sh\ncase "$1" in\nstart)\ntouch /var/lock/subsys/net\n;;\nstop)\nrm -f /var/lock/subsys/net\n;;\nesac\n',
    },
    { path: "etc/rc.d/init.d/odd", text: "#!/bin/sh\n", mode: 0o644 },
    { path: "etc/rc.d/rc2.d/S10net", target: "../init.d/net" },
    { path: "etc/rc.d/rc2.d/S20odd", target: "../init.d/odd" },
    { path: "etc/rc.d/rc2.d/S30gone", target: "../init.d/gone" },
  ]),
);

function followed(calls: readonly RcCall[]) {
  const uriOf = (path: string) => `/${path}`;
  return visitLevels(tree, { changes: calls, behaviours: usualBehaviour, uriOf }) ?? [];
}

function debuggee(more: object = {}, dialect: SimulatedDialect = "sysvinit"): Debuggee {
  const opened = simulatedInit(dialect)?.open({ inittab: table, until: 30, ...more });
  if (opened?.kind !== "simulation") throw new Error("no scenario");
  const walk = opened.simulation.walk();
  return debuggeeOf(walk, followed(rcCalls(walk)));
}

function shown(it: Debuggee, place: number): string {
  const position = it.positions[place];
  if (position === undefined) return `nothing at ${place}`;
  const { at, depth, message, occurrence, alarms, locks } = position;
  const more = [...alarms, ...(locks.length > 0 ? [`locks ${locks.join(" ")}`] : [])];
  return `${at} ${"  ".repeat(depth)}${inEnglish.text(message)} [${[occurrence.kind, ...more].join(", ")}]`;
}

/** The places that a trap catches, forward and back. */
function caught(it: Debuggee, trap: Trap): string {
  const traps = { places: caughtBy(trap, it), stops: () => true };
  const row = (from: number, direction: 1 | -1): readonly number[] => {
    const { place, why } = travel(it, from, { direction }, traps);
    return why === "edge" ? [] : [place, ...row(place, direction)];
  };
  const forward = row(0, 1);
  expect(row(it.positions.length - 1, -1)).toEqual(forward.toReversed().filter((place) => place > 0));
  return forward.map((place) => shown(it, place)).join("\n");
}

test("what rc does goes behind the start of its process", () => {
  const it = debuggee({ until: 2.5, events: [{ at: 2.2, signal: "INT" }] });
  expect(it.positions.map((_, place) => shown(it, place)).join("\n")).toMatchInlineSnapshot(`
    "0 the kernel starts init [boot]
    0   init enters the sysinit phase [level]
    0   INIT: version 3.14 booting [says]
    0   INIT: /etc/inittab[4]: id field too long (max 4 characters) [says, dropped]
    0   si starts: /etc/init.d/rcS (init waits for it) [starts]
    1 si ends [ends]
    1   init enters runlevel 2 [level]
    1   INIT: Entering runlevel: 2 [says]
    1   l2 starts: /etc/rc.d/rc 2 (init waits for it) [starts]
    1     S10net start (locks net) [script, locks net]
    1     S20odd: it is not executable [script, skipped, locks net]
    1     S30gone: it points to ../init.d/gone, which does not exist [script, skipped, locks net]
    2 l2 ends [ends, locks net]
    2   1 starts: /sbin/getty 38400 tty1 [starts, locks net]
    2.2 signal INT to init (Ctrl-Alt-Del) [outside, locks net]
    2.2   ca starts: /bin/ca (init waits for it) [starts, locks net]"
  `);
});

describe("a trap catches", () => {
  const it = debuggee({ events: [{ at: 10, telinit: "3" }] });
  const inTable = { kind: "record", path: "/etc/inittab" } as const;

  test("a record's process", () => {
    expect(caught(it, { ...inTable, line: 5, moment: "starts" })).toMatchInlineSnapshot(
      `"2   1 starts: /sbin/getty 38400 tty1 [starts, locks net]"`,
    );
    expect(caught(it, { ...inTable, line: 5, moment: "ends" })).toMatchInlineSnapshot(
      `"10   1 ends [ends, no-login, locks net]"`,
    );
    expect(caught(it, { ...inTable, line: 5, moment: "any" })).toMatchInlineSnapshot(`
      "2   1 starts: /sbin/getty 38400 tty1 [starts, locks net]
      10   1 gets TERM [gets, locks net]
      10   1 ends [ends, no-login, locks net]"
    `);
    expect(caught(it, { ...inTable, line: 4, moment: "any" })).toBe("");
  });

  test("an action of the record that starts, and not of another one with its id", () => {
    const inittab = "tty1::sysinit:/bin/one\ntty1::respawn:/bin/two\ntty2::askfirst:/bin/three\n";
    const twins = debuggee({ inittab, until: 5 }, "busybox");
    expect(caught(twins, trapByName("respawn"))).toContain("/bin/two");
    expect(caught(twins, trapByName("respawn"))).not.toContain("/bin/one");
    expect(caught(twins, trapByName("sysinit"))).not.toContain("/bin/two");
  });

  test("a script of rc, by its argument", () => {
    const script = { kind: "script", uri: "/etc/rc.d/init.d/net" } as const;
    expect(caught(it, { ...script, names: ["start"] })).toMatchInlineSnapshot(
      `"1     S10net start (locks net) [script, locks net]"`,
    );
    expect(caught(it, { ...script, names: ["stop"] })).toBe("");
    expect(caught(it, { ...script, names: null })).toBe(caught(it, { ...script, names: ["start"] }));
  });

  test("an action, and words that are said", () => {
    expect(caught(it, trapByName("respawn"))).toMatchInlineSnapshot(
      `"2   1 starts: /sbin/getty 38400 tty1 [starts, locks net]"`,
    );
    expect(caught(it, trapByName("Switching to"))).toMatchInlineSnapshot(
      `"10   INIT: Switching to runlevel: 3 [says, locks net]"`,
    );
    expect(caught(it, trapByName(" "))).toBe("");
  });

  test("a change of a value", () => {
    expect(caught(it, { kind: "change", of: { kind: "level" } })).toMatchInlineSnapshot(`
      "0   init enters the sysinit phase [level]
      1   init enters runlevel 2 [level]
      10   init enters runlevel 3 [level, locks net]"
    `);
    expect(caught(it, { kind: "change", of: { kind: "record", id: "1" } })).toMatchInlineSnapshot(`
      "2   1 starts: /sbin/getty 38400 tty1 [starts, locks net]
      10   1 ends [ends, no-login, locks net]"
    `);
    expect(caught(it, { kind: "change", of: { kind: "lock", name: "net" } })).toMatchInlineSnapshot(
      `"1     S10net start (locks net) [script, locks net]"`,
    );
    expect(caught(it, { kind: "change", of: { kind: "lock", name: "other" } })).toBe("");
  });

  test("any of several, and the step is cut short", () => {
    const rc = it.positions.findIndex(({ record }) => record?.id === "l2");
    const traps = { places: [rc + 2], stops: () => true };
    expect(travel(it, rc, { direction: 1, step: "over" }, traps)).toEqual({ place: rc + 2, why: "trap" });
    expect(travel(it, rc + 4, { direction: -1, step: "over" }, traps)).toEqual({
      place: rc + 2,
      why: "trap",
    });
    const all = { places: it.positions.map((_, place) => place), stops: (place: number) => place === 3 };
    expect(travel(it, 0, { direction: 1 }, all)).toEqual({ place: 3, why: "trap" });
    expect(travel(it, 9, { direction: -1 }, all)).toEqual({ place: 3, why: "trap" });
    expect(travel(it, 3, { direction: 1 }, all).why).toBe("edge");
  });

  test("an alarm, which can be said in a sentence", () => {
    const fast = debuggee({ until: 400, processes: { 1: { runs: 0.1 } } });
    const down = debuggee(
      { inittab: "::respawn:/sbin/getty 38400 tty1\nbad\n", events: [{ at: 3, signal: "TERM" }] },
      "busybox",
    );
    const first = (of: Debuggee, alarm: "too-fast" | "dropped" | "no-login" | "down" | "skipped") => {
      const [place = -1] = caughtBy({ kind: "alarm", alarm }, of);
      const position = of.positions[place];
      return position === undefined
        ? "none"
        : `${position.at}: ${inEnglish.text(describeAlarm(alarm, position))}`;
    };
    const all = [
      first(fast, "too-fast"),
      first(it, "dropped"),
      first(down, "dropped"),
      first(it, "no-login"),
      first(it, "down"),
      first(down, "down"),
      first(it, "skipped"),
    ];
    expect(all.join("\n")).toMatchInlineSnapshot(`
      "3: An entry is disabled because it respawns too fast: INIT: Id "1" respawning too fast: disabled for 5 minutes
      0: Init drops a line of its table: INIT: /etc/inittab[4]: id field too long (max 4 characters)
      0: Init drops a line of its table: Bad inittab entry at line 2
      10: Nobody can log in anymore: the last process that offered a login has ended.
      none
      5: the machine goes down: reboot
      1: S20odd is not called: it is not executable"
    `);
  });
});

test("steps go in, over and out, forward and back", () => {
  const it = debuggee();
  const way = (from: number, ...ways: readonly Travel[]) => {
    let place = from;
    return ways.map((step) => {
      place = travel(it, place, step).place;
      return shown(it, place);
    });
  };
  const rc = it.positions.findIndex(({ record }) => record?.id === "l2");
  const forward = { direction: 1 } as const;
  const back = { direction: -1 } as const;
  expect(way(rc, { ...forward, step: "over" }, { ...back, step: "over" }).join("\n")).toMatchInlineSnapshot(`
    "2 l2 ends [ends, locks net]
    1   l2 starts: /etc/rc.d/rc 2 (init waits for it) [starts]"
  `);
  expect(
    way(
      rc,
      { ...forward, step: "in" },
      { ...forward, step: "over" },
      { ...back, step: "in" },
      { ...forward, step: "out" },
      { ...back, step: "in" },
      { ...back, step: "out" },
    ).join("\n"),
  ).toMatchInlineSnapshot(`
    "1     S10net start (locks net) [script, locks net]
    1     S20odd: it is not executable [script, skipped, locks net]
    1     S10net start (locks net) [script, locks net]
    2 l2 ends [ends, locks net]
    1     S30gone: it points to ../init.d/gone, which does not exist [script, skipped, locks net]
    1   l2 starts: /etc/rc.d/rc 2 (init waits for it) [starts]"
  `);
  expect(travel(it, 0, { ...back, step: "in" })).toEqual({ place: 0, why: "edge" });
  expect(shown(it, placeAt(it, 1.5))).toMatchInlineSnapshot(
    `"1     S30gone: it points to ../init.d/gone, which does not exist [script, skipped, locks net]"`,
  );
  expect(placeAt(it, -1)).toBe(0);
  expect(placeAt(it, 99)).toBe(it.positions.length - 1);
});

test("in rc's scripts the machine is as it was when rc started", () => {
  const it = debuggee();
  const place = it.positions.findIndex(({ occurrence }) => occurrence.kind === "script");
  const { level, processes, pending, files } = sceneOf(it, place);
  expect({ level, running: processes.map(({ record }) => record.id), pending, files }).toEqual({
    level: "2",
    running: ["l2"],
    pending: [],
    files: { "/etc/inittab": table },
  });
});
