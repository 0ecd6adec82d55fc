import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionPowerwait: Topic = {
  id: "action.powerwait",
  kind: "action",
  title: "Action powerwait",
  words: ["powerwait"],
  summary: "Runs the process when the power fails, and waits for it to end.",
  body: [
    "The power has failed when init gets SIGPWR and the power status does not begin with `O` or `L`, or when a power-failing request comes over the control pipe.",
    "Powerwait and powerfail entries both run then, in the order of the file; a powerfail entry that follows a powerwait entry starts only after that one has ended.",
    "Init keeps the power entries at the front of its list: a `wait` entry does not hold them up, but they hold up everything else.",
    "An empty runlevels field means every runlevel, single-user mode included, although the manual page leaves single-user mode out.",
    "In a runlevel that the entry does not name, the failure is remembered and handled if the very next runlevel is one that it names; a `telinit q` before that discards it.",
    "",
    "```inittab",
    "pf::powerwait:/etc/init.d/powerfail start",
    "```",
  ],
  sources: [
    'inittab(5), "powerwait"',
    'init(8), "CHANGING RUNLEVELS"',
    "observed: sysvinit 3.06 (signal-pwr-letters, signal-pwr-wait-order, signal-pwr-other-level, initctl-power, order-power-first)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["powerstatus", "signal.PWR", "action.powerfail", "action.powerokwait"],
};
