import type { JsonObject } from "@inittab/cli/json-text";
import type { BusyboxBuild, SysvinitVersion } from "@inittab/core";

/** What the command line says about all cases; it overrides what a case names. */
interface ReplayOptions {
  readonly version?: SysvinitVersion | undefined;
  readonly build?: BusyboxBuild | undefined;
}

/** Our own result, in the shape of the recorded one; or why there is none. */
type ReplayAnswer = { readonly result: unknown } | { readonly skipped: string };

/** A kind of recorded cases. */
export interface ReplayKind {
  readonly about: string;
  /** Whether a case found in a folder is of this kind. */
  readonly accepts: (value: JsonObject) => boolean;
  /** Throws a `CaseError` for a case that is not as the format says. */
  readonly run: (value: JsonObject, options: ReplayOptions) => ReplayAnswer | Promise<ReplayAnswer>;
}
