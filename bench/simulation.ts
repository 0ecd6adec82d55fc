// How long a simulation takes, and what it keeps in memory while it is streamed.

import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Scenario, type SimulationLimits, simulate, simulateStream } from "@inittab/core";

const hour = 3600;
const day = 24 * hour;

/** More than any of these runs needs: what is measured must not be broken off. */
const limits: SimulationLimits = { events: 10_000_000, steps: 100_000_000 };

/** Measures and prints. Times are wall-clock milliseconds of one run; the trace is collected, as for a report. */
export function measureSimulation(): void {
  const boot: Scenario = {
    inittab: readFileSync("test-fixtures/systems/debian/etc/inittab", "utf8"),
    until: 60,
  };
  const row = (...cells: readonly string[]) =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(52) : cell.padStart(11))).join(""));
  console.log("\nsimulation");
  row("", "median", "p95", "events");
  for (const { name, scenario, runs } of [
    { name: "boot of Debian's inittab, a minute (ms)", scenario: boot, runs: 500 },
    { name: "a day, 100 records, hourly levels, a respawn/15 s (ms)", scenario: busyDays(1), runs: 40 },
  ]) {
    const { median, p95, events } = timeRuns(scenario, runs);
    row(name, median.toFixed(2), p95.toFixed(2), String(events));
  }
  row("", "first half", "last half", "events");
  for (const days of [1, 10]) {
    const { early, late, events } = heapWhileStreaming(busyDays(days));
    row(`live heap while streamed, days: ${days} (MiB)`, mebibytes(early), mebibytes(late), String(events));
  }
}

/** A machine with 100 records, one of which ends every 15 seconds, that goes to another level every hour. */
function busyDays(days: number): Scenario {
  const records = Array.from({ length: 97 }, (_, index) => {
    const runlevels = ["2345", "2", "3"][index % 3];
    const action = index % 7 === 0 ? "once" : "respawn";
    return `${(36 + index).toString(36)}:${runlevels}:${action}:/usr/sbin/worker --number ${index}`;
  });
  const inittab = [
    "id:2:initdefault:",
    "si::sysinit:/etc/init.d/rcS",
    "re:2345:respawn:/usr/sbin/poll",
    ...records,
  ];
  return {
    inittab: `${inittab.join("\n")}\n`,
    processes: { re: { runs: 15 } },
    events: Array.from({ length: days * 24 - 1 }, (_, index) => ({
      at: (index + 1) * hour,
      telinit: index % 2 === 0 ? "3" : "2",
    })),
    until: days * day,
  };
}

function timeRuns(scenario: Scenario, runs: number) {
  let events = 0;
  const once = () => {
    const begin = performance.now();
    const trace = simulate(scenario, { limits });
    if (trace.stopped !== undefined) throw new Error(`the simulation was broken off: ${trace.stopped.why}`);
    events = trace.events.length;
    return performance.now() - begin;
  };
  // The first runs warm the program up.
  for (let run = 0; run < runs / 10; run++) once();
  const times = Array.from({ length: runs }, once);
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), events };
}

/** Bytes in live objects above those before the run, looked at every simulated two hours: medians of both halves. */
function heapWhileStreaming(scenario: Scenario) {
  const before = liveHeap();
  const looks: number[] = [];
  let events = 0;
  for (const item of simulateStream(scenario, { limits })) {
    if (item.kind === "trace") events++;
    else if (item.at >= looks.length * 2 * hour) looks.push(liveHeap() - before);
  }
  const middle = Math.ceil(looks.length / 2);
  return {
    early: quantile(looks.slice(0, middle), 0.5),
    late: quantile(looks.slice(middle), 0.5),
    events,
  };
}

function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** What is in use after everything that nobody holds was thrown away. */
function liveHeap(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed;
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(2);
}
