import type { ScriptRule } from "../contract.ts";
import { reportLinks } from "./link-problems.ts";

export const rcAfterHalt: ScriptRule = {
  id: "rc-after-halt",
  code: "IT826",
  severity: "error",
  group: "error",
  since: "0.1.0",
  scope: "script",
  families: ["redhat"],
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61"],
  docs: {
    what: "In runlevel 0 or 6, an S entry sorts after halt or reboot.",
    why: "Red Hat's rc replaces itself with the script called halt or reboot, which turns the machine off.\nNothing after it ever runs.",
    instead: "Give the entry a smaller number, or a K link.",
    wrong: [
      {
        text: "#!/bin/sh\n# chkconfig: 0 99 01\n# description: An example\n",
        files: [
          { path: "etc/redhat-release", text: "Red Hat Enterprise Linux Server release 6.10 (Santiago)\n" },
          { path: "etc/init.d/halt", text: "#!/bin/sh\n" },
          { path: "etc/rc0.d/S01halt", target: "../init.d/halt" },
          { path: "etc/rc0.d/S99svc", target: "../init.d/svc" },
        ],
      },
    ],
    right: [
      {
        text: "#!/bin/sh\n# chkconfig: 0 00 99\n# description: An example\n",
        files: [
          { path: "etc/redhat-release", text: "Red Hat Enterprise Linux Server release 6.10 (Santiago)\n" },
          { path: "etc/init.d/halt", text: "#!/bin/sh\n" },
          { path: "etc/rc0.d/S01halt", target: "../init.d/halt" },
          { path: "etc/rc0.d/S00svc", target: "../init.d/svc" },
        ],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc-after-halt"),
};
