// The scripts of SliTaz.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const slitaz: FamilyFacts<"slitaz"> = {
  name: "slitaz",
  title: "SliTaz",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "text",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/etc/init.d/rcS",
    order: "text",
    start: "start",
    stop: "stop",
    sourced: undefined,
    withoutBit: "fails",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: ["ash"],
  isMinimal: true,
  emptiesRun: undefined,
  unseen: message("family.unseen.slitaz"),
};
