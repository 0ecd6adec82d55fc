import type { ScriptRule } from "../contract.ts";
import { reportLinks } from "./link-problems.ts";

export const rcLinkNameDiffers: ScriptRule = {
  id: "rc-link-name-differs",
  code: "IT820",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  scope: "script",
  families: "all",
  needs: ["tree"],
  sources: ["observed: initscripts 9.03.61, insserv 1.24.0"],
  docs: {
    what: "A link in an rc folder has a different name from the script that it leads to.",
    why: "Red Hat's rc looks for a lock with the name of the link, and scripts name their lock after themselves.\nSo rc considers the service stopped whatever it does: it starts it again at every change and never stops it.\nOn Debian, insserv does not recognize the link.",
    instead: "Give the link the name of the script after the letter and the two digits.",
    wrong: [
      {
        text: "#!/bin/sh\n# chkconfig: 35 20 80\n# description: An example\ntouch /var/lock/subsys/svc\n",
        files: [{ path: "etc/rc3.d/S20server", target: "../init.d/svc" }],
      },
    ],
    right: [
      {
        text: "#!/bin/sh\n# chkconfig: 35 20 80\n# description: An example\ntouch /var/lock/subsys/svc\n",
        files: [{ path: "etc/rc3.d/S20svc", target: "../init.d/svc" }],
      },
      {
        text: "#!/bin/sh\n# chkconfig: 35 20 80\n# description: An example\ntouch /var/lock/subsys/server\n",
        files: [{ path: "etc/rc3.d/S20server", target: "../init.d/svc" }],
      },
    ],
  },
  check: (script) => reportLinks(script, "rc-link-name-differs"),
};
