// The scripts of Linux From Scratch.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const lfs: FamilyFacts<"lfs"> = {
  name: "lfs",
  title: "Linux From Scratch",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "hand",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/etc/rc.d/init.d/rc",
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
  emptiesRun: true,
  unseen: message("family.unseen.lfs"),
};
