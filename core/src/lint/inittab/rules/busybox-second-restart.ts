import { readScan } from "../../../inittab/read.ts";
import type { FileRule } from "../contract.ts";
import { indexesByCount } from "../init-count.ts";
import { message } from "../message.ts";

export const busyboxSecondRestart: FileRule = {
  id: "busybox-second-restart",
  code: "IT610",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (restart)", "spec/dialects.md, section 2"],
  docs: {
    what: "There is more than one restart entry.",
    why: "On SIGQUIT process 1 becomes the program of the first restart entry, and there is no way back to the others.",
    instead: "Keep the one that is meant.",
    wrong: [{ text: "::restart:/sbin/init\n::restart:/sbin/reboot\n", dialect: "busybox" }],
    right: [{ text: "::restart:/sbin/init\n", dialect: "busybox" }],
  },
  scope: "file",
  check: (file) => {
    // One that is replaced by a later entry is no restart entry any more.
    const [first, ...others] = readScan(file.scan).records.filter(({ action }) => action === "restart");
    if (first === undefined || others.length === 0) return [];
    const indexes = indexesByCount(file.scan);
    const at = indexes.get(first.line) ?? 0;
    return others.map((record) => ({
      range: file.range(indexes.get(record.line) ?? 0, "action"),
      message: message("busybox-second-restart", { line: file.lineNumber(at) }),
      related: [{ range: file.range(at, "process"), message: message("busybox-second-restart.related") }],
    }));
  },
};
