import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const procdScriptsTwice: FileRule = {
  id: "procd-scripts-twice",
  code: "IT622",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded case two-sysinit of procd"],
  docs: {
    what: "There is a second sysinit or shutdown entry.",
    why: "procd runs the scripts of the first one only.",
    instead: "Keep one entry of each.",
    wrong: [
      {
        text: "::sysinit:/etc/init.d/rcS S boot\n::sysinit:/etc/init.d/rcS X boot\n",
        dialect: "procd",
      },
    ],
    right: [
      { text: "::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\n", dialect: "procd" },
    ],
  },
  scope: "file",
  check: (file) =>
    (["sysinit", "shutdown"] as const).flatMap((action) => {
      const [first, ...more] = file.linesOf(action);
      if (first === undefined) return [];
      const line = file.lineNumber(first);
      return more.map((index) => ({
        range: file.range(index, "action"),
        message: message("procd-scripts-twice", { action, line }),
      }));
    }),
};
