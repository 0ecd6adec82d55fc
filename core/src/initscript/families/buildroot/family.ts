// The scripts of Buildroot, and of firmware whose rcS and rcK work as Buildroot's do.

import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const buildroot: FamilyFacts<"buildroot"> = {
  name: "buildroot",
  title: "Buildroot",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "name",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/etc/init.d/rcS",
    order: "names",
    start: "start",
    stop: "stop",
    sourced: /\.sh$/,
    withoutBit: "fails",
  },
  asksFor: {},
  ownSettings: [],
  skeleton,
  shells: ["ash", "bash"],
  isMinimal: true,
  emptiesRun: true,
  busyboxOf: "buildroot",
  unseen: undefined,
};
