import { sysvinitDialect, type Topic } from "../topic.ts";

export const fieldId: Topic = {
  id: "field.id",
  kind: "field",
  title: "Field id",
  words: ["id"],
  summary: "One to four bytes that name the entry and are unique in the file.",
  body: [
    "Init recognizes an entry by its id when it reads the file again, and uses the id in messages and in utmp and wtmp.",
    "So if the id of a command changes, its process is killed and started again.",
    "An entry whose id is already taken is dropped with a message; upper and lower case differ, and only `~~` may be used by any number of entries.",
    "If the id is empty or longer than four bytes, init drops the entry; a character outside ASCII takes two bytes or more.",
    "By convention, the id of a getty is the end of its terminal's name, `1` for tty1 or `S0` for ttyS0, but any other id works as well.",
  ],
  sources: [
    'inittab(5), "id"',
    "observed: sysvinit 3.06 (id-1-to-5, id-case, id-utf8, duplicate-id, duplicate-tilde, missing-id, reread-new-id)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["field.runlevels", "accounting", "reading-again"],
};

export const fieldRunlevels: Topic = {
  id: "field.runlevels",
  kind: "field",
  title: "Field runlevels",
  words: ["runlevels", "runlevel", "rlevel"],
  summary: "The runlevels in which the entry counts, one character each and without separators.",
  body: [
    "`2345` means 2, 3, 4 and 5; `2-5` means 2, 5 and a hyphen that matches nothing, because init does not check the characters here.",
    "Runlevels are 0 to 9 and S; a, b and c are letters for `telinit a`, `b` and `c`.",
    "A lower-case `s` never matches.",
    "An empty field means 0 to 9, and for the power actions and ctrlaltdel S as well.",
    "For sysinit, boot and bootwait the field is ignored; for initdefault it holds the default runlevel.",
    "If the field is longer than eleven bytes, init drops the entry, whatever its action.",
  ],
  sources: [
    'inittab(5), "runlevels"',
    "observed: sysvinit 3.06 (rlevel-garbage, rlevel-empty, rlevel-lower-s, rlevel-abc, rlevel-11, rlevel-12, sysinit-long-rlevel)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["runlevel.S", "runlevel.s", "runlevel.a", "default-runlevel"],
};

export const fieldAction: Topic = {
  id: "field.action",
  kind: "field",
  title: "Field action",
  words: ["action"],
  summary:
    "The word that says when the process is started, whether init waits for it, and whether it is started again.",
  body: [
    "Kept running: `respawn`, `ondemand`.",
    "Started once on entering a runlevel: `once`, `wait`.",
    "Started at boot: `sysinit`, `boot`, `bootwait`.",
    "Started by an event: `ctrlaltdel`, `kbrequest`, `powerwait`, `powerfail`, `powerokwait`, `powerfailnow`.",
    "Never started: `off`, `initdefault`.",
    "",
    "Upper and lower case do not matter, but spaces do: ` respawn` is unknown, and the entry is dropped.",
  ],
  sources: [
    'inittab(5), "action"',
    "observed: sysvinit 3.06 (action-all, action-case, action-blanks, action-unknown, missing-action)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.respawn", "action.wait", "action.once", "action.sysinit"],
};

export const fieldProcess: Topic = {
  id: "field.process",
  kind: "field",
  title: "Field process",
  words: ["process"],
  summary: "The command that init runs: everything after the third colon, including further colons.",
  body: [
    "A leading `+` keeps the process out of utmp and wtmp; a leading `@` makes init run it without a shell.",
    "Without special characters, init itself splits the text into at most 14 words, and a `#` ends it.",
    "With special characters, the whole text goes to `/bin/sh -c`.",
    "The program needs no path if it is in `/sbin:/usr/sbin:/bin:/usr/bin`.",
    "An empty process is accepted: each start ends at once, without a message.",
    "",
    "Up to release 3.13, init drops an entry whose process is longer than 127 bytes; since 3.14 only the whole line is limited, to 254 bytes, although the manual page gives 253 for the process.",
  ],
  sources: [
    'inittab(5), "process"',
    "observed: sysvinit 3.06, 3.14 (exec-words, exec-empty-process, colon-in-process, process-127, process-128, line-254)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["process.plus", "process.at", "running-the-command", "line-limits"],
};
