import { busyboxFamily, type Topic } from "../topic.ts";

/** What BusyBox makes of the fields, and how it boots and stops. */
export const busyboxTopics: readonly Topic[] = [
  {
    id: "busybox.field.id",
    kind: "field",
    title: "Field id, a terminal (BusyBox)",
    words: ["id", "tty", "null"],
    summary: "The terminal on which the process runs, as a name under /dev; empty means init's own console.",
    body: [
      "`tty1` and `/dev/tty1` are the same.",
      "Init opens it as standard input, output and error before the program starts.",
      "It need not be unique: terminal and command together identify an entry, and of two entries that agree in both, the later one wins.",
      "`null` silences a command.",
      "If the terminal does not exist, init says `can't open /dev/tty9: No such file or directory`, and tries a respawn entry again every second, forever.",
      "Only Debian's build skips such an entry without a message.",
    ],
    sources: [
      "observed: BusyBox 1.35 (tty-id-1, stock-tty-missing-1, duplicate-entry-1), 1.35–1.38.0 (tty-missing-1, sysv-ids-become-ttys-1)",
    ],
    dialects: busyboxFamily,
    seeAlso: ["busybox.field.process", "busybox.process.dash", "busybox.builds"],
  },
  {
    id: "busybox.field.runlevels",
    kind: "field",
    title: "Field runlevels (BusyBox)",
    words: ["runlevels", "runlevel", "S", "s", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    summary: "Ignored: BusyBox has no runlevels.",
    body: [
      "The field may contain anything; leave it empty.",
      "Only the boot arguments `single`, `-s` and `1` mean something: with one of them, init does not read the file and keeps a login shell running on the console.",
    ],
    sources: ["observed: BusyBox 1.35 (runlevels-ignored-1, runlevel-argument-1, single-argument-1)"],
    dialects: busyboxFamily,
    seeAlso: ["busybox.phases", "busybox.field.id"],
  },
  {
    id: "busybox.field.action",
    kind: "field",
    title: "Field action (BusyBox)",
    words: ["action"],
    summary: "One of eight words: sysinit, wait, once, respawn, askfirst, ctrlaltdel, shutdown, restart.",
    body: [
      "They must be written exactly so: with a capital letter or a space, the word is unknown.",
      "A line with another action gives `Bad inittab entry at line N` and is skipped; the power actions, boot, off and initdefault of System V are unknown here.",
    ],
    sources: ["observed: BusyBox 1.35 (unknown-actions-1)"],
    dialects: busyboxFamily,
    seeAlso: ["busybox.action.sysinit", "busybox.action.respawn", "busybox.action.askfirst"],
  },
  {
    id: "busybox.field.process",
    kind: "field",
    title: "Field process (BusyBox)",
    words: ["process", "shell", "exec"],
    summary:
      "The command: with special characters, a shell runs it; otherwise BusyBox splits it at spaces and executes it.",
    body: [
      "The shell gets `exec COMMAND`, so of `a; b` or `a && b` only `a` runs; write `sh -c 'a; b'`.",
      "A `#` ends the line wherever it stands, even inside quotes.",
      "A space before the command breaks it: init then looks for a program with an empty name.",
      "A trailing `&` makes the shell end at once, so a respawn entry starts a new copy every second.",
      "There is no limit to its length, and a backslash at the end of a line joins it with the next line.",
      "A leading `+` has no special meaning here.",
    ],
    sources: [
      "observed: BusyBox 1.35 (shell-metachar-1, exec-swallows-list-1, hash-in-process-1, leading-space-process-1, background-ampersand-1, backslash-continuation-1, command-not-found-1)",
    ],
    dialects: busyboxFamily,
    seeAlso: ["busybox.process.dash", "busybox.field.id"],
  },
  {
    id: "busybox.process.dash",
    kind: "flag",
    title: "A leading - in the process field (BusyBox)",
    words: ["-"],
    summary: "A `-` before the command makes it a login program: it sees the dash in its own name.",
    body: [
      "A shell then reads its login scripts, and init tries to make the terminal its controlling terminal.",
      "Without a controlling terminal there is no job control and no Ctrl-C; in OpenEmbedded's build, only an entry that names its terminal has one.",
      "With special characters in the command, the dash reaches the shell that runs it, not the program.",
      "",
      "```inittab",
      "::askfirst:-/bin/sh",
      "```",
    ],
    sources: ["observed: BusyBox 1.35–1.38.0 (leading-dash-1)", "source: help text of FEATURE_INIT_SCTTY"],
    dialects: busyboxFamily,
    seeAlso: ["busybox.field.process", "busybox.builds"],
  },
  {
    id: "busybox.phases",
    kind: "behaviour",
    title: "From boot to normal operation (BusyBox)",
    words: ["phases", "booting"],
    summary:
      "First come all sysinit entries, then wait, then once, then respawn and askfirst together; the order of the lines matters only within a group.",
    body: [
      "sysinit and wait entries run one after the other, and init waits for each; it does not wait for once entries.",
      "Without /etc/inittab BusyBox has entries of its own: `/etc/init.d/rcS` as sysinit, a shell with askfirst on the console and on tty2 to tty4, `reboot` for Ctrl-Alt-Del, `umount -a -r` and `swapoff -a` for shutdown, `init` for restart.",
      "An empty file means no entries at all.",
      "On SIGHUP the file is read again: new respawn and askfirst entries start, others do not, and an entry that is gone is not started again.",
      "Whether the process of such an entry gets TERM or keeps running depends on how BusyBox was built.",
    ],
    sources: [
      "observed: BusyBox 1.35 (group-order-1, no-inittab-1, empty-or-comments-only-1, reload-add-1, reload-remove-1)",
      "observed: BusyBox 1.36.1–1.38.0",
    ],
    dialects: busyboxFamily,
    seeAlso: ["busybox.action.sysinit", "busybox.signal.HUP", "busybox.builds"],
  },
  {
    id: "busybox.shutdown-sequence",
    kind: "behaviour",
    title: "How BusyBox stops the machine",
    words: ["shutdown-sequence", "SIGKILL", "KILL"],
    summary:
      "The shutdown entries run one after the other, then every process gets TERM and one second later KILL.",
    body: [
      "From the first moment on, nothing is respawned.",
      "A shutdown entry may take as long as it likes.",
      "It begins with a signal to process 1: USR1 halts the machine, USR2 powers it off, TERM reboots it.",
    ],
    sources: [
      "observed: BusyBox 1.35 (shutdown-order-1, halt-reboot-1, poweroff-and-pwr-1, second-signal-in-shutdown-1)",
    ],
    dialects: busyboxFamily,
    seeAlso: ["busybox.action.shutdown", "busybox.signal.TERM"],
  },
  {
    id: "busybox.respawning",
    kind: "behaviour",
    title: "Respawning (BusyBox)",
    words: ["respawning", "too-fast"],
    summary: "A process that has ended is started again one second later, without any limit.",
    body: [
      "If it ends while init is pausing for another process, this can take two seconds.",
      "The log gets `process 'CMD' (pid N) exited. Scheduling for restart.`; since release 1.38.0 the line says how it ended: `exited, exitcode:1` or `killed, signal:9`.",
      "Init cuts each of its log lines at 125 bytes, so a long command hides the end of the sentence.",
    ],
    sources: [
      "observed: BusyBox 1.35–1.38.0 (respawn-delay-1, respawn-immediate-exit-1, respawn-exit-during-pause-1, death-exit-codes-1, death-signals-1, death-long-command-1)",
    ],
    dialects: busyboxFamily,
    seeAlso: ["busybox.action.respawn", "busybox.builds"],
  },
  {
    id: "busybox.environment",
    kind: "environment",
    title: "The environment (BusyBox)",
    words: ["environment", "PATH", "HOME", "USER", "SHELL", "TERM", "RUNLEVEL"],
    summary: "PATH is `/sbin:/usr/sbin:/bin:/usr/bin`, SHELL `/bin/sh`, USER `root`, HOME `/`.",
    body: [
      "On a console that is not a virtual terminal, TERM is `vt102` if it was unset or `linux`.",
      "Since release 1.36.0, HOME comes from the kernel: `/`, unless its command line has another `HOME=`.",
      "RUNLEVEL is the first boot argument and changes nothing.",
    ],
    sources: [
      "observed: BusyBox 1.35–1.38.0 (runlevel-argument-1)",
      "source: init.c of BusyBox 1.35 and 1.36",
    ],
    dialects: busyboxFamily,
    seeAlso: ["busybox.field.process"],
  },
];

/** What a signal to BusyBox's init does. */
const signals: readonly (readonly [
  name: string,
  summary: string,
  body: string,
  cases: string,
  seeAlso: string,
])[] = [
  [
    "HUP",
    "The file is read again.",
    "New respawn and askfirst entries start; new sysinit, wait and once entries do not.",
    "reload-add-1, reload-remove-1, reload-unchanged-1",
    "busybox.phases",
  ],
  [
    "INT",
    "The ctrlaltdel entries run, one after the other.",
    "The kernel sends it for Ctrl-Alt-Del; nothing is respawned in the meantime.",
    "ctrlaltdel-1",
    "busybox.action.ctrlaltdel",
  ],
  [
    "QUIT",
    "The shutdown entries run, then process 1 becomes the program of the first restart entry.",
    "Without such an entry nothing happens.",
    "restart-1, restart-none-1",
    "busybox.action.restart",
  ],
  [
    "USR1",
    "The machine halts.",
    "The shutdown entries run first.",
    "halt-reboot-1",
    "busybox.shutdown-sequence",
  ],
  ["USR2", "The machine powers off.", "The shutdown entries run first.", "", "busybox.shutdown-sequence"],
  ["TERM", "The machine reboots.", "The shutdown entries run first.", "", "busybox.shutdown-sequence"],
  [
    "PWR",
    "The machine halts, as on USR1.",
    "BusyBox has no power entries.",
    "poweroff-and-pwr-1",
    "busybox.shutdown-sequence",
  ],
  [
    "TSTP",
    "Init pauses until CONT, even in the middle of the boot.",
    "Nothing is started or respawned until then.",
    "tstp-cont-1",
    "busybox.signal.CONT",
  ],
  [
    "CONT",
    "Init resumes after TSTP.",
    "Without a preceding TSTP it has no effect.",
    "tstp-cont-1",
    "busybox.signal.TSTP",
  ],
];

/** One topic for each signal. */
export const busyboxSignals: readonly Topic[] = signals.map(([name, summary, body, cases, seeAlso]) => ({
  id: `busybox.signal.${name}`,
  kind: "signal",
  title: `Signal ${name} (BusyBox)`,
  words: [name, `SIG${name}`],
  summary,
  body: [body],
  sources: [cases === "" ? "observed: BusyBox 1.35" : `observed: BusyBox 1.35 (${cases})`],
  dialects: busyboxFamily,
  seeAlso: [seeAlso],
}));

/** The commands by which a user or an entry stops the machine. */
export const busyboxStops: readonly Topic[] = (
  [
    ["halt", "USR1", "halts"],
    ["poweroff", "USR2", "powers off"],
    ["reboot", "TERM", "reboots"],
  ] as const
).map(([name, signal, does]) => ({
  id: `busybox.command.${name}`,
  kind: "command",
  title: `Command ${name} (BusyBox)`,
  words: [name],
  summary: `Sends ${signal} to process 1, which runs the shutdown entries and then ${does} the machine.`,
  body: ["With `-f` it acts at once, without init and without the shutdown entries."],
  usage: [`${name} [-d SECONDS] [-n] [-f]`],
  arguments: [
    { name: "-d SECONDS", meaning: "Wait this long first." },
    { name: "-n", meaning: "Do not flush the disk caches first." },
    { name: "-f", meaning: "Do not go through init." },
    ...(name === "halt" ? [{ name: "-w", meaning: "Only write the wtmp record." }] : []),
  ],
  sources: ["busybox(1)", "source: help text of BusyBox 1.35"],
  dialects: busyboxFamily,
  seeAlso: ["busybox.shutdown-sequence", `busybox.signal.${signal}`],
}));
