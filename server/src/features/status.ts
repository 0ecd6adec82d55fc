import { type Dialect, defaultRunlevelOf, type InittabScan, readScan } from "@inittab/core";

/** What a client shows about a document at a glance. */
export interface Status {
  readonly dialect: Dialect;
  /** The evidence for the dialect, or null where the settings say it. */
  readonly because: string | null;
  /** The release of sysvinit; null for another init. */
  readonly version: string | null;
  /** The level that init enters after boot; null where it asks, or knows no levels. */
  readonly defaultRunlevel: string | null;
  /** How many records of the file init takes. */
  readonly records: number;
  /** How many lines init drops with a message. */
  readonly dropped: number;
}

/** Sums a document up. */
export function statusOf(scan: InittabScan): Status {
  const reading = readScan(scan);
  return {
    dialect: scan.dialect,
    because: scan.guess?.because ?? null,
    version: scan.dialect === "sysvinit" ? scan.version : null,
    defaultRunlevel: defaultRunlevelOf(reading),
    // Init adds a record of its own, which is in no file.
    records: reading.records.filter((record) => record.path !== undefined).length,
    dropped: reading.dropped.length,
  };
}
