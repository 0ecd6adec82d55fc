// How fast all states of a machine are searched, and what they keep in memory.

import { readFileSync } from "node:fs";
import { defaultWayEvents, scanInittab, verify } from "@inittab/core";

const samples: readonly string[] = ["debian", "redhat", "slackware", "openembedded", "buildroot", "openwrt"];

/** So many seconds of processor time are spent with each table once its program has been compiled. */
const warmth = 2;

/**
 * Measures and prints: seconds of processor time of one search with all questions, the memory of the process after it, and
 * how many steps a second it makes when it is repeated, which most of a small search is too short for.
 */
export function measureVerify(): void {
  const row = (...cells: readonly string[]) =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(16) : cell.padStart(12))).join(""));
  console.log("\nverify");
  row("", "states", "steps", "s", "steps/s", "MiB", "repeated/s");
  for (const name of samples) {
    const text = readFileSync(`test-fixtures/systems/${name}/etc/inittab`, "utf8");
    const { dialect } = scanInittab(text);
    const look = () => verify(text, dialect, { events: defaultWayEvents });
    const spent = stopwatch();
    const result = look();
    if (result === undefined) continue;
    const seconds = spent();
    const { states, steps, exhausted } = result;
    const memory = process.memoryUsage().rss / 1024 / 1024;
    row(
      name,
      `${states}${exhausted ? "" : "+"}`,
      String(steps),
      seconds.toFixed(2),
      (steps / seconds).toFixed(0),
      memory.toFixed(0),
      repeated(() => look()?.steps ?? 0).toFixed(0),
    );
  }
}

/** How many steps a second are made by work that tells how many it has made. */
function repeated(work: () => number): number {
  const spent = stopwatch();
  let steps = 0;
  while (spent() < warmth) steps += work();
  return steps / spent();
}

/** The seconds of processor time that have been spent since now. */
function stopwatch(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}
