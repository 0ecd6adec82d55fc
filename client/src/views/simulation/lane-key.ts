import type { RecordKey } from "@inittab/core";

/** A text that names a record among all others of a run. */
export function laneKey({ id, path, line }: RecordKey): string {
  return `${path} ${line} ${id}`;
}
