// Which records of a run call rc or OpenRC, when, and for which change of runlevel; and the story with what it does then.

import type { OpenrcVersion } from "../initscript/openrc/versions.ts";
import { type BootChange, bootCallOf } from "../initscript/tree/boot-call.ts";
import type { RcVisit, RcVisitStep, WordedVisit } from "../initscript/tree/visit.ts";
import { listOf, type Message } from "../text/message.ts";
import type { AnyScenario } from "./machines.ts";
import { message } from "./message.ts";
import { nameOfRecord, type RecordKey } from "./run/record-key.ts";
import type { SimulatedRun } from "./run/simulation.ts";
import type { StoryLine } from "./run/story.ts";

/** A process that is rc, or OpenRC. */
export interface RcCall extends BootChange {
  readonly record: RecordKey;
  readonly process: string;
  /** Seconds since the boot. */
  readonly start: number;
}

/**
 * The calls of rc or OpenRC in a run, in the order of their start. With the scenario of the run they say which OpenRC it
 * names.
 */
export function rcCalls(
  { timeline, previousOf }: Pick<SimulatedRun, "timeline" | "previousOf">,
  scenario?: AnyScenario,
): readonly RcCall[] {
  const openrc = openrcOf(scenario);
  return timeline.intervals.flatMap(({ record, process, pid, start }): readonly RcCall[] => {
    const call = bootCallOf(process);
    if (call === undefined) return [];
    // An init without runlevels calls the programs that go through all scripts at boot, and at shutdown.
    const previous = previousOf(pid) ?? "N";
    return [{ record, process, start, previous, ...call, ...(openrc !== undefined && { openrc }) }];
  });
}

/** The release of OpenRC that a scenario names. */
export function openrcOf(scenario: AnyScenario | undefined): OpenrcVersion | undefined {
  return scenario !== undefined && "openrc" in scenario ? scenario.openrc : undefined;
}

/** The story with the scripts below each start of rc. `visits` belong to the calls one by one. */
export function storyWithScripts(
  story: readonly StoryLine[],
  calls: readonly RcCall[],
  visits: readonly (RcVisit | undefined)[],
): readonly StoryLine[] {
  let next = 0;
  return story.flatMap((line): readonly StoryLine[] => {
    const call = calls[next];
    // Starts are told in their order, each by one line.
    if (call === undefined || line.record === undefined || line.at !== call.start) return [line];
    if (nameOfRecord(line.record) !== nameOfRecord(call.record)) return [line];
    const steps = visits[next]?.steps ?? [];
    next++;
    const scripts = steps.map(
      (step): StoryLine => ({ at: line.at, depth: 2, kind: "note", message: describeRcStep(step) }),
    );
    return [line, ...scripts];
  });
}

/** A trace with one more member, `rc`: what rc does each time that it is called. */
export function traceWithScripts<T extends object>(
  trace: T,
  calls: readonly RcCall[],
  visits: readonly (WordedVisit | undefined)[] | undefined,
): T & { readonly rc?: readonly object[] } {
  if (visits === undefined || visits.length === 0) return trace;
  const rc = calls.map(({ record: { id }, start, previous, level }, index) => {
    const { flavor, steps = [], locks = [] } = visits[index] ?? {};
    return { t: Math.round(start * 100) / 100, id, previous, level, flavor, steps, locks };
  });
  return { ...trace, rc };
}

/** A script that rc calls or passes over, in a few words. */
export function describeRcStep({ name, argument, remarks, broken }: RcVisitStep): Message {
  const call = argument === null ? name : `${name} ${argument}`;
  if (remarks.length === 0) return message("rc-step.call", { call });
  const remark = listOf(remarks, "comma");
  return argument === null || broken
    ? message("rc-step.left", { call, remark })
    : message("rc-step.remark", { call, remark });
}
