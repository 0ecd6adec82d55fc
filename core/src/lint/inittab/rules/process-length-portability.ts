import { olderProcessLimit } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const processLengthPortability: LineRule = {
  id: "process-length-portability",
  code: "IT404",
  severity: "hint",
  group: "portability",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (process-127, process-128)"],
  docs: {
    what: "A process has more bytes than sysvinit accepted before 3.14.",
    why: "Older releases drop the entry.",
    instead: "Put the command into a script if the file is to be used with older releases.",
    wrong: [{ text: `rc:2345:wait:/etc/rc.local ${"word/".repeat(24)}\n` }],
    right: [{ text: "rc:2345:wait:/etc/rc.local\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["long"],
  check: (context) => {
    const { line, behaviour, encoding } = context;
    if (line.kind !== "record" || behaviour.processLimit === olderProcessLimit) return nothing;
    const length = byteLength(context.field("process"), encoding);
    if (length <= olderProcessLimit) return nothing;
    return [
      {
        range: context.range("process"),
        message: message("process-length-portability", { length, olderLimit: olderProcessLimit }),
      },
    ];
  },
};
