// The scripts of OpenWrt, which rc.common runs.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const openwrt: FamilyFacts<"openwrt"> = {
  name: "openwrt",
  title: "OpenWrt",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "enable",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/sbin/procd",
    order: "names",
    start: "boot",
    stop: "shutdown",
    startFunctions: ["boot", "start", "start_service"],
    sourced: undefined,
    withoutBit: "skipped",
  },
  asksFor: {},
  ownSettings: [],
  skeleton,
  shells: ["ash"],
  isMinimal: true,
  emptiesRun: true,
  unseen: message("family.unseen.openwrt"),
};
