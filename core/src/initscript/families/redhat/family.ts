// The scripts of Red Hat and of what descends from it.

import type { FamilyFacts } from "../contract.ts";
import { libraryMark, marks, tableMarks, treeMarks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const redhat: FamilyFacts<"redhat"> = {
  name: "redhat",
  title: "Red Hat",
  library: { name: "redhat", mark: libraryMark },
  marks,
  treeMarks,
  tableMarks,
  linksBy: "chkconfig",
  readsHeaders: true,
  locks: true,
  hasService: true,
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
  skeleton,
  shells: ["bash"],
  isMinimal: false,
  emptiesRun: false,
  unseen: undefined,
};
