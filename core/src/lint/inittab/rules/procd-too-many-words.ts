import { nothing } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const procdTooManyWords: LineRule = {
  id: "procd-too-many-words",
  code: "IT128",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded cases args-7 and args-8 of procd"],
  docs: {
    what: "A process has more than seven words.",
    why: "procd drops the words after the seventh without a message.",
    instead: "Put the command into a script.",
    wrong: [{ text: "tty1::respawn:/bin/a 1 2 3 4 5 6 7\n", dialect: "procd" }],
    right: [{ text: "tty1::respawn:/bin/a 1 2 3 4 5 6\n", dialect: "procd" }],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const { process } = context;
    const words = [...process.trimEnd().matchAll(/[^ ]+/g)];
    const [first, last] = [words[7], words.at(-1)];
    if (first === undefined || last === undefined) return nothing;
    const range = inProcess(context, { start: first.index, end: last.index + last[0].length });
    return [{ range, message: message("procd-too-many-words") }];
  },
};
