import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";

export const procdScriptsMissing: FileRule = {
  id: "procd-scripts-missing",
  code: "IT129",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["spec/openwrt.md, section 1: procd's states"],
  docs: {
    what: "There is no sysinit entry, or no shutdown entry.",
    why: "Without sysinit procd runs no start script and never reaches the state in which respawnlate entries are started.\nWithout shutdown it never leaves the state shutdown, so the machine does not go down.",
    instead: "Add `::sysinit:/etc/init.d/rcS S boot` and `::shutdown:/etc/init.d/rcS K shutdown`.",
    wrong: [
      {
        text: "::sysinit:/etc/init.d/rcS S boot\ntty1::askfirst:/bin/ash --login\n",
        dialect: "procd",
        fixed:
          "::sysinit:/etc/init.d/rcS S boot\ntty1::askfirst:/bin/ash --login\n::shutdown:/etc/init.d/rcS K shutdown\n",
      },
    ],
    right: [
      {
        text: "::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\ntty1::askfirst:/bin/ash --login\n",
        dialect: "procd",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    if (file.recordCount === 0) return [];
    return [
      { action: "sysinit", record: "::sysinit:/etc/init.d/rcS S boot" },
      { action: "shutdown", record: "::shutdown:/etc/init.d/rcS K shutdown" },
    ].flatMap(({ action, record }) =>
      file.linesOf(action).length > 0
        ? []
        : [
            {
              range: file.range(file.firstRecord, "action"),
              message: message("procd-scripts-missing", { boots: action === "sysinit" }),
              fixes: [
                {
                  title: message("fix.add-record", { record }),
                  kind: "suggestion" as const,
                  edits: [file.appended(record)],
                },
              ],
            },
          ],
    );
  },
};
