import { impliedSingleUserRecord } from "../../../inittab/read.ts";
import type { FileRule } from "../contract.ts";
import { isAmongDropped } from "../dropped.ts";
import { message } from "../message.ts";
import { singleUserRecords } from "../single-user.ts";

const { id, runlevels, action, process } = impliedSingleUserRecord;
const record = `${id}:${runlevels}:${action}:${process}`;

export const noSingleUser: FileRule = {
  id: "no-single-user",
  code: "IT304",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    "observed: sysvinit 2.88, 3.06, 3.14 (power-empty-rlevel-hides-sulogin, level-single-no-entry-because-of-power)",
    "init(8) says otherwise",
  ],
  docs: {
    what: "No entry runs in single-user mode, and init does not add its own.",
    why: "If no entry has an `S`, init adds `~~:S:wait:/sbin/sulogin`.\nA ctrlaltdel or power entry with an empty runlevels field counts as one with an `S`, and so do `off` and initdefault entries that name it.\nThen `telinit S` stops everything, finds nothing to run and returns at once to the default runlevel, whose services start again; a boot with `single` skips single-user mode without a message.\nThere is no shell to repair anything with.",
    instead: "Write the sulogin entry yourself.",
    wrong: [
      {
        text: "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n1:23:respawn:/sbin/getty 38400 tty1\nca::ctrlaltdel:/sbin/shutdown -r now\n",
        fixed:
          "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n1:23:respawn:/sbin/getty 38400 tty1\nca::ctrlaltdel:/sbin/shutdown -r now\n~~:S:wait:/sbin/sulogin\n",
      },
    ],
    right: [
      {
        text: "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n1:23:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    // A default of `S` is worse, and another rule's.
    if (file.recordCount < 2 || file.defaultLevel === "S") return [];
    const { any, idle } = singleUserRecords(file);
    if (any || idle === undefined) return [];
    if (isAmongDropped(file, (text) => /^[^:]*:[^:]*S|sulogin/.test(text))) return [];
    const empty = file.field(idle, "runlevels") === "";
    return [
      {
        range: empty ? file.range(idle, "action") : file.range(idle, "runlevels"),
        message: message("no-single-user", { empty }),
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
