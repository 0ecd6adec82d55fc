// The scripts of OpenRC: of Alpine, Gentoo, Artix and others.

import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";
import { skeleton } from "./skeleton.ts";

/** What is known of them. */
export const openrc: FamilyFacts<"openrc"> = {
  name: "openrc",
  title: "OpenRC",
  library: undefined,
  marks,
  treeMarks,
  tableMarks,
  linksBy: "rc-update",
  readsHeaders: false,
  locks: false,
  hasService: false,
  calls: {
    by: "/sbin/openrc",
    order: "dependencies",
    start: "start",
    stop: "stop",
    startFunctions: ["start_pre", "start", "start_post"],
    sourced: undefined,
    withoutBit: "skipped",
  },
  asksFor: {},
  ownSettings: [],
  skeleton,
  shells: ["ash", "bash", "dash"],
  isMinimal: false,
  emptiesRun: true,
  // Others that boot with OpenRC have sysvinit. Source: spec/openrc.md, section 1.
  busyboxOf: "alpine",
  unseen: undefined,
};
