// What is described: a record, and what stands around it.

import type { Dialect } from "../inittab/dialect.ts";
import type { InittabRecord } from "../inittab/read.ts";
import type { SysvinitVersion } from "../inittab/versions.ts";

/** The four fields of a record, as written or as init stores them. */
export type RecordFields = Pick<InittabRecord, "id" | "runlevels" | "action" | "process">;

/** Who reads the record, and what stands around it. */
export interface DescribeContext {
  readonly dialect: Dialect;
  /** The release, where the dialect is sysvinit. Default: the newest. */
  readonly version?: SysvinitVersion;
  /** Whether a readable /etc/initscript is there. */
  readonly initscript?: boolean;
  /** For a second initdefault record: the line, from 1, of the first, which is the one that counts. */
  readonly earlierInitdefault?: number;
}
