// The scripts of Debian and of what descends from it.

import type { FamilyFacts } from "../contract.ts";
import { libraryMark, marks, tableMarks, treeMarks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const debian: FamilyFacts<"debian"> = {
  name: "debian",
  title: "Debian",
  library: { name: "lsb", mark: libraryMark },
  marks,
  treeMarks,
  tableMarks,
  linksBy: "insserv",
  readsHeaders: true,
  locks: false,
  hasService: true,
  calls: {
    by: "/etc/init.d/rc",
    order: "numbers",
    start: "start",
    stop: "stop",
    namedWithDependencies: true,
    sourced: undefined,
    withoutBit: "skipped",
  },
  asksFor: { restart: "policy", "force-reload": "policy", status: "encouraged" },
  ownSettings: [],
  skeleton,
  shells: ["dash"],
  isMinimal: false,
  emptiesRun: true,
  busyboxOf: "debian",
  unseen: undefined,
};
