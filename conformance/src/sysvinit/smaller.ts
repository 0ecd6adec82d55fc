// Scenarios with a little less in them, in search of the smallest one that shows a difference.

import type { TestScenario } from "./sketch.ts";

/** One event less, or one line of all tables less. */
export function* smallerScenarios(scenario: TestScenario): Iterable<TestScenario> {
  for (let index = scenario.events.length - 1; index >= 0; index--)
    yield shortened({ ...scenario, events: scenario.events.toSpliced(index, 1) });
  const tables = [
    scenario.inittab,
    ...scenario.events.flatMap((event) => ("write" in event ? [event.write] : [])),
  ];
  const lines = new Set(tables.flatMap((table) => table.split("\n")).filter((line) => line !== ""));
  for (const line of lines) {
    if (line.includes(":initdefault:")) continue;
    const without = (table: string): string =>
      table
        .split("\n")
        .filter((other) => other !== line)
        .join("\n");
    yield {
      ...scenario,
      inittab: without(scenario.inittab),
      events: scenario.events.map((event) =>
        "write" in event ? { ...event, write: without(event.write) } : event,
      ),
    };
  }
}

/** The scenario without the processes that no longer occur. */
export function tidied(scenario: TestScenario): TestScenario {
  const text = JSON.stringify({ ...scenario, processes: {} });
  const processes = Object.entries(scenario.processes).filter(([id]) => text.includes(id));
  return { ...scenario, processes: Object.fromEntries(processes) };
}

/** Nothing happens long after the last event. */
function shortened(scenario: TestScenario): TestScenario {
  const last = Math.max(0, ...scenario.events.map((event) => event.at));
  return { ...scenario, until: Math.min(scenario.until, last + 4) };
}
