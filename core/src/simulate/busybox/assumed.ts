// Whose BusyBox a table is for where nobody says it: by what only the tables of a family say, and by the files of the
// system around it.

import { busyboxFamilies } from "../../initscript/families/families.ts";
import { followIn, readRoot } from "../../initscript/root/follow.ts";
import { familyInRoot } from "../../initscript/tree/family.ts";
import type { TreeListing } from "../../initscript/tree/listing.ts";
import type { LookInTree } from "../../initscript/tree/read-asked.ts";
import { type Dialect, dialectFacts } from "../../inittab/dialect.ts";
import type { Message } from "../../text/message.ts";
import { type BusyboxPreset, busyboxPresets, defaultBusyboxPreset } from "./machine/builds.ts";

/** A preset that is assumed, and why, to be read after "because". */
export interface AssumedPreset {
  readonly preset: BusyboxPreset;
  readonly because: Message;
}

/** Whether a dialect has programs that differ by who builds them. */
export function hasPresets(dialect: Dialect): boolean {
  return dialectFacts[dialect].hasPresets === true;
}

/** Reads of a root what `assumedPreset` wants to know of it. */
export function readForPreset(look: LookInTree): Promise<TreeListing> {
  return readRoot(look, (follow) => void familyInRoot("", follow, busyboxFamilies));
}

/** The preset for a table; undefined where the usual one is as good as any. */
export function assumedPreset(table: string, root: TreeListing | undefined): AssumedPreset | undefined {
  const follow = followIn(root ?? new Map());
  const { families = [], because } = familyInRoot(table, follow, busyboxFamilies) ?? {};
  const [family] = families;
  const preset = busyboxPresets.find((each) => each === family?.busyboxOf);
  return preset === undefined || preset === defaultBusyboxPreset || because === undefined
    ? undefined
    : { preset, because };
}
