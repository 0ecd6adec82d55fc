import { sysvinitDialect, type Topic } from "../topic.ts";

export const phases: Topic = {
  id: "phases",
  kind: "behaviour",
  title: "From boot to the runlevel",
  words: ["phases", "booting"],
  summary:
    "Init runs the sysinit entries, then the boot and bootwait entries; then it enters the runlevel and starts its entries in the order of the file.",
  body: [
    "1. The sysinit entries, one after the other; with the boot argument `emergency`, `sulogin` runs even before them.",
    "2. If single-user mode is requested, the entries for S; init goes on when they have ended. If a request such as `telinit 2` ends that mode, step 3 is skipped.",
    "3. The boot and bootwait entries, in the order of the file; init waits for each bootwait entry.",
    "4. The runlevel: every entry that names it is started in the order of the file, and each `wait` entry holds up those after it.",
    "",
    "The power entries and ctrlaltdel are kept at the front of the list, so a `wait` entry never holds them up.",
    "After that, the runlevel lasts until it is changed; when nothing runs in it any more, init says `no more processes left in this runlevel` and waits.",
  ],
  sources: [
    'init(8), "BOOTING"',
    "observed: sysvinit 3.06 (boot-order-of-phases, boot-basic, boot-arg-single, boot-arg-emergency, boot-nothing-to-run, order-power-first)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.sysinit", "action.bootwait", "default-runlevel", "boot.single"],
};

export const defaultRunlevel: Topic = {
  id: "default-runlevel",
  kind: "behaviour",
  title: "The default runlevel",
  words: ["default", "default-runlevel"],
  summary:
    "A boot argument decides; without one, the first initdefault entry; without that, the answer on the console.",
  body: [
    "Of several runlevels among the boot arguments, the last one counts.",
    "In the field of the initdefault entry, the character with the highest code counts: a letter beats a digit, and an empty field means 9.",
    "If there is no such entry, or that character is not a runlevel, init writes `Enter runlevel:` on the console and waits for one of the characters 0 to 9, S or s, followed by Enter.",
    "Single-user mode, when it ends, leads to the initdefault runlevel, not to the boot argument.",
  ],
  sources: [
    'init(8), "BOOTING"',
    "observed: sysvinit 3.06 (boot-arg-level, boot-arg-last-wins, boot-initdefault-highest, boot-initdefault-empty, boot-initdefault-invalid, boot-prompt-answers, reread-initdefault-changed)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["action.initdefault", "boot.level", "boot.single"],
};

export const impliedSulogin: Topic = {
  id: "implied-sulogin",
  kind: "behaviour",
  title: "The entry that init adds for single-user mode",
  words: ["~~", "implied"],
  summary:
    "If no accepted entry of /etc/inittab has an `S` among its runlevels, init adds `~~:S:wait:/sbin/sulogin`.",
  body: [
    "The manual page says that sulogin is run in single-user mode; only this entry or one in the file runs it.",
    "Any entry with `S` prevents it, even an `off` or `initdefault` entry.",
    "So does a power or ctrlaltdel entry with an empty field, because its runlevels include S: then single-user mode has no shell at all.",
    "A file in /etc/inittab.d does not prevent it.",
  ],
  sources: [
    'init(8), "BOOTING"',
    "observed: sysvinit 3.06 (sulogin-entry-added, sulogin-not-added, power-empty-rlevel-hides-sulogin, level-single-no-entry-because-of-power, inittabd-S-entry)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["runlevel.S", "command.sulogin", "field.id"],
};

export const lineLimits: Topic = {
  id: "line-limits",
  kind: "behaviour",
  title: "How long a line may be",
  words: ["line", "line-limits", "limits", "newline"],
  summary: "A line can have 254 bytes and its newline, an id 4 bytes, the runlevels 11 and the action 32.",
  body: [
    "Up to release 3.13 a longer line is read in pieces of 255 bytes, and each piece counts as a separate line, even the tail of a comment.",
    "Since 3.14 the rest is discarded and the line is dropped with `Error detected in /etc/inittab at line N. Possibly too long.`; only a long comment does no harm.",
    "By the same rule 3.14 drops a last line that has no newline; earlier releases read it.",
    "The process has at most 127 bytes up to 3.13, and no limit of its own since.",
    "An entry that exceeds one of these limits is dropped with a message; the others are not affected.",
    "",
    "There are no continuation lines: a backslash at the end of a line is part of the process.",
    "Lines that are empty, or begin with `#`, even after spaces, are skipped.",
    "A carriage return is an ordinary character: in a file with DOS line ends it becomes part of the last word of every command, and an empty line is an error.",
  ],
  sources: [
    "inittab(5)",
    "observed: sysvinit 2.88, 3.06, 3.14 (line-254, line-255, line-256, line-300, comment-600, comment-256, no-final-newline, process-127, process-128, id-1-to-5, rlevel-11, action-32, crlf)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["field.process", "field.id", "file./etc/inittab"],
};

export const accounting: Topic = {
  id: "accounting",
  kind: "behaviour",
  title: "Accounting in utmp and wtmp",
  words: ["accounting", "utmp", "wtmp"],
  summary: "Init writes boots, runlevel changes, and the start and end of its processes to utmp and wtmp.",
  body: [
    "Each start of a process writes the accounting record INIT_PROCESS with the id of its entry, each end the accounting record DEAD_PROCESS; contrary to the manual page, neither says how the process ended.",
    "The end of the sysinit phase writes the boot record, and each runlevel change an accounting record with the new and the old runlevel.",
    "A process that begins with `+` gets no accounting records.",
    "The files are written only if they exist; what could not be written at boot is written later.",
    "`who`, `last` and `runlevel` read them.",
  ],
  sources: ["init(8)", "runlevel(8)", "observed: sysvinit 3.06 (utmp-records)", "source: utmp.c of sysvinit"],
  dialects: sysvinitDialect,
  seeAlso: ["process.plus", "file./var/run/utmp", "command.runlevel"],
};

export const powerstatus: Topic = {
  id: "powerstatus",
  kind: "behaviour",
  title: "The letters of the power status",
  words: ["powerstatus", "F", "L", "O", "FAIL", "LOW", "OK"],
  summary:
    "On SIGPWR the first character of /var/run/powerstatus decides: `O` means that the power is back, `L` that the battery is low, anything else that the power has failed.",
  body: [
    "| first character | entries that run |",
    "| --- | --- |",
    "| `O` | powerokwait |",
    "| `L` | powerfailnow |",
    "| anything else, an empty file, no file | powerwait and powerfail |",
    "",
    "Only capitals count: `o` means a failure.",
    "Init deletes the file after reading it.",
    "If it does not exist, init tries the old place, `/etc/powerstatus`, and warns that it is obsolete; the manual page mentions only that place.",
    "The same three events can be sent over the control pipe without a file.",
    "The manual page says that nothing happens in single-user mode; in fact only the runlevels field of the entry counts, and an empty one includes S.",
  ],
  sources: [
    'init(8), "CHANGING RUNLEVELS"',
    "observed: sysvinit 3.06 (signal-pwr-letters, signal-pwr-old-path, signal-pwr-wait-order, initctl-power)",
  ],
  dialects: sysvinitDialect,
  seeAlso: [
    "signal.PWR",
    "action.powerwait",
    "action.powerfail",
    "action.powerokwait",
    "action.powerfailnow",
  ],
};
