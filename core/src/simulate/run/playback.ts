// What can be looked at in a run at any moment of it.

import type { Offer } from "./offers.ts";
import type { RecordReason } from "./reason.ts";
import type { RecordKey } from "./record-key.ts";

/** A signal that init sends to the processes of a record; seconds. */
export interface SentSignal {
  readonly record: RecordKey;
  readonly at: number;
  readonly signal: "TERM" | "KILL";
}

/** A process of init at a moment. */
export interface RunningProcess {
  readonly pid: number;
  readonly record: RecordKey;
  /** The words of the command as init executes them. */
  readonly command: readonly string[];
  /** Seconds since the boot. */
  readonly since: number;
  /** `NAME=value`, in init's order. */
  readonly environment: readonly string[];
  /** What can be done to it. */
  readonly offers: readonly Offer[];
}

/** Init and its processes at a moment. */
export interface Moment {
  /** Seconds since the boot. */
  readonly at: number;
  /** `#` and `*` are the phases of the boot; of an init without levels, its phase. */
  readonly level: string;
  /** What processes see as PREVLEVEL; empty where there is no such thing. */
  readonly previous: string;
  /** What init itself is doing, in words. */
  readonly doing: string;
  readonly reasons: readonly RecordReason[];
  /** In the order of their start. */
  readonly processes: readonly RunningProcess[];
  /** What a process would get that is started now, as `NAME=value`. */
  readonly environment: readonly string[];
}
