import { procdWords } from "../../../inittab/procd-entries.ts";
import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const procdSysinitForm: LineRule = {
  id: "procd-sysinit-form",
  code: "IT127",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded case sysinit-short of procd"],
  docs: {
    what: "A sysinit or shutdown entry has fewer than three words.",
    why: "procd runs no program here: the second word says which names in /etc/rc.d are run, and the third is what they are called with.\nWithout them it says `valid format is rcS <S|K> <param>` and stays in this state forever: nothing is started, or the machine does not go down.",
    instead: "Write `/etc/init.d/rcS S boot`, and `/etc/init.d/rcS K shutdown` for shutdown.",
    wrong: [{ text: "::sysinit:/etc/init.d/rcS\n", dialect: "procd" }],
    right: [{ text: "::sysinit:/etc/init.d/rcS S boot\n", dialect: "procd" }],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const action = context.field("action");
    if (action !== "sysinit" && action !== "shutdown") return nothing;
    if (procdWords(context.process).length > 2) return nothing;
    return [{ range: context.range("process"), message: message("procd-sysinit-form", { action }) }];
  },
};
