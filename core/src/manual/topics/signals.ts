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
      "Several signals that arrive before an entry starts count as one; a signal that arrives while it runs makes it run again.",
    ],
    sources: [manual, "observed: sysvinit 3.06 (signal-int, signal-int-while-running)"],
    seeAlso: ["action.ctrlaltdel"],
  },
  {
    name: "WINCH",
    summary: "Init runs the kbrequest entries; the kernel sends it for the KeyboardSignal key.",
    body: [
      "Several signals that arrive before an entry starts count as one; a signal that arrives while it runs makes it run again.",
    ],
    sources: [manual, "observed: sysvinit 3.06 (signal-winch)"],
    seeAlso: ["action.kbrequest"],
  },
  {
    name: "PWR",
    summary: "Init reads the power status and runs the matching power entries.",
    body: [
      "A program that monitors the power supply sends it after writing one letter to /var/run/powerstatus.",
      "The manual page discourages this and recommends a request over the control pipe.",
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
    body: ["Scripts use it after the file system that holds the pipe has been mounted again."],
    sources: [manual, "observed: sysvinit 3.06 (signal-usr1)"],
    seeAlso: ["file./run/initctl", "signal.USR2"],
  },
  {
    name: "USR2",
    summary: "Init closes its control pipe and leaves it closed until USR1.",
    body: [
      "Until then, telinit and shutdown fail after three seconds.",
      "In the meantime, init spins at full CPU, so USR1 should follow soon.",
      "It was added in release 2.90.",
    ],
    sources: [manual, "observed: sysvinit 2.88, 2.92, 3.06 (signal-usr2)"],
    seeAlso: ["signal.USR1", "file./run/initctl"],
  },
  {
    name: "RTMIN+4",
    summary: "Init starts `/sbin/shutdown -hP now`, once.",
    body: [
      "Container and virtual machine managers use this signal to request a power-off.",
      "It was added in release 3.10; earlier releases ignore it.",
    ],
    sources: ["observed: sysvinit 3.06, 3.14 (signal-rtmin-plus-4)"],
    seeAlso: ["command.shutdown"],
  },
  {
    name: "TSTP",
    summary: "Init pauses and does nothing until it gets CONT.",
    body: ["Nothing is started or respawned until then."],
    sources: ["source: init.c of sysvinit 3.06"],
    seeAlso: ["signal.CONT"],
  },
  {
    name: "CONT",
    summary: "Init resumes after TSTP.",
    body: ["Without a preceding TSTP it has no effect."],
    sources: ["source: init.c of sysvinit 3.06"],
    seeAlso: ["signal.TSTP"],
  },
  {
    name: "TERM",
    summary: "Init ignores it.",
    body: [
      "The kernel protects process 1 from every signal that it does not catch, and sysvinit catches neither TERM nor QUIT.",
      "BusyBox reboots on TERM, so do not get into the habit of sending it.",
      "This has nothing to do with the TERM that init itself sends to processes.",
    ],
    sources: ["source: init.c of sysvinit 3.06"],
    seeAlso: ["term-and-kill", "command.reboot"],
  },
  {
    name: "QUIT",
    summary: "Init ignores it.",
    body: ["BusyBox runs its restart entry on QUIT; sysvinit is restarted with `telinit u`."],
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
