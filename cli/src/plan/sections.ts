// A plan as sections of rows, for every form in which it is shown.

import type {
  Comparison,
  Message,
  OccasionPlan,
  Plan,
  PlannedProcess,
  ReloadPlan,
  WayFinding,
} from "@inittab/core";
import { message } from "./message.ts";

/** A part of a plan. */
export interface PlanSection {
  readonly title: Message;
  readonly rows: readonly PlanRow[];
  /** What stands below the rows. */
  readonly notes: readonly Message[];
}

/** A process and what becomes of it. */
export interface PlanRow {
  readonly what: Message;
  readonly line: Message | undefined;
  readonly process: string;
  /** Somebody logs in by it. */
  readonly login: boolean;
}

/** What the two tables are to each other, in a sentence. */
export function comparisonMessage(comparison: Comparison): Message {
  switch (comparison.kind) {
    case "same-list":
      return message("plan.same-list");
    case "equal":
      return message("plan.equal");
    case "unknown":
      return message("plan.unknown", { states: comparison.states });
    case "differ": {
      const { message: said, way } = comparison;
      return way.length === 0
        ? message("plan.differ", { message: said })
        : message("plan.differ-after", { message: said, way: way.join(", ") });
    }
  }
}

/** Everything that changes. */
export function planSections({ comparison, reloads, occasions, warnings }: Plan): readonly PlanSection[] {
  if (comparison.kind === "same-list") return [];
  return [
    ...reloads.flatMap(reloadSections),
    ...occasions.map(occasionSection),
    ...(warnings.length === 0 ? [] : [warningSection(warnings)]),
  ];
}

function reloadSections({
  level,
  request,
  stops,
  restarts,
  starts,
  keeps,
  strays,
  outdated,
  again,
}: ReloadPlan): readonly PlanSection[] {
  const title =
    level === "" ? message("plan.reload-plain", { request }) : message("plan.reload", { request, level });
  const rows = [
    ...changeRows({ stops, restarts, starts }),
    ...strays.map(rowOf(message("plan.strays"))),
    ...outdated.map(rowOf(message("plan.outdated"))),
  ];
  const second = changeRows(again);
  const nothing = rows.length === 0 ? [message("plan.nothing")] : [];
  return [
    { title, rows, notes: [...nothing, message("plan.keeps", { keeps })] },
    ...(second.length === 0 ? [] : [{ title: message("plan.second", { request }), rows: second, notes: [] }]),
  ];
}

function changeRows({ stops, restarts, starts }: ReloadPlan["again"]): readonly PlanRow[] {
  return [
    ...stops.map(rowOf(message("plan.stops"))),
    ...restarts.map(rowOf(message("plan.restarts"))),
    ...starts.map(rowOf(message("plan.starts"))),
  ];
}

function rowOf(what: Message): (process: PlannedProcess) => PlanRow {
  return ({ process, line, isNew, login }) => ({
    what,
    line: line === undefined ? undefined : message(isNew ? "plan.new-line" : "plan.old-line", { line }),
    process,
    login,
  });
}

function occasionSection({ occasion, gone, added, order, down }: OccasionPlan): PlanSection {
  const rows = [...gone.map(rowOf(message("plan.gone"))), ...added.map(rowOf(message("plan.added")))];
  const notes = [
    ...(order ? [message("plan.order")] : []),
    ...(down === undefined
      ? []
      : [message("plan.down", { one: down.one || "up", other: down.other || "up" })]),
  ];
  const title = occasion === "boot" ? message("plan.boot") : message("plan.occasion", { occasion });
  return { title, rows, notes };
}

function warningSection(warnings: readonly WayFinding[]): PlanSection {
  return { title: message("plan.warnings"), rows: [], notes: warnings.map(({ message: said }) => said) };
}
