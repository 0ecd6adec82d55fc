// The scripts of Linux From Scratch.

import { message } from "../../message.ts";
import type { FamilyFacts } from "../contract.ts";
import { marks, tableMarks, treeMarks } from "./marks.ts";

/** What is known of them. */
export const lfs: FamilyFacts<"lfs"> = {
  name: "lfs",
  title: "Linux From Scratch",
  library: undefined,
  // Source: the file of the last book for System V, 12.4.
  functions: {
    path: "/lib/lsb/init-functions",
    names: [
      ...["start_daemon", "killproc", "pidofproc", "statusproc", "timespec", "evaluate_retval", "is_true"],
      ...["log_success_msg", "log_success_msg2", "log_failure_msg", "log_failure_msg2", "log_warning_msg"],
      ...["log_skip_msg", "log_info_msg", "log_info_msg2", "check_signal", "check_sig_type", "wait_for_user"],
    ],
  },
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
  isMinimal: false,
  emptiesRun: true,
  unseen: message("family.unseen.lfs"),
};
