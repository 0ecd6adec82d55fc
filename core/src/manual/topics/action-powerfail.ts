import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionPowerfail: Topic = {
  id: "action.powerfail",
  kind: "action",
  title: "Action powerfail",
  words: ["powerfail"],
  summary: "Starts the process when the power fails, and does not wait for it.",
  body: [
    "It means the same event as `powerwait`: SIGPWR with a power status that does not begin with `O` or `L`, or a power-failing request over the control pipe.",
    "Both kinds run in the order of the file, so a powerwait entry in front is waited for first.",
    "An empty runlevels field means every level, single-user mode included.",
    "In a level that the entry does not name the failure is remembered, and acted on if the very next level is one that it names.",
  ],
  sources: [
    'inittab(5), "powerfail"',
    "observed: sysvinit 3.06 (signal-pwr-letters, signal-pwr-wait-order, signal-pwr-other-level, initctl-power)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["powerstatus", "action.powerwait", "signal.PWR"],
};
