// Judges how long a step takes, with all that a session does for it.

import { expect, test } from "vitest";
import { sessionOf } from "./testing/text-host.ts";

test("a step takes less than 10 ms at 10,000 events, whatever the breakpoints ask", async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `${at}:2:respawn:/bin/p${at}`);
  const processes = Object.fromEntries(rows.map((_, at) => [at, { runs: 13 }]));
  const { session, sent } = sessionOf(`id:2:initdefault:\n${rows.join("\n")}\n`, undefined, {
    processes,
    until: 3500,
  });
  const ask = (command: string, given: object = {}) =>
    session.receive({ type: "request", seq: 1, command, arguments: { threadId: 1, ...given } });
  await ask("launch", { program: "x" });
  const breakpoints = rows.map((_, at) => ({ line: at + 2, condition: "level == 3 || time < 0" }));
  await ask("setBreakpoints", { source: { path: "/etc/inittab" }, breakpoints });
  await ask("configurationDone");
  await ask("continue");
  const last = sent.filter((each) => "event" in each && each.event === "stopped").length;
  expect(last).toBe(2);
  const spent: Record<string, number> = {};
  const steps: readonly (readonly [string, object])[] = [
    ...["stepBack", "reverseContinue", "next", "stepIn", "stepOut", "continue"].map(
      (each) => [each, {}] as const,
    ),
    ["restartFrame", { frameId: 1 }],
    ["evaluate", { expression: "goto 3000", context: "repl" }],
  ];
  for (const [step, given] of steps) {
    const tries: number[] = [];
    for (let count = 0; count < 7; count++) {
      // In the middle there is as much before as behind.
      await ask("evaluate", { expression: "goto 1700", context: "repl" });
      const before = process.cpuUsage();
      await ask(step, given);
      const { user, system } = process.cpuUsage(before);
      tries.push((user + system) / 1000);
      expect(
        sent.findLast((each) => each.type === "response"),
        step,
      ).toMatchObject({ success: true });
    }
    spent[step] = Math.min(...tries);
  }
  expect(Object.entries(spent).filter(([, milliseconds]) => milliseconds >= 10)).toEqual([]);
});
