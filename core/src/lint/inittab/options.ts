import type { TreeListing } from "../../initscript/tree/listing.ts";
import type { OpenrcFolders } from "../../initscript/tree/openrc-folders.ts";
import type { MachineSpec } from "../../inittab/machine-profile.ts";
import type { LintOptions } from "../options.ts";

/** What a user may change about the rules, and what a caller says about the text. */
export interface InittabLintOptions extends LintOptions {
  /** The text is a part of a file: rules about what a whole file lacks say nothing. */
  readonly fragment?: boolean;
  /** The machine that the file is for; undefined: it is not known, so no terminal is reported as missing. */
  readonly machine?: MachineSpec;
  /** What `readRootFor` has read of the root file system that the file is for; undefined: there is none. */
  readonly root?: TreeListing;
  /** OpenRC's runlevels in the system around the file; undefined: there are none, or nobody has looked. */
  readonly openrc?: OpenrcFolders;
}
