import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pieceOf } from "../testing/alphabet.ts";
import { inEnglish } from "../testing/english.ts";
import { scenarioDialect, simulatedDialects, simulatedInit } from "./machines.ts";

/** What a machine makes of a value: its problems, a line each, or the name of the init. */
function check(dialect: (typeof simulatedDialects)[number], value: unknown): string {
  const opening = simulatedInit(dialect)?.open(value);
  const problems = opening?.problems.map(
    ({ severity, path, message }) => `${severity} ${path.join(".")}: ${inEnglish.text(message)}`,
  );
  return [...(opening?.kind === "simulation" ? [opening.simulation.init] : []), ...(problems ?? [])].join(
    "\n",
  );
}

test("a value is opened as a simulation, with what is doubtful about it, or its mistakes are told", () => {
  const scenario = { inittab: "a:2:once:/bin/a\n", until: 5, events: [{ at: 9, signal: "HUP" }] };
  expect(check("sysvinit", scenario)).toBe(
    "sysvinit-3.14\nwarning events.0.at: is after the end, which is at 5",
  );
  expect(check("busybox", scenario)).toBe(
    "busybox-1.38.0\nwarning events.0.at: is after the end, which is at 5",
  );
  expect(check("procd", scenario)).toBe("procd\nwarning events.0.at: is after the end, which is at 5");
  const wrong = { ...scenario, events: [{ at: 1, telinit: "3" }], until: "soon" };
  expect(check("sysvinit", wrong)).toBe("error until: must be a number");
  expect(check("busybox", wrong)).toBe(
    "error until: must be a number\nerror events.0: must have exactly one of signal, write, kill, console, input",
  );
  expect(check("procd", wrong)).toBe(
    "error until: must be a number\nerror events.0: must have exactly one of signal, kill, input",
  );
});

test("a scenario says by its init, or by what only one init has, whose it is", () => {
  const values = [
    { init: "sysvinit-2.88", ttys: [] },
    { init: "busybox-1.35" },
    { ttys: [] },
    { stubs: [] },
    { init: "procd", devices: [] },
    { consoles: ["ttyS0"] },
    {},
    null,
    7,
  ];
  expect(values.map(scenarioDialect)).toEqual([
    ...["sysvinit", "busybox", "busybox", "busybox", "procd", "procd"],
    ...[undefined, undefined, undefined],
  ]);
});

describe.each(simulatedDialects)("the door of %s", (dialect) => {
  const machine = simulatedInit(dialect);

  test("takes any value, and never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(["simulation", "wrong"]).toContain(machine?.open(value).kind);
      }),
    );
  });

  test("gives a simulation that is told, traced and played alike, with this table or another", () => {
    const line = fc.string({ unit: pieceOf("a", ":", "2", "\0", "\x1b", "\n", "é", "respawn") });
    fc.assert(
      fc.property(line, line, (inittab, other) => {
        const opening = machine?.open({ inittab, until: 20 });
        if (opening?.kind !== "simulation") throw new Error("this is no scenario");
        const { simulation } = opening;
        const run = simulation.run();
        expect(run.trace).toEqual(simulation.trace());
        expect(simulation.play().trace).toEqual(run.trace);
        const changed = machine?.open({ inittab: other, until: 20 });
        if (changed?.kind !== "simulation") throw new Error("this is no scenario");
        expect(simulation.withTable(other).trace()).toEqual(changed.simulation.trace());
      }),
      { numRuns: 60 },
    );
  });
});
