// What a change of runlevel stops, leaves alone and starts, found out by making it.

import type { Slices } from "../../text/slices.ts";
import type { LevelChange, LevelComparison } from "../contract.ts";
import { playbackLimits } from "../run/limits.ts";
import { usualSpan } from "../run/scenario.ts";
import type { SimulationOptions } from "./options.ts";
import type { Scenario } from "./scenario.ts";
import { runSlices } from "./simulate.ts";

/**
 * Boots into one level, waits until nothing happens any more, but not longer than a minute, changes to the other one,
 * and watches for another minute.
 */
export function* compareLevels(
  inittab: string,
  levels: LevelChange,
  asked: SimulationOptions = {},
): Slices<LevelComparison<Scenario>> {
  const options = { ...asked, limits: playbackLimits };
  const booted: Scenario = { inittab, bootArgs: [levels.from], until: usualSpan };
  const boot = (yield* runSlices(booted, options)).trace;
  const last = boot.events.at(-1)?.t ?? 0;
  const at = Math.min(Math.ceil(last) + 2, usualSpan);
  const scenario: Scenario = { ...booted, until: at + usualSpan, events: [{ at, telinit: levels.to }] };
  const { intervals } = (yield* runSlices(scenario, options)).timeline;
  yield;
  const { inittab: _, ...rest } = scenario;
  const before = intervals.filter(({ start, end }) => start < at && (end === null || end >= at));
  return {
    at,
    isDown: boot.ended !== undefined,
    scenario: rest,
    stops: before.filter(({ end }) => end !== null),
    stays: before.filter(({ end }) => end === null),
    starts: intervals.filter(({ start }) => start >= at),
  };
}
