// Which entries belong together, as procd goes through them: by state and action, not by line.

import { type ProcdAction, procdEntries } from "../../inittab/procd-entries.ts";
import type { InittabReading } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import type { PlainChoice } from "../contract.ts";
import { message } from "./message.ts";

/** All groups in the order in which procd comes to them. Source: spec/openwrt.md, section 1; observed: order, late. */
const groups: readonly { readonly actions: readonly ProcdAction[]; readonly purpose: Message }[] = [
  { actions: ["respawn"], purpose: message("procd.group-respawn") },
  { actions: ["askconsole"], purpose: message("procd.group-askconsole") },
  { actions: ["askfirst"], purpose: message("procd.group-askfirst") },
  { actions: ["sysinit"], purpose: message("procd.group-sysinit") },
  { actions: ["respawnlate", "askconsolelate"], purpose: message("procd.group-late") },
  { actions: ["shutdown"], purpose: message("procd.group-shutdown") },
];

/** The groups of a file that have entries. The boot ends with the start scripts. */
export function entryGroups({ records }: InittabReading): readonly PlainChoice[] {
  return groups
    .map(({ actions, purpose }): PlainChoice => {
      const own = records.filter((record) =>
        procdEntries([record]).some(({ action }) => actions.includes(action)),
      );
      const isDefault = actions.includes("sysinit");
      return { level: actions.join(", "), kind: "group", purpose, isDefault, records: own };
    })
    .filter((group) => group.records.length > 0);
}
