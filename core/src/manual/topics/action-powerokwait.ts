import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionPowerokwait: Topic = {
  id: "action.powerokwait",
  kind: "action",
  title: "Action powerokwait",
  words: ["powerokwait"],
  summary: "Runs the process when the power is back, and waits for its end.",
  body: [
    "The event is SIGPWR with a power status that begins with a capital `O`, or the matching request over the control pipe.",
    "A small `o` counts as a failure of the power.",
    "An empty runlevels field means every level, single-user mode included.",
    "The usual process takes a planned shutdown back.",
    "",
    "```inittab",
    "po::powerokwait:/sbin/shutdown -c mains power is back",
    "```",
  ],
  sources: [
    'inittab(5), "powerokwait"',
    "observed: sysvinit 3.06 (signal-pwr-letters, initctl-power, signal-pwr-other-level)",
  ],
  dialects: sysvinitDialect,
  seeAlso: ["powerstatus", "action.powerwait", "command.shutdown"],
};
