import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionCtrlaltdel: Topic = {
  id: "action.ctrlaltdel",
  kind: "action",
  title: "Action ctrlaltdel",
  words: ["ctrlaltdel"],
  summary: "Runs the process when somebody presses Ctrl-Alt-Del on the console, and waits for its end.",
  body: [
    "The kernel tells init of the keys by SIGINT; `kill -INT 1` as root does the same.",
    "Under a graphical desktop the keys go to the display server, and init hears nothing of them.",
    "Several entries run one after the other, and a signal during the run makes it happen once more.",
    "An empty runlevels field means every level, single-user mode included.",
    "In a level that the entry does not name the signal is remembered, and acted on if the very next level is one that it names; `telinit q` before that forgets it.",
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
