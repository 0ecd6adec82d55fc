import { sysvinitDialect, type Topic } from "../topic.ts";

export const actionPowerokwait: Topic = {
  id: "action.powerokwait",
  kind: "action",
  title: "Action powerokwait",
  words: ["powerokwait"],
  summary: "Runs the process when the power is back, and waits for it to end.",
  body: [
    "The event is SIGPWR with a power status that begins with a capital `O`, or the matching request over the control pipe.",
    "A lower-case `o` counts as a power failure.",
    "An empty runlevels field means every runlevel, single-user mode included.",
    "Usually it cancels the shutdown that the power failure scheduled.",
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
