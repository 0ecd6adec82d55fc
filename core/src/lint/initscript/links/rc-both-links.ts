import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rcBothLinks: ScriptRule = {
  id: "rc-both-links",
  code: "IT825",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61, sysv-rc 3.06"],
  docs: {
    what: "A runlevel has both a K link and an S link for a script.",
    why: "rc goes through the K links first, so each change to the runlevel stops the service and starts it again.",
    instead: "Delete one of the links, unless the restart is intended.",
    wrong: [
      {
        text: exampleScript({}),
        files: [
          { path: "etc/rc2.d/S20svc", target: "../init.d/svc" },
          { path: "etc/rc2.d/K20svc", target: "../init.d/svc" },
        ],
      },
    ],
    right: [
      {
        text: exampleScript({}),
        files: [
          { path: "etc/rc2.d/S20svc", target: "../init.d/svc" },
          { path: "etc/rc1.d/K20svc", target: "../init.d/svc" },
        ],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc-both-links"),
};
