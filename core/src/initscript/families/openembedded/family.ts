// The scripts of OpenEmbedded, of Yocto and of what is built with them.

import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const openembedded: FamilyFacts<"openembedded"> = {
  name: "openembedded",
  title: "OpenEmbedded",
  library: undefined,
  // Observed: the file of openembedded-core, August 2026.
  functions: {
    path: "/etc/init.d/functions",
    names: [
      ...["pidofproc", "machine_id", "killproc", "status", "success", "failure", "warning", "passed"],
      ...["log_success_msg", "log_failure_msg", "log_warning_msg"],
    ],
  },
  marks,
  treeMarks,
  tableMarks,
  linksBy: "update-rc.d",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/etc/init.d/rc",
    order: "names",
    start: "start",
    stop: "stop",
    sourced: /\.sh$/,
    withoutBit: "fails",
  },
  asksFor: {},
  ownSettings: ["/etc/default/rcS"],
  skeleton,
  shells: ["ash", "bash"],
  isMinimal: true,
  emptiesRun: true,
  busyboxOf: "openembedded",
  unseen: undefined,
};
