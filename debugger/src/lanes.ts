// The records of a table and the lines that init drops, each with its place in an editor.

import { type InittabScan, inittabPath, type LinePlace, readScan, type SimulatedInit } from "@inittab/core";
import type { DebugLane } from "./host.ts";

/** A lane for each record and for each line that init drops. */
export function debugLanes(scan: InittabScan, machine: SimulatedInit): readonly DebugLane[] {
  const reading = readScan(scan);
  const places = placesOf(scan);
  const lanes = [...reading.records.map((record) => machine.lane(record)), ...machine.otherLanes(reading)];
  return lanes.map((lane) => {
    const { path, line } = lane.record;
    return { ...lane, place: path === inittabPath ? (places.get(line) ?? null) : null };
  });
}

/** Where the line stands to which init gives a number. A line of several parts has the number of the last one. */
function placesOf({ lines, starts, text }: InittabScan): ReadonlyMap<number, LinePlace> {
  const whole = text.toString();
  const places = new Map<number, LinePlace>();
  let count = 0;
  let offset = 0;
  let row = 0;
  const rowAt = (target: number) => {
    for (
      let next = whole.indexOf("\n", offset);
      next >= 0 && next < target;
      next = whole.indexOf("\n", offset)
    ) {
      offset = next + 1;
      row++;
    }
    return row;
  };
  for (const [index, line] of lines.entries()) {
    count += line.count;
    const start = starts[index] ?? 0;
    const first = rowAt(start + line.start);
    const last = Math.max(first, rowAt(start + line.end));
    if (line.count > 0) places.set(count, { first, last });
  }
  return places;
}
