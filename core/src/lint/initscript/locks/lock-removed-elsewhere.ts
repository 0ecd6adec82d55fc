import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { lockVerdict } from "./verdict.ts";

export const lockRemovedElsewhere: ScriptRule = {
  id: "lock-removed-elsewhere",
  code: "IT804",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`stop` removes a different lock from the one that `start` touches, in a script whose `stop` runs more than can be followed.",
    why: "The lock of `start` stays unless the rest of `stop` removes it, and rc then considers a stopped service started.\nIf all of `stop` can be followed, lock-not-removed reports it with certainty.",
    instead: "Define the name of the lock once, in a variable that both use.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) rm -f /var/lock/subsys/svcd; exec /usr/sbin/svcctl stop ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) rm -f /var/lock/subsys/svc; exec /usr/sbin/svcctl stop ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nlock=/var/lock/subsys/svc\ncase "$1" in\n  start) daemon svcd && touch $lock ;;\n  stop) rm -f $lock; exec /usr/sbin/svcctl stop ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const verdict = lockVerdict(script);
    if (verdict?.kind !== "removed-elsewhere") return [];
    const { touch, removal } = verdict;
    return [
      {
        range: removal.use,
        message: message("lock-removed-elsewhere", { removal: removal.name, touch: touch.name }),
        related: [{ range: touch.use, message: message("lock-removed-elsewhere.related") }],
        fixes: [suggestion(message("fix.remove", { text: touch.name }), removal.use, touch.use.written)],
      },
    ];
  },
};
