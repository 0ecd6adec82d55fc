// Which entries belong together, as BusyBox init goes through them: the groups of the boot, and what a request starts.

import type { InittabReading, InittabRecord } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import type { BusyboxAction } from "./machine/state.ts";
import { message } from "./message.ts";

/** Entries with the same part to play. */
export interface EntryGroup {
  /** The actions, as they stand in the file. */
  readonly name: string;
  /** When they are started. */
  readonly purpose: Message;
  /** In init's order. */
  readonly records: readonly InittabRecord[];
}

/** All groups in the order in which init comes to them. Source: spec/dialects.md, 3.3 to 3.5. */
const groups: readonly {
  readonly actions: readonly BusyboxAction[];
  readonly purpose: Message;
}[] = [
  { actions: ["sysinit"], purpose: message("busybox.group-sysinit") },
  { actions: ["wait"], purpose: message("busybox.group-wait") },
  { actions: ["once"], purpose: message("busybox.group-once") },
  { actions: ["respawn", "askfirst"], purpose: message("busybox.group-respawn") },
  { actions: ["ctrlaltdel"], purpose: message("busybox.group-ctrl-alt-del") },
  { actions: ["shutdown"], purpose: message("busybox.group-shutdown") },
  { actions: ["restart"], purpose: message("busybox.group-restart") },
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
