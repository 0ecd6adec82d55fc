import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { afterSuccess } from "./lock-facts.ts";
import { lockVerdict } from "./verdict.ts";

export const lockNotTouched: ScriptRule = {
  id: "lock-not-touched",
  code: "IT803",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`stop` removes a lock that `start` never makes.",
    why: "Without the lock rc does not know that the service is up: it starts it at every change of the runlevel and never calls the `stop` that would remove the lock.",
    instead: "Touch the lock in `start`, once the service is up.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const verdict = lockVerdict(script);
    if (verdict?.kind !== "not-touched") return [];
    const { facts, removal, starting, severity } = verdict;
    const said = message("lock-not-touched", { removal: removal.name });
    if (starting === undefined || /[*?[]/.test(removal.name))
      return [{ range: removal.use, message: said, severity }];
    const edit = afterSuccess(facts, starting, `touch ${removal.use.written}`);
    const fix = suggestion(message("lock-not-touched.fix"), edit, edit.text);
    return [{ range: removal.use, message: said, severity, fixes: [fix] }];
  },
};
