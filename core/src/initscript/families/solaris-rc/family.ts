// The scripts of Solaris, which its service manager calls as legacy services.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const solarisRc: FamilyFacts<"solaris-rc"> = {
  name: "solaris-rc",
  title: "Solaris",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "hand",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/sbin/rc2",
    order: "names",
    start: "start",
    stop: "stop",
    sourced: /\.sh$/,
    withoutBit: "fails",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: [],
  isMinimal: false,
  emptiesRun: undefined,
  unseen: message("family.unseen.solaris-rc"),
};
