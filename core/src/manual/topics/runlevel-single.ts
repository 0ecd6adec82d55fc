import { sysvinitDialect, type Topic } from "../topic.ts";

export const runlevelSingle: Topic = {
  id: "runlevel.S",
  kind: "runlevel",
  title: "Runlevel S",
  words: ["S", "single-user"],
  summary: "Single-user mode: one shell on the console for repairs.",
  body: [
    "Init enters it when it is asked to by `telinit S`, by the boot argument `single`, or by the default level.",
    "Entries of other levels are ended, those with `S` in their field are started, and when the last of them has ended init goes on to the default level.",
    "If no entry names `S`, init adds one of its own: `~~:S:wait:/sbin/sulogin`.",
    "With `S` as the default level the entries are started again each time they end, but only if their field is exactly `S`.",
    "On the way up the sysinit entries run before single-user mode, the boot and bootwait entries after it, if it ends by itself.",
    "If a request such as `telinit 2` ends it, the boot and bootwait entries are skipped until the next boot.",
    "Commands in this level never go through /etc/initscript, and a waited-for command gets the console as its controlling terminal.",
    "",
    "The manual page calls S the level that initializes the system; in fact init shows RUNLEVEL=S to the scripts of that phase, but the phase is a state of its own.",
  ],
  sources: [
    'init(8), "RUNLEVELS"',
    "observed: sysvinit 3.06 (boot-arg-single, boot-initdefault-single, level-single-and-back, level-single-to-other-level, sulogin-entry-added, exec-parents)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["runlevel.s", "implied-sulogin", "command.sulogin", "boot.single", "phases"],
};

export const runlevelLowerS: Topic = {
  id: "runlevel.s",
  kind: "runlevel",
  title: "Runlevel s in lower case",
  words: ["s"],
  summary:
    "In the runlevels field of an entry a lower-case `s` matches no level, so the entry never runs in single-user mode; write `S`.",
  body: [
    "The manual pages call `s` and `S` the same, and for `telinit s`, the boot argument, the question on the console and initdefault they are.",
    "For all other entries init converts the letter, but then stores the text as it was written: a slip that every release from 2.88 to 3.14 has.",
    "`telinit s` in single-user mode differs too: unlike `telinit S` it is not ignored, but sets PREVLEVEL to S.",
  ],
  sources: [
    'init(8), "RUNLEVELS"',
    "observed: sysvinit 3.06 (level-single-lower-case-entry, rlevel-lower-s, boot-initdefault-lower-s, level-single-lower-case-again)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["runlevel.S", "field.runlevels"],
};
