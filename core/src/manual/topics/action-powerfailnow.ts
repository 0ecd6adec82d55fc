import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionPowerfailnow: Topic = {
  id: "action.powerfailnow",
  kind: "action",
  title: "Action powerfailnow",
  words: ["powerfailnow"],
  summary: "Runs the process when the battery of the power supply is nearly empty, and waits for it to end.",
  body: [
    "The event is SIGPWR with a power status that begins with a capital `L`, or the matching request over the control pipe.",
    "There is no time left for warnings then: the usual process is an immediate shutdown.",
    "The powerwait and powerfail entries are not run for it.",
    "An empty runlevels field means every runlevel, single-user mode included.",
    "",
    "```inittab",
    "pn::powerfailnow:/etc/init.d/powerfail now",
    "```",
  ],
  sources: [
    'inittab(5), "powerfailnow"',
    "observed: sysvinit 3.06 (signal-pwr-letters, initctl-power, signal-pwr-other-level)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["powerstatus", "action.powerwait", "command.shutdown"],
};
