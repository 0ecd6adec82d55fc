// The scripts of SUSE.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const suse: FamilyFacts<"suse"> = {
  name: "suse",
  title: "SUSE",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "insserv-of-suse",
  readsHeaders: false,
  locks: false,
  hasService: true,
  calls: {
    by: "/etc/init.d/rc",
    order: "numbers",
    start: "start",
    stop: "stop",
    sourced: undefined,
    withoutBit: "skipped",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: ["bash"],
  isMinimal: false,
  emptiesRun: undefined,
  unseen: message("family.unseen.suse"),
};
