// The scripts of FreeBSD, and of systems that took its rc over.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const freebsdRc: FamilyFacts<"freebsd-rc"> = {
  name: "freebsd-rc",
  title: "FreeBSD",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "text",
  readsHeaders: false,
  locks: false,
  hasService: true,
  calls: {
    by: "/etc/rc",
    order: "dependencies",
    start: "faststart",
    stop: "faststop",
    sourced: undefined,
    withoutBit: "switched-off",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: [],
  isMinimal: false,
  emptiesRun: undefined,
  unseen: message("family.unseen.freebsd-rc"),
};
