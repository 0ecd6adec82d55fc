import {
  type Dialect,
  type DialectSource,
  defaultRunlevelOf,
  type InittabScan,
  readScan,
  releaseOf,
} from "@inittab/core";

/** What a client shows about a document at a glance. */
export interface Status {
  readonly dialect: Dialect;
  /** Who says which dialect it is: a comment of the file, the settings, the file's entries or its path. */
  readonly from: DialectSource;
  /** Why it is this dialect, in words that fit behind "because". */
  readonly because: string;
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
    from: scan.guess.by,
    because: scan.guess.because,
    version: releaseOf(scan) ?? null,
    defaultRunlevel: defaultRunlevelOf(reading),
    // Init adds a record of its own, which is in no file.
    records: reading.records.filter((record) => record.path !== undefined).length,
    dropped: reading.dropped.length,
  };
}
