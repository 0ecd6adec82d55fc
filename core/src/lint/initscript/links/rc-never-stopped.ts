import type { ScriptRule } from "../contract.ts";
import { exampleScript } from "../header/example.ts";
import { reportLinks } from "./link-problems.ts";

export const rcNeverStopped: ScriptRule = {
  id: "rc-never-stopped",
  code: "IT824",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61, sysv-rc 3.06"],
  docs: {
    what: "A service has a start link but no stop link in the runlevels that end it: 0, 1 and 6.",
    why: "Debian's rc then never calls the script to stop: the service gets a signal at the very end, like any stray process.\nOn Red Hat, killall stops every service that has left a lock.",
    instead: "Add 0, 1 and 6 to Default-Stop and make the links again.",
    wrong: [
      {
        text: exampleScript({ "Default-Stop": null }),
        files: [
          { path: "etc/rc2.d/S20svc", target: "../init.d/svc" },
          { path: "etc/rc0.d/K01ssh", target: "../init.d/ssh" },
          { path: "etc/init.d/ssh", text: exampleScript({ Provides: "ssh" }) },
        ],
      },
    ],
    right: [
      {
        text: exampleScript({}),
        files: [
          { path: "etc/rc2.d/S20svc", target: "../init.d/svc" },
          { path: "etc/rc0.d/K01svc", target: "../init.d/svc" },
        ],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc-never-stopped"),
};
