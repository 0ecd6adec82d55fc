import { sysvinitDialect, type Topic } from "../topic.ts";

export const telinit: Topic = {
  id: "telinit",
  kind: "command",
  title: "Command telinit",
  words: ["telinit", "q", "Q", "u", "U", "-t"],
  summary: "Asks init for another runlevel, for a new reading of the inittab, or for entries on demand.",
  body: [
    "The request goes through the control pipe, and telinit does not wait until init has done it.",
    "It takes one argument of one character; anything else gives a usage line and exit code 1.",
    "A request for the current level is ignored.",
    "Only root may call it: the control pipe is open to nobody else.",
    "`telinit u` is taken in S and 0 to 6; older manual pages say that it is not in 0 and 6.",
    "",
    "`-t` holds for this request only: each telinit without it sets the time between TERM and KILL back to three seconds (five before release 2.92).",
    "Something that is no number after `-t` counts as 0, and then KILL follows TERM at once.",
    "From an entry of the inittab it works like from a shell, but the process may be killed by the change that it asked for.",
  ],
  usage: [
    "telinit [-t SECONDS] 0…9 | S | s | Q | q | A | a | B | b | C | c | U | u",
    "telinit -e NAME[=VALUE]…",
  ],
  arguments: [
    { name: "0…9", meaning: "Change to this runlevel; the manual page names 0 to 6 only." },
    { name: "S, s", meaning: "Change to single-user mode." },
    { name: "Q, q", meaning: "Read the inittab again." },
    { name: "a, b, c", meaning: "Call the entries with this mark; this reads the file again too." },
    {
      name: "U, u",
      meaning:
        "Start init's program anew without reading the file, for instance after an update; only in S and 0 to 6.",
    },
    { name: "-t SECONDS", meaning: "The time between TERM and KILL." },
    {
      name: "-e NAME=VALUE",
      meaning: "Set a variable for init's children; only names that begin with INIT_ are taken.",
    },
  ],
  sources: [
    'init(8), "TELINIT"',
    "observed: sysvinit 2.88, 3.06 (telinit-usage, level-same, level-7-8-9, level-kill-t0, level-kill-t1, demand-basic, reexec, initctl-setenv)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["reading-again", "runlevel.a", "term-and-kill", "file./run/initctl"],
};

export const commandInit: Topic = {
  id: "command.init",
  kind: "command",
  title: "Command init",
  words: ["init", "/sbin/init"],
  summary: "Process 1, the first process of the system; called by anybody else it is telinit.",
  body: [
    "The program tells the two by its process id, so `init 3` in a script asks the running init for level 3.",
    "As process 1 it takes the words of the kernel's command line as its arguments.",
  ],
  usage: ["init [0…9 | S | Q | a | b | c | u]"],
  arguments: [
    { name: "0…9, S, Q, a, b, c, u", meaning: "As for telinit." },
    { name: "--version", meaning: "Print the release." },
  ],
  sources: ["init(8)"],
  dialects: sysvinitDialect,
  seeAlso: ["telinit", "boot.single", "phases"],
};

export const commandRunlevel: Topic = {
  id: "command.runlevel",
  kind: "command",
  title: "Command runlevel",
  words: ["/sbin/runlevel"],
  summary: "Prints the previous and the current runlevel, as in `N 2`.",
  body: [
    "It asks utmp, and /var/run/runlevel if utmp has no answer.",
    "`N` stands for no previous level; `unknown` and an error mean that neither file knows.",
    "A script that init started finds the same in PREVLEVEL and RUNLEVEL.",
  ],
  usage: ["runlevel [UTMP]"],
  arguments: [{ name: "UTMP", meaning: "Another file to read." }],
  sources: ["runlevel(8)"],
  dialects: sysvinitDialect,
  seeAlso: ["environment.RUNLEVEL", "accounting"],
};
