// The measures of the simulator, those of another version beside them.

import { spawnSync } from "node:child_process";
import { quantile, shown } from "./figure.ts";
import type { StreamedHeap, TimedRuns } from "./simulation-program.ts";

/** How often each version has its turn. */
const rounds = 5;

/** Measures and prints. `isBeside`: the program is there for another version too. */
export function measureSimulation(isBeside: boolean): void {
  const row = (...cells: readonly string[]) =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(56) : cell.padStart(11))).join(""));
  const programs = ["simulation", ...(isBeside ? ["simulation-beside"] : [])];
  const turns: (readonly TimedRuns[])[][] = programs.map(() => []);
  for (let round = 0; round < (isBeside ? rounds : 1); round++)
    for (const [index, program] of programs.entries()) turns[index]?.push(run(program, "times"));
  console.log("\nsimulation");
  row("", "median", "p95", "events", ...(isBeside ? ["beside", "beside p95", "ratio"] : []));
  const [own = [], other = []] = turns;
  for (const [index, { name, events }] of (own[0] ?? []).entries()) {
    const [ours, theirs] = [own, other].map((all) => all.flatMap((each) => each[index]?.times ?? []));
    const median = quantile(ours ?? [], 0.5);
    const beside = quantile(theirs ?? [], 0.5);
    row(
      name,
      median.toFixed(3),
      quantile(ours ?? [], 0.95).toFixed(3),
      String(events),
      ...(isBeside
        ? [beside.toFixed(3), quantile(theirs ?? [], 0.95).toFixed(3), (median / beside).toFixed(2)]
        : []),
    );
  }
  row("", "first half", "last half", "events");
  const heaps: readonly StreamedHeap[] = run("simulation", "heap");
  for (const { name, early, late, events } of heaps)
    row(name, shown(early / 2 ** 20), shown(late / 2 ** 20), String(events));
}

function run(program: string, what: "times" | "heap") {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`out/${program}.mjs`, what], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
