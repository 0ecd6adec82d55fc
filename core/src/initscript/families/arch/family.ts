// The scripts of Arch Linux before systemd.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const arch: FamilyFacts<"arch"> = {
  name: "arch",
  title: "Arch Linux",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "text",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/etc/rc.multi",
    order: "text",
    start: "start",
    stop: "stop",
    sourced: undefined,
    withoutBit: "fails",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: ["bash"],
  isMinimal: false,
  emptiesRun: true,
  unseen: message("family.unseen.arch"),
};
