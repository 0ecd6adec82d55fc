// How long a simulation takes, and what it keeps in memory while it is streamed: a program of its own, whose arguments
// say what of it is measured, and whose answer is JSON.

import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Scenario, type SimulationLimits, simulate, simulateStream } from "@inittab/core";
import { quantile } from "./figure.ts";

const hour = 3600;
const day = 24 * hour;

/** More than any of these runs needs: what is measured must not be broken off. */
const limits: SimulationLimits = { events: 10_000_000, steps: 100_000_000 };

/** Milliseconds of processor time of a run, the means of a few runs each; the trace is collected, as for a report. */
export interface TimedRuns {
  readonly name: string;
  readonly times: readonly number[];
  readonly events: number;
}

/** Bytes in live objects above those before the run, in both halves of it. */
export interface StreamedHeap {
  readonly name: string;
  readonly early: number;
  readonly late: number;
  readonly events: number;
}

const measures: Readonly<Record<string, () => readonly (TimedRuns | StreamedHeap)[]>> = {
  times: () => [
    timeRuns("boot of Debian's inittab, a minute (ms)", debianBoot(), 1000),
    timeRuns("a day, 100 records, hourly levels, a respawn/15 s (ms)", busyDays(1), 40),
  ],
  heap: () =>
    [1, 10].map((days) =>
      heapWhileStreaming(`live heap while streamed, days: ${days} (MiB)`, busyDays(days)),
    ),
};

console.log(JSON.stringify(measures[process.argv[2] ?? ""]?.() ?? []));

function debianBoot(): Scenario {
  return { inittab: readFileSync("test-fixtures/systems/debian/etc/inittab", "utf8"), until: 60 };
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

function timeRuns(name: string, scenario: Scenario, runs: number): TimedRuns {
  let events = 0;
  const once = () => {
    const trace = simulate(scenario, { limits });
    if (trace.stopped !== undefined) throw new Error(`the simulation was broken off: ${trace.stopped.why}`);
    events = trace.events.length;
  };
  // The first runs warm the program up.
  for (let run = 0; run < runs / 10; run++) once();
  const several = Math.ceil(runs / 40);
  const times = Array.from({ length: runs / several }, () => {
    const before = process.cpuUsage();
    for (let run = 0; run < several; run++) once();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / several;
  });
  return { name, times, events };
}

/** Looks every simulated two hours, and gives the medians of both halves. */
function heapWhileStreaming(name: string, scenario: Scenario): StreamedHeap {
  const before = liveHeap();
  const looks: number[] = [];
  let events = 0;
  for (const item of simulateStream(scenario, { limits })) {
    if (item.kind === "trace") events++;
    else if (item.at >= looks.length * 2 * hour) looks.push(liveHeap() - before);
  }
  const middle = Math.ceil(looks.length / 2);
  return {
    name,
    early: quantile(looks.slice(0, middle), 0.5),
    late: quantile(looks.slice(middle), 0.5),
    events,
  };
}

/** What is in use after everything that nobody holds was thrown away. */
function liveHeap(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed;
}
