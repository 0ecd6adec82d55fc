import type { ScriptReport, ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { message } from "../message.ts";
import { rpmlintBody } from "./rpmlint-body.ts";
import { rpmlintTag } from "./tool-tags.ts";

const difference =
  "Off by default. With its usual settings, rpmlint wants runlevels in the `chkconfig:` line and none in `Default-Start`; whether a service starts by itself is the distribution's choice.";

export const chkconfigDefaultLevels: ScriptRule = {
  id: "chkconfig-default-levels",
  code: "IT728",
  severity: "information",
  group: "nursery",
  since: "0.1.0",
  scope: "script",
  families: "chkconfig",
  sources: ["observed: rpmlint 2.4 (lint-002, lint-052)"],
  tags: [
    { tool: "rpmlint", tag: "no-default-runlevel", difference },
    { tool: "rpmlint", tag: "service-default-enabled", difference },
  ],
  docs: {
    what: "rpmlint objects to the runlevels: none in the `chkconfig:` line, or some in `Default-Start`.",
    why: "A package whose service starts as soon as it is installed may surprise; so may one whose service never starts.",
    instead: "Follow the rules of your distribution.",
    wrong: [
      { text: "#!/bin/sh\n# chkconfig: - 80 20\n# description: x\n" },
      { text: exampleScript({ "Default-Start": "3 5" }) },
    ],
    right: [
      { text: "#!/bin/sh\n# chkconfig: 35 80 20\n# description: x\n" },
      { text: exampleScript({ "Default-Start": "" }) },
    ],
  },
  check: (script) => {
    const reports: ScriptReport[] = rpmlintBody(script)
      .chkconfigLines.filter(({ levels }) => levels === "-")
      .map(({ line }) => ({
        range: script.lineRange(line.number),
        message: message("chkconfig-default-levels"),
        tags: [rpmlintTag("W", "no-default-runlevel")],
      }));
    const { defaultStart } = script.rpmlint();
    if (defaultStart !== undefined)
      reports.push({
        range: defaultStart,
        message: message("chkconfig-default-levels.started"),
        tags: [rpmlintTag("W", "service-default-enabled")],
      });
    return reports;
  },
};
