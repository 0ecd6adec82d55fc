import { defaultRunlevelOf, type InittabScan, readScan } from "@inittab/core";
import type { Status } from "../../protocol.ts";

/** Sums a document up. */
export function statusOf(scan: InittabScan): Status {
  const reading = readScan(scan);
  return {
    dialect: scan.dialect,
    from: scan.guess.by,
    because: scan.guess.because,
    version: scan.dialect === "sysvinit" ? scan.version : null,
    defaultRunlevel: defaultRunlevelOf(reading),
    // Init adds a record of its own, which is in no file.
    records: reading.records.filter((record) => record.path !== undefined).length,
    dropped: reading.dropped.length,
  };
}
