import { sysvinitDialect, type Topic } from "../topic.ts";

/** What one signal to process 1 does. */
interface Signal {
  readonly name: string;
  readonly summary: string;
  readonly body: readonly string[];
  readonly sources: readonly string[];
  readonly seeAlso: readonly string[];
}

const manual = 'init(8), "SIGNALS"';

const signalTable: readonly Signal[] = [
  {
    name: "HUP",
    summary: "Init reads the inittab again.",
    body: [
      "It does what `telinit q` does, but logs nothing and leaves the time between TERM and KILL as it is.",
      "Entries that were disabled for respawning too fast are tried again.",
    ],
    sources: [
      manual,
      "observed: sysvinit 3.06 (reread-unchanged, reread-hup-with-change, respawn-too-fast-cured-by-hup)",
    ],
    seeAlso: ["reading-again", "telinit"],
  },
  {
    name: "INT",
    summary: "Init runs the ctrlaltdel entries; the kernel sends it for Ctrl-Alt-Del.",
    body: [
      "Several signals before an entry starts count as one; one that comes while it runs makes it run again.",
    ],
    sources: [manual, "observed: sysvinit 3.06 (signal-int, signal-int-while-running)"],
    seeAlso: ["action.ctrlaltdel"],
  },
  {
    name: "WINCH",
    summary: "Init runs the kbrequest entries; the kernel sends it for the KeyboardSignal key.",
    body: [
      "Several signals before an entry starts count as one; one that comes while it runs makes it run again.",
    ],
    sources: [manual, "observed: sysvinit 3.06 (signal-winch)"],
    seeAlso: ["action.kbrequest"],
  },
  {
    name: "PWR",
    summary: "Init looks at the power status and runs the power entries that fit.",
    body: [
      "A program that watches the power supply sends it, after writing one letter into /var/run/powerstatus.",
      "The manual page discourages this way and recommends a request over the control pipe.",
    ],
    sources: [
      'init(8), "CHANGING RUNLEVELS"',
      "observed: sysvinit 3.06 (signal-pwr-letters, signal-pwr-old-path)",
    ],
    seeAlso: ["powerstatus", "file./run/initctl"],
  },
  {
    name: "USR1",
    summary: "Init closes its control pipe and opens it again.",
    body: ["Scripts use it when the file system that holds the pipe was mounted anew."],
    sources: [manual, "observed: sysvinit 3.06 (signal-usr1)"],
    seeAlso: ["file./run/initctl", "signal.USR2"],
  },
  {
    name: "USR2",
    summary: "Init closes its control pipe and leaves it closed until USR1.",
    body: [
      "Meanwhile telinit and shutdown fail, after three seconds.",
      "Init turns in a busy loop until then, so this is for a short moment.",
      "It came with release 2.90.",
    ],
    sources: [manual, "observed: sysvinit 2.88, 2.92, 3.06 (signal-usr2)"],
    seeAlso: ["signal.USR1", "file./run/initctl"],
  },
  {
    name: "RTMIN+4",
    summary: "Init starts `/sbin/shutdown -hP now`, once.",
    body: [
      "It is the signal by which a container or machine manager asks for a power-off.",
      "It came with release 3.10; before, it is ignored.",
    ],
    sources: ["observed: sysvinit 3.06, 3.14 (signal-rtmin-plus-4)"],
    seeAlso: ["command.shutdown"],
  },
  {
    name: "TSTP",
    summary: "Init stops and does nothing until it gets CONT.",
    body: ["Nothing is started or respawned meanwhile."],
    sources: ["source: init.c of sysvinit 3.06"],
    seeAlso: ["signal.CONT"],
  },
  {
    name: "CONT",
    summary: "Init goes on after TSTP.",
    body: ["Without a TSTP before, it has no effect."],
    sources: ["source: init.c of sysvinit 3.06"],
    seeAlso: ["signal.TSTP"],
  },
  {
    name: "TERM",
    summary: "Init ignores it.",
    body: [
      "The kernel shields process 1 from every signal that it does not catch, and sysvinit catches neither TERM nor QUIT.",
      "BusyBox reboots on TERM, which makes it a poor habit to try.",
      "The TERM that init itself sends to processes is another matter.",
    ],
    sources: ["source: init.c of sysvinit 3.06"],
    seeAlso: ["term-and-kill", "command.reboot"],
  },
  {
    name: "QUIT",
    summary: "Init ignores it.",
    body: ["BusyBox runs its restart entry on QUIT; sysvinit is started anew with `telinit u`."],
    sources: ["source: init.c of sysvinit 3.06"],
    seeAlso: ["telinit"],
  },
];

/** One topic for each signal to process 1. */
export const signals: readonly Topic[] = signalTable.map(({ name, ...topic }) => ({
  id: `signal.${name}`,
  kind: "signal",
  title: `Signal ${name}`,
  words: [name, `SIG${name}`],
  ...topic,
  dialects: sysvinitDialect,
}));
