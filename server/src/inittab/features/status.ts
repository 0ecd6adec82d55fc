import {
  defaultRunlevelOf,
  dialectTitle,
  type InittabScan,
  type Localizer,
  readScan,
  releaseOf,
} from "@inittab/core";
import type { Status } from "../../protocol.ts";

/** Sums a document up. */
export function statusOf(scan: InittabScan, localizer: Localizer): Status {
  const reading = readScan(scan);
  return {
    dialect: scan.dialect,
    title: localizer.words(dialectTitle(scan.dialect)),
    from: scan.guess.by,
    because: localizer.text(scan.guess.because),
    version: releaseOf(scan) ?? null,
    defaultRunlevel: defaultRunlevelOf(reading),
    // Init adds a record of its own, which is in no file.
    records: reading.records.filter((record) => record.path !== undefined).length,
    dropped: reading.dropped.length,
  };
}
