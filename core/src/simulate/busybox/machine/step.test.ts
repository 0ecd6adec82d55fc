import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BusyboxBuild, busyboxBuild } from "./builds.ts";
import type { BusyboxDeath } from "./death.ts";
import { type BusyboxEffect, type BusyboxEvent, type BusyboxState, initialBusyboxState } from "./state.ts";
import { busyboxWake, stepBusybox } from "./step.ts";

const debian = busyboxBuild({ release: "1.35.0", preset: "debian" });
const stock = busyboxBuild({ release: "1.35.0", preset: "stock" });

type Happening = { readonly at: number } & (
  | { readonly kind: "signal"; readonly signal: string }
  | { readonly kind: "died"; readonly pids: readonly number[]; readonly how?: BusyboxDeath }
  | { readonly kind: "file"; readonly text: string | null }
  | { readonly kind: "failed" }
);

/** Boots with a table, lets things happen (times in seconds), and prints what init does, a line each. */
function check(
  inittab: string | null,
  happenings: readonly Happening[],
  build?: BusyboxBuild,
): readonly string[] {
  const said: string[] = [];
  let state = initialBusyboxState(build ?? debian);
  const take = (event: BusyboxEvent) => {
    const step = stepBusybox(state, event);
    state = step.state;
    for (const effect of step.effects) said.push(`${event.at / 1e6} ${inWords(effect)}`);
  };
  take({ kind: "boot", at: 0, arguments: [], inittab, terminals: ["console", "null", "tty1"] });
  for (const happening of happenings) {
    wakeUntil(happening.at * 1e6);
    take({ ...happening, at: happening.at * 1e6 });
  }
  wakeUntil(60e6);
  return said;

  function wakeUntil(time: number): void {
    for (let wake = busyboxWake(state); wake !== undefined && wake < time; wake = busyboxWake(state))
      take({ kind: "timer", at: wake });
  }
}

function inWords(effect: BusyboxEffect): string {
  switch (effect.kind) {
    case "start":
      return `start ${effect.pid} ${effect.command}${effect.asks ? " after Enter" : ""}`;
    case "skip":
      return `skip ${effect.terminal} ${effect.command}`;
    case "say":
      return `say ${effect.to}: ${effect.text}`;
    case "signal":
      return `signal ${effect.pid} ${effect.signal}`;
    case "signal-all":
      return `signal all ${effect.signal}`;
    case "become":
      return `become ${effect.command}`;
    case "request":
      return `request ${effect.how}`;
  }
}

describe("the order of things", () => {
  test("groups are waited for, the loop takes a second", () => {
    expect(
      check("::respawn:r\n::once:o\n::wait:w\n::sysinit:s\n::askfirst:a\n", [
        { at: 1, kind: "died", pids: [2] },
        { at: 2, kind: "died", pids: [3] },
        { at: 5, kind: "died", pids: [5] },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "0 start 2 s",
        "1 start 3 w",
        "2 start 4 o",
        "2 start 5 r",
        "2 start 6 a after Enter",
        "5 say syslog: process 'r' (pid <pid>) exited. Scheduling for restart.",
        "6 start 7 r",
      ]
    `);
  });

  test("PWR comes behind the death of a child, the others before it", () => {
    const table = "::sysinit:s\n::wait:w\n::shutdown:d\n";
    const deaths = [
      { at: 1, kind: "died", pids: [2] },
      { at: 2, kind: "died", pids: [3] },
    ] as const;
    expect(check(table, [{ at: 0.5, kind: "signal", signal: "PWR" }, ...deaths])).toContain("1 start 3 w");
    expect(check(table, [{ at: 0.5, kind: "signal", signal: "USR1" }, ...deaths])).not.toContain(
      "1 start 3 w",
    );
  });

  test("HUP is taken before INT, one a second", () => {
    expect(
      check("::once:o\n::ctrlaltdel:c\n", [
        { at: 1, kind: "died", pids: [2] },
        { at: 1.1, kind: "signal", signal: "INT" },
        { at: 1.2, kind: "signal", signal: "HUP" },
        { at: 1.3, kind: "file", text: "::ctrlaltdel:new\n" },
      ]),
    ).toEqual(["0 start 2 o", "2 say syslog: reloading /etc/inittab", "3 start 3 new"]);
  });
});

describe("stopping", () => {
  test("TSTP holds init, and the dead are collected without a word", () => {
    expect(
      check("::respawn:r\n", [
        { at: 0.5, kind: "signal", signal: "TSTP" },
        { at: 1, kind: "died", pids: [2] },
        { at: 3, kind: "signal", signal: "CONT" },
      ]),
    ).toEqual(["0 start 2 r", "4 start 3 r"]);
  });

  test("one that died after the last look is told of", () => {
    expect(
      check("::respawn:r\n", [
        { at: 0.5, kind: "signal", signal: "TSTP" },
        { at: 0.9, kind: "died", pids: [2] },
        { at: 1.2, kind: "signal", signal: "CONT" },
      ]),
    ).toEqual([
      "0 start 2 r",
      "1.2 say syslog: process 'r' (pid <pid>) exited. Scheduling for restart.",
      "2.2 start 3 r",
    ]);
  });

  test("a rest is cut short by it", () => {
    expect(
      check("::respawn:r\n", [
        { at: 1, kind: "died", pids: [2] },
        { at: 1.1, kind: "signal", signal: "TSTP" },
        { at: 1.3, kind: "signal", signal: "CONT" },
      ]).at(-1),
    ).toBe("1.3 start 3 r");
  });

  test("who is awaited and was collected meanwhile is noticed at the next death", () => {
    expect(
      check("::once:o\n::sysinit:s\n::sysinit:t\n", [
        { at: 0.5, kind: "signal", signal: "TSTP" },
        { at: 1, kind: "died", pids: [2] },
        { at: 3, kind: "signal", signal: "CONT" },
      ]),
    ).toEqual(["0 start 2 s", "3 start 3 t"]);
  });

  test("on its way down init is deaf", () => {
    expect(
      check("::shutdown:d\n", [
        { at: 1, kind: "signal", signal: "TERM" },
        { at: 2, kind: "signal", signal: "TSTP" },
        { at: 3, kind: "signal", signal: "USR1" },
        { at: 4, kind: "died", pids: [2] },
      ]),
    ).toEqual([
      "1 start 2 d",
      "4 say console: The system is going down NOW!",
      "4 say syslog: The system is going down NOW!",
      "4 signal all TERM",
      "4 say console: Sent SIGTERM to all processes",
      "5 signal all KILL",
      "5 say console: Sent SIGKILL to all processes",
      "5 say console: Requesting system reboot",
      "6 request reboot",
    ]);
  });
});

describe("builds", () => {
  const table = "tty9::respawn:r\n";
  test("Debian's passes over a missing terminal", () => {
    expect(check(table, [])).toEqual(["0 skip /dev/tty9 r"]);
  });
  test("the stock one tries again each second", () => {
    expect(check(table, [{ at: 2.5, kind: "signal", signal: "USR1" }], stock).slice(2, 8)).toEqual([
      "0 say console: can't open /dev/tty9: No such file or directory",
      "0 say syslog: can't open /dev/tty9: No such file or directory",
      "0 say syslog: process 'r' (pid <pid>) exited. Scheduling for restart.",
      "1 say console: can't open /dev/tty9: No such file or directory",
      "1 say syslog: can't open /dev/tty9: No such file or directory",
      "1 say syslog: process 'r' (pid <pid>) exited. Scheduling for restart.",
    ]);
  });
  test("a removed process gets TERM or is left alone, and is taken over when it returns", () => {
    const happenings = [
      { at: 1, kind: "file", text: "" },
      { at: 1.1, kind: "signal", signal: "HUP" },
      { at: 3, kind: "file", text: "::respawn:r\n" },
      { at: 3.1, kind: "signal", signal: "HUP" },
    ] as const;
    const reloads = ["1.1 say syslog: reloading /etc/inittab", "3.1 say syslog: reloading /etc/inittab"];
    expect(check("::respawn:r\n", happenings, debian)).toEqual([
      "0 start 2 r",
      reloads[0],
      "1.1 signal 2 TERM",
      reloads[1],
    ]);
    expect(check("::respawn:r\n", happenings, stock).slice(2)).toEqual(["0 start 2 r", ...reloads]);
  });
});

describe("releases and settings", () => {
  const died = (at: number, how: BusyboxDeath) => ({ at, kind: "died", pids: [2], how }) as const;
  test("since 1.38.0 init says how a process has ended", () => {
    const told = (release: BusyboxBuild["release"], how: BusyboxDeath) =>
      check("::respawn:r\n", [died(1, how)], busyboxBuild({ release }))[1];
    expect(told("1.37.0", { signal: 9 })).toBe(
      "1 say syslog: process 'r' (pid <pid>) exited. Scheduling for restart.",
    );
    expect(told("1.38.0", { signal: 9 })).toBe(
      "1 say syslog: process 'r' (pid <pid>) killed, signal:9. Scheduling for restart.",
    );
    expect(told("1.38.0", { code: 255 })).toBe(
      "1 say syslog: process 'r' (pid <pid>) exited, exitcode:255. Scheduling for restart.",
    );
  });
  test("without a syslog everything stands on the console, once", () => {
    const build = busyboxBuild({ preset: "openembedded" });
    const happenings = [
      died(1, { code: 0 }),
      { at: 1.5, kind: "signal", signal: "HUP" },
      { at: 4, kind: "signal", signal: "TERM" },
    ] as const;
    expect(check("bad\n::respawn:r\n", happenings, build).join("\n")).toMatchInlineSnapshot(`
      "0 say console: init started: BusyBox v1.38.0 (<built>)
      0 say console: Bad inittab entry at line 1
      0 start 2 r
      1 say console: process 'r' (pid <pid>) exited, exitcode:0. Scheduling for restart.
      2 start 3 r
      2 say console: reloading /etc/inittab
      2 say console: Bad inittab entry at line 1
      4 say console: The system is going down NOW!
      4 signal all TERM
      4 say console: Sent SIGTERM to all processes
      5 signal all KILL
      5 say console: Sent SIGKILL to all processes
      5 say console: Requesting system reboot
      6 request reboot"
    `);
  });
  test("without FEATURE_USE_INITTAB the table is the built-in one, and HUP changes nothing", () => {
    const config = { FEATURE_USE_INITTAB: false };
    const happenings = [died(1, { code: 0 }), { at: 2, kind: "signal", signal: "HUP" }] as const;
    const build = busyboxBuild({ release: "1.37.0", config });
    const done = check("::respawn:r\n", happenings, build);
    expect(done.filter((line) => line.includes("reloading"))).toEqual([]);
    expect(done.slice(0, 8)).toEqual([
      "0 start 2 /etc/init.d/rcS",
      "1 start 3 -/bin/sh after Enter",
      ...["tty2", "tty3", "tty4"].flatMap((name) => [
        `1 say console: can't open /dev/${name}: No such file or directory`,
        `1 say syslog: can't open /dev/${name}: No such file or directory`,
      ]),
    ]);
  });
  test("a child that has just died is seen at once or a second later, where a signal was waiting", () => {
    const table = "tty9::ctrlaltdel:c\ntty9::respawn:r\n";
    const told = (release: BusyboxBuild["release"]) =>
      check(table, [{ at: 1.5, kind: "signal", signal: "INT" }], busyboxBuild({ release }))
        .filter((line) => line.includes("syslog: process"))
        .slice(0, 4)
        .map((line) => line.split(" ")[0]);
    expect(told("1.36.1")).toEqual(["0", "1", "3", "4"]);
    expect(told("1.37.0")).toEqual(["0", "1", "4", "5"]);
  });
});

describe("restart", () => {
  test("a program that cannot be run, or a terminal that is missing, ends in a halt", () => {
    const happenings = [
      { at: 1, kind: "signal", signal: "QUIT" },
      { at: 3, kind: "failed" },
    ] as const;
    expect(check("::restart:new\n", happenings).slice(-2)).toEqual(["2 become new", "4 request halt"]);
    expect(check("tty9::restart:new\n", happenings.slice(0, 1)).slice(-3)).toEqual([
      "2 say console: can't open /dev/tty9: No such file or directory",
      "2 say syslog: can't open /dev/tty9: No such file or directory",
      "3 request halt",
    ]);
  });
});

const tables = fc
  .array(
    fc.constantFrom(
      ..."sysinit wait once respawn askfirst ctrlaltdel shutdown restart"
        .split(" ")
        .map((word) => `::${word}:/bin/${word}`),
      "tty1::respawn:/bin/a",
      "tty9::wait:/bin/b",
      "bad",
      "# c",
    ),
  )
  .map((lines) => lines.map((line) => `${line}\n`).join(""));
const events: fc.Arbitrary<Omit<BusyboxEvent, "at">> = fc.oneof(
  fc
    .constantFrom("HUP", "INT", "QUIT", "USR1", "TERM", "PWR", "TSTP", "CONT", "CHLD", "WINCH", "x")
    .map((signal) => ({
      kind: "signal" as const,
      signal,
    })),
  fc
    .array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 })
    .map((pids) => ({ kind: "died" as const, pids })),
  fc.option(tables).map((text) => ({ kind: "file" as const, text })),
  fc.constantFrom({ kind: "timer" as const }, { kind: "failed" as const }),
);
const runs = fc.tuple(tables, fc.array(fc.tuple(fc.nat({ max: 3_000_000 }), events), { maxLength: 30 }));

function states(inittab: string, happenings: readonly (readonly [number, Omit<BusyboxEvent, "at">])[]) {
  const all: BusyboxState[] = [];
  let at = 0;
  let state = stepBusybox(initialBusyboxState(debian), {
    kind: "boot",
    at,
    arguments: [],
    inittab,
    terminals: ["console", "null", "tty1"],
  }).state;
  for (const [span, event] of happenings) {
    at += span;
    state = stepBusybox(state, { ...event, at } as BusyboxEvent).state;
    all.push(state);
  }
  return all;
}

describe("any events in any order", () => {
  test("give the same states each time, and init waits after each of them", () => {
    fc.assert(
      fc.property(runs, ([inittab, happenings]) => {
        const one = states(inittab, happenings);
        expect(states(inittab, happenings)).toEqual(one);
        for (const state of one) {
          const [task] = state.tasks;
          const waits = state.stoppedAt !== undefined || state.alive === "gone" || state.tasks.length === 0;
          expect(waits || ["await", "attend", "pause"].includes(task?.kind ?? "")).toBe(true);
          const wake = busyboxWake(state);
          if (wake !== undefined) expect(wake).toBeGreaterThan(state.now);
        }
      }),
    );
  });

  test("an old state is left as it was", () => {
    fc.assert(
      fc.property(runs, ([inittab, happenings]) => {
        const all = states(inittab, happenings);
        const copies = all.map((state) => structuredClone(state));
        states(inittab, happenings);
        expect(all).toEqual(copies);
      }),
      { numRuns: 30 },
    );
  });
});
