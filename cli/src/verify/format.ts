// What the formats of `verify` have in common.

import type { Localizer, Verification } from "@inittab/core";

/** A report being written: `file` for each table, between the others. */
export interface VerifyReport {
  readonly start: () => Iterable<string>;
  readonly file: (path: string, result: Verification) => Iterable<string>;
  readonly end: () => Iterable<string>;
}

/** What a report depends on. */
export interface VerifyReportOptions {
  readonly localizer: Localizer;
  /** Findings only. */
  readonly quiet: boolean;
  /** The release of Inittab. */
  readonly version: string;
}
