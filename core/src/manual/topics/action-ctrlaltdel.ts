import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionCtrlaltdel: Topic = {
  id: "action.ctrlaltdel",
  kind: "action",
  title: "Action ctrlaltdel",
  words: ["ctrlaltdel"],
  summary: "Runs the process when Ctrl-Alt-Del is pressed on the console, and waits for it to end.",
  body: [
    "The kernel reports the keys to init with SIGINT; `kill -INT 1` as root does the same.",
    "Under a graphical desktop the keys go to the display server, and init does not see them.",
    "Several entries run one after the other; if another signal arrives while they run, they run once more.",
    "An empty runlevels field means every runlevel, single-user mode included.",
    "In a runlevel that the entry does not name, the signal is remembered and handled if the very next runlevel is one that it names; a `telinit q` before that discards it.",
    "Without such an entry the keys do nothing.",
    "",
    "```inittab",
    "ca::ctrlaltdel:/sbin/shutdown -t1 -a -r now",
    "```",
  ],
  sources: [
    'inittab(5), "ctrlaltdel"',
    'shutdown(8), "NOTES"',
    "observed: sysvinit 3.06 (signal-int, signal-int-two-entries, signal-int-while-running, signal-int-other-level, signal-int-in-single)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["signal.INT", "command.shutdown", "action.kbrequest"],
};
