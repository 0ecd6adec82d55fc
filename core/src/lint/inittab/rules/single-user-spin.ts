import { impliedSingleUserRecord } from "../../../inittab/read.ts";
import type { FileRule } from "../contract.ts";
import { message } from "../message.ts";
import { singleUserRecords } from "../single-user.ts";

const { id, runlevels, action, process } = impliedSingleUserRecord;
const record = `${id}:${runlevels}:${action}:${process}`;

export const singleUserSpin: FileRule = {
  id: "single-user-spin",
  code: "IT305",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 3.06 (boot-initdefault-single, and one-off runs of the endless loop)"],
  docs: {
    what: "The default runlevel is `S`, and no entry has exactly `S` as its runlevels.",
    why: "The `S` of the initdefault entry keeps init from adding its own sulogin.\nWhen nothing is left to run in single-user mode, init looks for the default runlevel, finds `S`, and starts again only the entries whose field is exactly `S`.\nWith nothing to start it does so forever at full speed and never listens to telinit again.",
    instead: "Add an entry for `S` alone.",
    wrong: [
      {
        text: "id:S:initdefault:\nsi::sysinit:/etc/init.d/rcS\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
        fixed:
          "id:S:initdefault:\nsi::sysinit:/etc/init.d/rcS\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n~~:S:wait:/sbin/sulogin\n",
      },
    ],
    right: [
      {
        text: "id:S:initdefault:\nsi::sysinit:/etc/init.d/rcS\nsu:S:wait:/sbin/sulogin\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    const [initdefault] = file.linesOf("initdefault");
    if (file.defaultLevel !== "S" || initdefault === undefined || file.recordCount < 2) return [];
    const { exact, any, idle } = singleUserRecords(file);
    // Without any `S` in the table init adds its own record, which has exactly `S`.
    if (exact || (!any && idle === undefined)) return [];
    return [
      {
        range: file.range(initdefault, "runlevels"),
        message: message("single-user-spin", { any }),
        fixes: [
          {
            title: message("fix.add-record", { record }),
            kind: "suggestion",
            edits: [file.appended(record)],
          },
        ],
      },
    ];
  },
};
