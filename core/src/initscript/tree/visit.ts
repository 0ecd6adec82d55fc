// What an editor is told of rc's way into a level. Plain data that goes over the protocol.

import type { RcFlavor } from "../facts/rc-flavors.ts";

/** Something that rc does or leaves. */
export interface RcVisitStep {
  /** `other`: an event for initctl, or a lock that no script has the name of. */
  readonly kind: "call" | "skip" | "other";
  /** The entry of the level's folder, such as `S20ssh`. */
  readonly name: string;
  /** What the script is called with; null where it is not called. */
  readonly argument: string | null;
  /** Why it is passed over, or what it does to locks; may be empty. */
  readonly remark: string;
  /** rc wanted to run it and could not. */
  readonly broken: boolean;
  /** The address of the script; null where there is none. */
  readonly uri: string | null;
}

/** rc's way into a level. */
export interface RcVisit {
  readonly flavor: RcFlavor;
  /** The system that the flavor is of, in words. */
  readonly system: string;
  /** The evidence, to be read behind "because". */
  readonly because: string;
  readonly level: string;
  /** `N` at boot. */
  readonly previous: string;
  readonly steps: readonly RcVisitStep[];
  /** The locks that remain. */
  readonly locks: readonly string[];
}
