import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const busyboxHashInProcess: LineRule = {
  id: "busybox-hash-in-process",
  code: "IT605",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (hash-in-process)", "spec/dialects.md, 3.1"],
  docs: {
    what: "A `#` cuts the command in the middle of a word or inside quotes.",
    why: "In a BusyBox inittab `#` ends the line wherever it stands, and no quoting prevents that.\nThe command is run without the rest; where a quote was open, the shell gives up and nothing is run.",
    instead: "Put the command into a script.",
    wrong: [
      { text: "::respawn:/usr/bin/clock --colour blue#2\n", dialect: "busybox" },
      { text: "::once:/bin/sh -c 'echo \"#1\" >/dev/console'\n", dialect: "busybox" },
    ],
    right: [{ text: "::respawn:/usr/bin/clock --colour blue # number 2\n", dialect: "busybox" }],
  },
  scope: "line",
  lines: "records",
  needs: ["unseen"],
  check: (context) => {
    const { line, text, process } = context;
    if (text.charAt(line.end) !== "#") return nothing;
    const range = { start: line.end, end: text.replace(/\n$/, "").length };
    const error = context.shell()?.error;
    if (error?.inWord === true)
      return [{ range, message: message("busybox-hash-in-process.shell", { what: error.what }) }];
    if (process === "" || /[ \t]$/.test(process)) return nothing;
    return [{ range, message: message("busybox-hash-in-process.word") }];
  },
};
