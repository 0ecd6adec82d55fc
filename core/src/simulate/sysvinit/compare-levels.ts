// What a change of runlevel stops, leaves alone and starts, found out by making it.

import type { LevelComparison } from "../answer.ts";
import { playbackLimits } from "../run/limits.ts";
import type { SimulationOptions } from "./options.ts";
import type { Scenario } from "./scenario.ts";
import { runSimulation } from "./simulate.ts";

/** How long a machine is watched, before and after the change; seconds. */
const watched = 60;

/**
 * Boots into one level, waits until nothing happens any more, but not longer than a minute, changes to the other one,
 * and watches for another minute.
 */
export function compareLevels(
  inittab: string,
  levels: { readonly from: string; readonly to: string },
  asked: SimulationOptions = {},
): LevelComparison {
  const options = { ...asked, limits: playbackLimits };
  const booted: Scenario = { inittab, bootArgs: [levels.from], until: watched };
  const last = runSimulation(booted, options).trace.events.at(-1)?.t ?? 0;
  const at = Math.min(Math.ceil(last) + 2, watched);
  const scenario: Scenario = { ...booted, until: at + watched, events: [{ at, telinit: levels.to }] };
  const { intervals } = runSimulation(scenario, options).timeline;
  const { inittab: _, ...rest } = scenario;
  const before = intervals.filter(({ start, end }) => start < at && (end === null || end >= at));
  return {
    at,
    scenario: rest,
    stops: before.filter(({ end }) => end !== null),
    stays: before.filter(({ end }) => end === null),
    starts: intervals.filter(({ start }) => start >= at),
  };
}
