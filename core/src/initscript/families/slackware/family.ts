// The scripts of Slackware.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const slackware: FamilyFacts<"slackware"> = {
  name: "slackware",
  title: "Slackware",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "executable-bit",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/etc/rc.d/rc.M",
    order: "text",
    start: "start",
    stop: "stop",
    sourced: undefined,
    withoutBit: "switched-off",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: ["bash"],
  isMinimal: false,
  emptiesRun: undefined,
  unseen: message("family.unseen.slackware"),
};
