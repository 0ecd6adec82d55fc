import { sysvinitDialect, type Topic } from "../topic.ts";

const bootflags = 'init(8), "BOOTFLAGS"';

/** What may be given to init on the kernel's command line. */
export const bootOptions: readonly Topic[] = [
  {
    id: "boot.single",
    kind: "boot-option",
    title: "Boot argument single",
    words: ["single", "-s"],
    summary: "`single`, `-s`, `S` or `s`: boot into single-user mode.",
    body: [
      "The sysinit entries run first, then those for S.",
      "When they have ended, the boot and bootwait entries follow, and init goes on to the initdefault runlevel.",
      "If a request such as `telinit 2` ends single-user mode, the boot and bootwait entries are skipped until the next boot.",
      "Of several runlevels among the boot arguments, the last one counts.",
    ],
    sources: [bootflags, "observed: sysvinit 3.06 (boot-arg-single, boot-arg-last-wins)"],
    dialects: sysvinitDialect,
    seeAlso: ["runlevel.S", "boot.emergency", "phases"],
  },
  {
    id: "boot.level",
    kind: "boot-option",
    title: "Boot argument with a runlevel",
    words: ["boot-level"],
    summary: "One digit from 0 to 9: boot into that runlevel instead of the default one.",
    body: [
      "The manual page names 1 to 5 only.",
      "The argument must be that single character; of several such arguments, the last one counts.",
      "It does not outlive single-user mode: what follows then is the initdefault runlevel.",
    ],
    sources: [bootflags, "observed: sysvinit 3.06 (boot-arg-level, boot-arg-last-wins)"],
    dialects: sysvinitDialect,
    seeAlso: ["default-runlevel", "action.initdefault"],
  },
  {
    id: "boot.emergency",
    kind: "boot-option",
    title: "Boot argument emergency",
    words: ["emergency", "-b"],
    summary: "`emergency` or `-b`: run /sbin/sulogin on the console before anything else.",
    body: [
      "The inittab has not even been read then, so this helps when the file itself is broken.",
      "When the shell ends, init boots as usual.",
    ],
    sources: [bootflags, "observed: sysvinit 3.06 (boot-arg-emergency)"],
    dialects: sysvinitDialect,
    seeAlso: ["command.sulogin", "boot.single"],
  },
  {
    id: "boot.auto",
    kind: "boot-option",
    title: "Boot argument auto",
    words: ["auto", "-a"],
    summary: "`auto` or `-a`: set AUTOBOOT to `YES` for the processes that init starts.",
    body: [
      "The boot loader LILO added the word when it booted unattended.",
      "It proves nothing: anyone who types the boot arguments can type it too.",
    ],
    sources: [bootflags, "observed: sysvinit 3.06 (boot-arg-z-and-auto)"],
    dialects: sysvinitDialect,
    seeAlso: ["environment.AUTOBOOT"],
  },
  {
    id: "boot.-z",
    kind: "boot-option",
    title: "Boot argument -z",
    words: ["-z"],
    summary: "`-z WORD`: ignore the word.",
    body: [
      "It only makes init's arguments longer, so that there is room for the title `init [2]` in the list of processes.",
      "A runlevel that follows `-z` is skipped with it.",
    ],
    sources: [bootflags, "observed: sysvinit 3.06 (boot-arg-z-and-auto)"],
    dialects: sysvinitDialect,
    seeAlso: ["boot.level"],
  },
  {
    id: "boot.autocon",
    kind: "boot-option",
    title: "Boot argument init.autocon=1",
    words: ["init.autocon", "init.autocon=1", "autocon"],
    summary: "`init.autocon=1`: add a getty for every `console=DEVICE` on the kernel's command line.",
    body: [
      "Each one becomes a respawn entry for 2345 with `/sbin/agetty -L -s 115200,38400,9600 DEVICE vt102` at the end of the table.",
      "The id is the device without a leading `tty`; if that is taken, no entry is added.",
      "Releases 2.89 and 2.90 always did this; since 2.91 it has to be requested.",
    ],
    sources: ["observed: sysvinit 3.06 (kernel-console-autocon)", "source: changelog of sysvinit"],
    dialects: sysvinitDialect,
    seeAlso: ["command.agetty", "action.respawn"],
  },
  {
    id: "boot.init",
    kind: "boot-option",
    title: "Arguments -i and --version of init",
    words: ["-i", "--init", "--version"],
    summary:
      "`-i` or `--init` makes the program behave as init even if it is not process 1; `--version` alone prints the release.",
    body: ["Without them a program called init that is not process 1 is telinit."],
    sources: [bootflags, "source: init.c of sysvinit 3.06"],
    dialects: sysvinitDialect,
    seeAlso: ["telinit", "command.init"],
  },
];
