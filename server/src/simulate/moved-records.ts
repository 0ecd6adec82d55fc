// A file that is edited while its machine runs: entries that stand on other lines now are still the same for init, which
// goes by their ids, and so for whoever looks at their lanes.

import { dialectFacts, nameOfRecord, type RecordKey } from "@inittab/core";
import type { SimulationAnswer } from "../protocol.ts";

/** The place of a record in the file as it is now. */
interface NewPlace {
  readonly record: RecordKey;
  readonly process: string;
  /** Null: it is in no line of the file. */
  readonly place: unknown;
}

/** The answer with all that was said of moved records said of the lines that they stand on now. */
export function followMoved(answer: SimulationAnswer, lanes: readonly NewPlace[]): SimulationAnswer {
  const here = lanes.filter(({ place }) => place !== null);
  const names = new Set(here.map(({ record }) => nameOfRecord(record)));
  const isName = dialectFacts[answer.dialect].id === "name";
  const processes = new Map(
    (answer.timeline?.intervals ?? []).map(({ record, process }) => [nameOfRecord(record), process]),
  );
  const moved = (record: RecordKey): RecordKey => {
    if (record.path === null || names.has(nameOfRecord(record))) return record;
    const process = processes.get(nameOfRecord(record));
    return (
      here.find((lane) => lane.record.id === record.id && (isName || lane.process === process))?.record ??
      record
    );
  };
  const follow = <T extends { readonly record: RecordKey }>(each: T): T => ({
    ...each,
    record: moved(each.record),
  });
  const { moment, timeline, signals, rcCalls } = answer;
  return {
    ...answer,
    ...(moment && {
      moment: {
        ...moment,
        reasons: moment.reasons.map(follow),
        processes: moment.processes.map(follow),
      },
    }),
    ...(timeline && { timeline: { ...timeline, intervals: timeline.intervals.map(follow) } }),
    ...(signals && { signals: signals.map(follow) }),
    ...(rcCalls && { rcCalls: rcCalls.map(follow) }),
    ...(answer.lanes && { lanes: answer.lanes.filter(({ record }) => moved(record) === record) }),
  };
}
