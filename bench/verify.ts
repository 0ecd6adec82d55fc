// How fast all states of a machine are searched, and what they keep in memory.

import { readFileSync } from "node:fs";
import { defaultWayEvents, scanInittab, verify } from "@inittab/core";

const samples: readonly string[] = ["debian", "redhat", "slackware", "openembedded", "buildroot"];

/** Measures and prints: seconds of processor time of one search with all questions, and the memory of the process after it. */
export function measureVerify(): void {
  const row = (...cells: readonly string[]) =>
    console.log(cells.map((cell, column) => (column === 0 ? cell.padEnd(16) : cell.padStart(12))).join(""));
  console.log("\nverify");
  row("", "states", "steps", "s", "steps/s", "MiB");
  for (const name of samples) {
    const text = readFileSync(`test-fixtures/systems/${name}/etc/inittab`, "utf8");
    const { dialect } = scanInittab(text);
    const before = process.cpuUsage();
    const result = verify(text, dialect, { events: defaultWayEvents });
    if (result === undefined) continue;
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const { states, steps, exhausted } = result;
    const memory = process.memoryUsage().rss / 1024 / 1024;
    row(
      name,
      `${states}${exhausted ? "" : "+"}`,
      String(steps),
      seconds.toFixed(2),
      (steps / seconds).toFixed(0),
      memory.toFixed(0),
    );
  }
}
