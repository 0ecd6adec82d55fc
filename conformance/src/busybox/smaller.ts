// Scenarios with a little less in them, in search of the smallest one that shows a difference.

import type { TestScenario } from "./sketch.ts";

/** One event less, or one line of all tables less. */
export function* smallerScenarios(scenario: TestScenario): Iterable<TestScenario> {
  for (let index = scenario.events.length - 1; index >= 0; index--)
    yield { ...scenario, events: scenario.events.toSpliced(index, 1) };
  const tables = [
    scenario.inittab,
    ...scenario.events.flatMap((event) => ("write" in event ? [event.write] : [])),
  ];
  for (const line of new Set(tables.flatMap((table) => table?.split("\n") ?? []))) {
    if (line === "") continue;
    const without = (table: string | null): string | null =>
      table
        ?.split("\n")
        .filter((other) => other !== line)
        .join("\n") ?? null;
    yield {
      ...scenario,
      inittab: without(scenario.inittab),
      events: scenario.events.map((event) =>
        "write" in event ? { ...event, write: without(event.write) } : event,
      ),
    };
  }
}
