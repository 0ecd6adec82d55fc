// The rows of the timeline: the lanes, and below a lane that calls rc and is open the scripts that rc runs. Pure.

import type { RcCall } from "@inittab/core";
import type { RcVisit, RcVisitStep, SimulationLane } from "@inittab/server/protocol";
import { laneKey } from "../../views/simulation/lane-key.ts";
import { type RcWay, wayTo } from "../../views/simulation/rc-way.ts";
import { l10n } from "./l10n.ts";
import type { View } from "./view.ts";

/** A row of the timeline. */
export type Row =
  | {
      readonly kind: "lane";
      readonly lane: SimulationLane;
      readonly key: string;
      /** Undefined where there is nothing to open. */
      readonly isOpen: boolean | undefined;
      readonly visit: RcVisit | undefined;
    }
  /** Without a step: there is nothing to do. */
  | {
      readonly kind: "script";
      readonly program: RcVisit["program"];
      readonly key: string;
      readonly index: number;
      readonly count: number;
      readonly step: RcVisitStep | undefined;
    };

/** What of a view decides about its rows. */
export type RowView = Pick<
  View,
  "whole" | "onlyRunning" | "lives" | "opened" | "visits" | "cursor" | "selected" | "script"
>;

/** All rows from top to bottom; with the filter, only lanes of processes that run at some time. */
export function rowsOf(view: RowView): readonly Row[] {
  const { whole, onlyRunning, lives, opened } = view;
  const lanes = onlyRunning ? whole.lanes.filter(({ record }) => lives.has(laneKey(record))) : whole.lanes;
  const visits = visitsAt(view);
  return lanes.flatMap((lane): readonly Row[] => {
    const key = laneKey(lane.record);
    const visit = visits.get(key);
    const isOpen = visit === undefined ? undefined : opened.has(key);
    const head = { kind: "lane", lane, key, isOpen, visit } as const;
    if (visit === undefined || isOpen !== true) return [head];
    const steps: readonly (RcVisitStep | undefined)[] = visit.steps.length === 0 ? [undefined] : visit.steps;
    const { program } = visit;
    const row = { kind: "script", program, key, count: steps.length } as const;
    return [head, ...steps.map((step, index) => ({ ...row, index, step }))];
  });
}

/** The row that is chosen, or -1. */
export function chosenRow(rows: readonly Row[], { selected, script }: RowView): number {
  const at = rows.findIndex(
    (row) => row.key === selected && (script === null ? row.kind === "lane" : isScript(row, script)),
  );
  // Its lane was closed, or rc runs fewer scripts now.
  return at < 0 ? rows.findIndex(({ key }) => key === selected) : at;
}

function isScript(row: Row, index: number): boolean {
  return row.kind === "script" && row.index === index;
}

/** By lane the way to the call of rc that counts at the cursor: the last one until then, or else the first one. */
export function waysAt({ whole, cursor }: Pick<RowView, "whole" | "cursor">): ReadonlyMap<string, RcWay> {
  const counts = new Map<string, number>();
  for (const [index, call] of whole.rcCalls.entries()) {
    const key = laneKey(call.record);
    if (!counts.has(key) || hasBegun(call, cursor)) counts.set(key, index);
  }
  return new Map([...counts].map(([key, index]) => [key, wayTo(whole.rcCalls, index)]));
}

/** The times of moments are rounded to a hundredth of a second. */
function hasBegun({ start }: RcCall, at: number): boolean {
  return start <= at + 0.006;
}

function visitsAt(view: RowView): ReadonlyMap<string, RcVisit> {
  const found = new Map<string, RcVisit>();
  for (const [key, way] of waysAt(view)) {
    const visit = view.visits.get(wayKey(way));
    if (visit !== undefined && visit !== null) found.set(key, visit);
  }
  return found;
}

/** A text that names a way among all others. */
export function wayKey(way: RcWay): string {
  return JSON.stringify(way);
}

/** What rc does in a level, for the tip of a lane. */
export function describeVisit(visit: RcVisit): string {
  const { because } = visit;
  const what = describeWay(visit);
  return because === "" ? what : `${what}, ${l10n.t("because {0}", because)}`;
}

function describeWay({ program, level, previous, system }: RcVisit): string {
  if (program !== "rc")
    return l10n.t("The services that {0} stops and starts, as in {1}", `${program} ${level}`.trim(), system);
  return previous === "N"
    ? l10n.t("The scripts that rc runs at boot into {0}, as in {1}", level, system)
    : l10n.t("The scripts that rc runs from {0} to {1}, as in {2}", previous, level, system);
}

/** A script as a screen reader reads it. */
export function describeScript(step: RcVisitStep | undefined, program: RcVisit["program"] = "rc"): string {
  if (step === undefined)
    return program === "rc" ? l10n.t("rc finds nothing to do") : l10n.t("OpenRC finds nothing to do");
  const { kind, name, argument, remark, broken } = step;
  if (broken) return l10n.t("{0} cannot be run: {1}", name, remark);
  if (kind === "skip") return l10n.t("{0} is passed over: {1}", name, remark);
  return [argument === null ? name : `${name} ${argument}`, remark].filter((part) => part !== "").join(", ");
}
