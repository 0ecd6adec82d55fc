import { sysvinitDialect, type Topic } from "../topic.ts";

export const runlevelSingle: Topic = {
  id: "runlevel.S",
  kind: "runlevel",
  title: "Runlevel S",
  words: ["S", "single-user"],
  summary: "Single-user mode: one shell on the console for repairs.",
  body: [
    "Init enters it on `telinit S`, on the boot argument `single`, or because it is the default runlevel.",
    "Init stops the entries of other runlevels and starts those with `S` in their field; when the last of these has ended, it goes on to the default runlevel.",
    "If no entry names `S`, init adds one of its own: `~~:S:wait:/sbin/sulogin`.",
    "If `S` is the default runlevel, the entries are started again each time they end, but only if their field is exactly `S`.",
    "At boot, the sysinit entries run before single-user mode, and the boot and bootwait entries after it if it ends by itself.",
    "If a request such as `telinit 2` ends it, the boot and bootwait entries are skipped until the next boot.",
    "Commands in this runlevel never go through /etc/initscript, and a command that init waits for gets the console as its controlling terminal.",
    "",
    "The manual page calls S the runlevel that initializes the system; in fact init shows RUNLEVEL=S to the scripts of that phase, but that phase is a separate state.",
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
    "In the runlevels field of an entry a lower-case `s` matches no runlevel, so the entry never runs in single-user mode; write `S`.",
  body: [
    "The manual pages treat `s` and `S` as the same, which is true for `telinit s`, the boot argument, the question on the console and initdefault.",
    "For all other entries init converts the letter but then stores the text as it was written, a bug in every release from 2.88 to 3.14.",
    "`telinit s` in single-user mode differs too: unlike `telinit S` it is not ignored, but sets PREVLEVEL to S.",
  ],
  sources: [
    'init(8), "RUNLEVELS"',
    "observed: sysvinit 3.06 (level-single-lower-case-entry, rlevel-lower-s, boot-initdefault-lower-s, level-single-lower-case-again)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["runlevel.S", "field.runlevels"],
};
