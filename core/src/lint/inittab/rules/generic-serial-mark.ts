import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

const getty = "console::respawn:/sbin/getty -L console 0 vt100 # GENERIC_SERIAL";

export const genericSerialMark: LineRule = {
  id: "generic-serial-mark",
  code: "IT624",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox"],
  sources: ["observed: what Buildroot's build does to an inittab (gen-br…)"],
  docs: {
    what: "Something follows the mark `# GENERIC_SERIAL` on its line.",
    why: "Buildroot's build replaces the lines that end in the mark with the getty of the configuration or with a comment.\nA blank after the mark is enough to leave the line as it is: another port or speed in the configuration then changes nothing, without a message.",
    instead: "Let the line end with the mark.",
    wrong: [{ text: `${getty} \n`, dialect: "busybox", fixed: `${getty}\n`, escaped: true }],
    right: [{ text: `${getty}\n`, dialect: "busybox" }],
  },
  scope: "line",
  lines: "records",
  needs: ["remark"],
  check: (context) => {
    const match = /# GENERIC_SERIAL(?<rest>[ \t\r]+)(?=\n?$)/.exec(context.text);
    const rest = match?.groups?.["rest"] ?? "";
    // A file with carriage returns throughout is reported as such.
    if (match === null || rest === "\r") return nothing;
    const end = match.index + match[0].length;
    const range = { start: end - rest.length, end };
    return [
      {
        range,
        message: message("generic-serial-mark"),
        fixes: [suggestion(message("generic-serial-mark.fix"), range, "")],
      },
    ];
  },
};
