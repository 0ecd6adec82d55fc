import { sysvinitDialect, type Topic } from "../topic.ts";

export const telinit: Topic = {
  id: "telinit",
  kind: "command",
  title: "Command telinit",
  words: ["telinit", "q", "Q", "u", "U", "-t"],
  summary: "Asks init for another runlevel, to read the inittab again, or to run entries on demand.",
  body: [
    "The request goes through the control pipe, and telinit does not wait until init has carried it out.",
    "It takes one argument of one character; anything else prints a usage line and ends with exit status 1.",
    "A request for the current runlevel is ignored.",
    "Only root may call it: no other user can open the control pipe.",
    "`telinit u` works in runlevels S and 0 to 6; older manual pages say that it does not work in 0 and 6.",
    "",
    "`-t` applies to this request only: each telinit without it sets the time between TERM and KILL back to three seconds (five before release 2.92).",
    "Anything after `-t` that is not a number counts as 0, and then KILL follows TERM at once.",
    "In an entry of the inittab it works as in a shell, but the runlevel change that it requests may kill the process itself.",
  ],
  usage: [
    "telinit [-t SECONDS] 0…9 | S | s | Q | q | A | a | B | b | C | c | U | u",
    "telinit -e NAME[=VALUE]…",
  ],
  arguments: [
    { name: "0…9", meaning: "Change to this runlevel; the manual page names 0 to 6 only." },
    { name: "S, s", meaning: "Change to single-user mode." },
    { name: "Q, q", meaning: "Read the inittab again." },
    { name: "a, b, c", meaning: "Call the entries with this letter; init also reads the file again." },
    {
      name: "U, u",
      meaning:
        "Restart init's own program without reading the file, for instance after an update; only in runlevels S and 0 to 6.",
    },
    { name: "-t SECONDS", meaning: "The time between TERM and KILL." },
    {
      name: "-e NAME=VALUE",
      meaning: "Set a variable for init's children; only names that begin with INIT_ are accepted.",
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
  summary:
    "Process 1, the first process of the system; with any other process id the same program is telinit.",
  body: [
    "The program tells the two apart by its process id, so `init 3` in a script asks the running init for runlevel 3.",
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
    "It reads utmp, and /var/run/runlevel if utmp has no answer.",
    "`N` stands for no previous runlevel; `unknown` and an error mean that neither file has an answer.",
    "A script started by init finds the same values in PREVLEVEL and RUNLEVEL.",
  ],
  usage: ["runlevel [UTMP]"],
  arguments: [{ name: "UTMP", meaning: "Another file to read." }],
  sources: ["runlevel(8)"],
  dialects: sysvinitDialect,
  seeAlso: ["environment.RUNLEVEL", "accounting"],
};
