import { sysvinitDialect, type Topic } from "../topic.ts";

export const processPlus: Topic = {
  id: "process.plus",
  kind: "flag",
  title: "Flag + of a process",
  words: ["+"],
  summary: "A `+` in front of the process keeps init from recording it in utmp and wtmp.",
  body: [
    "It was made for gettys that insist on keeping these records themselves.",
    "Only one `+` is taken off, and it must stand before an `@`: `++/bin/x` and `@+/bin/x` look for programs of these names.",
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
  title: "Flag @ of a process",
  words: ["@"],
  summary:
    "An `@` in front of the process, or behind a `+`, keeps the shell away whatever characters follow.",
  body: [
    "The text is cut into words at blanks, and `$`, `;`, `*` or quotes reach the program as they are.",
    "Only one `@` is taken off.",
    "It came with release 3.02; before, it is part of the program's name.",
  ],
  sources: ['inittab(5), "process"', "observed: sysvinit 2.97, 3.02, 3.06 (exec-plus-and-at)"],
  dialects: sysvinitDialect,
  seeAlso: ["process.plus", "running-the-command"],
};
