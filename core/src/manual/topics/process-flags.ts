import { sysvinitDialect, type Topic } from "../topic.ts";

export const processPlus: Topic = {
  id: "process.plus",
  kind: "flag",
  title: "A leading + in the process field",
  words: ["+"],
  summary: "A `+` before the process keeps init from recording it in utmp and wtmp.",
  body: [
    "It was made for gettys that insist on writing utmp and wtmp themselves.",
    "Only one `+` is removed, and it must come before an `@`: `++/bin/x` and `@+/bin/x` look for programs named `+/bin/x`.",
    "",
    "```inittab",
    "1:2345:respawn:+/sbin/getty 38400 tty1",
    "```",
  ],
  sources: ['inittab(5), "process"', "observed: sysvinit 3.06 (exec-plus-and-at, utmp-records)"],
  dialects: sysvinitDialect,
  seeAlso: ["process.at", "accounting"],
};

export const processAt: Topic = {
  id: "process.at",
  kind: "flag",
  title: "A leading @ in the process field",
  words: ["@"],
  summary:
    "An `@` before the process, or after a `+`, makes init run it without a shell, whatever characters follow.",
  body: [
    "The text is split into words at spaces, and `$`, `;`, `*` or quotes reach the program as they are.",
    "Only one `@` is removed.",
    "It came with release 3.02; in earlier releases it is part of the program's name.",
  ],
  sources: ['inittab(5), "process"', "observed: sysvinit 2.97, 3.02, 3.06 (exec-plus-and-at)"],
  dialects: sysvinitDialect,
  seeAlso: ["process.plus", "running-the-command"],
};
