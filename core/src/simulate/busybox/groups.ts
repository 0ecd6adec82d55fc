// Which entries belong together, as BusyBox init goes through them: the groups of the boot, and what a request starts.

import type { InittabReading, InittabRecord } from "../../inittab/read.ts";
import type { BusyboxAction } from "./machine/state.ts";

/** Entries with the same part to play. */
export interface EntryGroup {
  /** The actions, as they stand in the file. */
  readonly name: string;
  /** When they are started. */
  readonly purpose: string;
  /** In init's order. */
  readonly records: readonly InittabRecord[];
}

/** All groups in the order in which init comes to them. Source: spec/dialects.md, 3.3 to 3.5. */
const groups: readonly {
  readonly actions: readonly BusyboxAction[];
  readonly purpose: string;
}[] = [
  { actions: ["sysinit"], purpose: "first of all, one after the other" },
  { actions: ["wait"], purpose: "then, one after the other" },
  { actions: ["once"], purpose: "then, all at once" },
  { actions: ["respawn", "askfirst"], purpose: "then, and again whenever they end" },
  { actions: ["ctrlaltdel"], purpose: "on Ctrl-Alt-Del" },
  { actions: ["shutdown"], purpose: "on the way down, one after the other" },
  { actions: ["restart"], purpose: "takes the place of init on QUIT" },
];

/** The groups of a file that have entries. */
export function entryGroups({ records }: InittabReading): readonly EntryGroup[] {
  return groups
    .map(({ actions, purpose }) => ({
      name: actions.join(", "),
      purpose,
      records: records.filter(({ action }) => actions.some((name) => name === action)),
    }))
    .filter((group) => group.records.length > 0);
}
