import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionPowerwait: Topic = {
  id: "action.powerwait",
  kind: "action",
  title: "Action powerwait",
  words: ["powerwait"],
  summary: "Runs the process when the power fails, and waits for its end.",
  body: [
    "The power has failed when init gets SIGPWR and the power status does not begin with `O` or `L`, or when a power-failing request comes over the control pipe.",
    "Powerwait and powerfail entries are both meant then; they run in the order of the file, and a powerfail entry behind a powerwait entry starts only after it.",
    "Init keeps the power entries at the front of its list: a `wait` entry does not hold them up, but they hold up everything else.",
    "An empty runlevels field means every level, single-user mode included, although the manual page leaves single-user mode out.",
    "In a level that the entry does not name the failure is remembered, and acted on if the very next level is one that it names; `telinit q` before that forgets it.",
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
