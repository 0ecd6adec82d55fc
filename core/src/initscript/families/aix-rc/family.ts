// The scripts of AIX.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const aixRc: FamilyFacts<"aix-rc"> = {
  name: "aix-rc",
  title: "AIX",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "hand",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/etc/rc.d/rc",
    order: "names",
    start: "start",
    stop: "stop",
    sourced: undefined,
    withoutBit: "skipped",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: [],
  isMinimal: false,
  emptiesRun: undefined,
  unseen: message("family.unseen.aix-rc"),
};
