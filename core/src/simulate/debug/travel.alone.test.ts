// Judges how long a step takes.

import { expect, test } from "vitest";
import { type AnyScenario, simulatedInit } from "../machines.ts";
import { debuggeeOf, sceneOf } from "./debuggee.ts";
import { type Travel, travel } from "./travel.ts";

test("any step takes less than 10 ms at 10,000 events, with a look around", () => {
  const lines = Array.from({ length: 20 }, (_, at) => `${at}:2:respawn:/bin/p${at}`);
  const ids = Array.from({ length: 20 }, (_, at) => String(at));
  const scenario: Partial<AnyScenario> = {
    inittab: `id:2:initdefault:\n${lines.join("\n")}\n`,
    processes: Object.fromEntries(ids.map((id) => [id, { runs: 13 }])),
    until: 3500,
  };
  const opened = simulatedInit("sysvinit")?.open(scenario);
  if (opened?.kind !== "simulation") throw new Error("no scenario");
  const it = debuggeeOf(opened.simulation.walk());
  expect(it.positions.length).toBeGreaterThan(10_000);
  const last = it.positions.length - 1;
  // Each second position is caught, and none of them stops.
  const places = it.positions.flatMap((_, place) => (place % 2 === 0 ? [place] : []));
  const traps = { places, stops: () => false };
  const spent = (
    [
      { from: 0, way: { direction: 1 } },
      { from: last, way: { direction: -1 } },
      { from: last, way: { direction: -1, step: "over" } },
      { from: 5000, way: { direction: 1, step: "in" } },
      { from: 5000, way: { direction: -1, step: "out" } },
    ] satisfies readonly { from: number; way: Travel }[]
  ).map(({ from, way }) => leastTime(() => sceneOf(it, travel(it, from, way, traps).place)));
  expect(Math.max(...spent)).toBeLessThan(10);
});

/** Milliseconds of processor time that something takes, in the best of some tries. */
function leastTime(work: () => unknown): number {
  const tries = [1, 2, 3, 4, 5, 6, 7].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...tries);
}
