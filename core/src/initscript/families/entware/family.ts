// The scripts of Entware, which lives below /opt of another system.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const entware: FamilyFacts<"entware"> = {
  name: "entware",
  title: "Entware",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "executable-bit",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/opt/etc/init.d/rc.unslung",
    order: "names",
    start: "start",
    stop: "stop",
    sourced: /\.sh$/,
    withoutBit: "switched-off",
  },
  asksFor: {},
  ownSettings: [],
  skeleton: undefined,
  shells: ["ash"],
  isMinimal: true,
  emptiesRun: undefined,
  unseen: message("family.unseen.entware"),
};
