import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const atFlagPortability: LineRule = {
  id: "at-flag-portability",
  code: "IT405",
  severity: "warning",
  group: "portability",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88 and 2.97, where `@` is an ordinary character; 3.02 (process-plus-at)"],
  docs: {
    what: "Before sysvinit 3.02: a process begins with `@`.",
    why: "Since 3.02 the `@` keeps init from calling a shell.\nBefore, it is a part of the program's name, which is then not found.",
    instead: "Leave it out, or name the release that the file is for.",
    wrong: [
      {
        text: "1:23:respawn:@/sbin/getty 38400 tty1\n",
        version: "2.88",
        fixed: "1:23:respawn:/sbin/getty 38400 tty1\n",
      },
    ],
    right: [
      { text: "1:23:respawn:@/sbin/getty 38400 tty1\n", version: "3.06" },
      { text: "1:23:respawn:/sbin/getty 38400 tty1\n", version: "2.88" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "@"],
  check: (context) => {
    const { action, behaviour, process } = context;
    if (behaviour.knowsAt || action?.process !== "run") return nothing;
    const at = process.startsWith("+") ? 1 : 0;
    if (process.charAt(at) !== "@") return nothing;
    const range = inProcess(context, { start: at, end: at + 1 });
    return [
      {
        range,
        message: message("at-flag-portability"),
        fixes: [suggestion(message("fix.delete-the-at"), range, "")],
      },
    ];
  },
};
