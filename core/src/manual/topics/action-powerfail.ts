import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionPowerfail: Topic = {
  id: "action.powerfail",
  kind: "action",
  title: "Action powerfail",
  words: ["powerfail"],
  summary: "Starts the process when the power fails, and does not wait for it.",
  body: [
    "It responds to the same event as `powerwait`: SIGPWR with a power status that does not begin with `O` or `L`, or a power-failing request over the control pipe.",
    "Both kinds run in the order of the file, so init first waits for a powerwait entry that comes before this one.",
    "An empty runlevels field means every runlevel, single-user mode included.",
    "In a runlevel that the entry does not name, the failure is remembered and handled if the very next runlevel is one that it names.",
  ],
  sources: [
    'inittab(5), "powerfail"',
    "observed: sysvinit 3.06 (signal-pwr-letters, signal-pwr-wait-order, signal-pwr-other-level, initctl-power)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["powerstatus", "action.powerwait", "signal.PWR"],
};
