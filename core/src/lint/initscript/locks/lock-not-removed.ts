import { suggestion } from "../../report.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { afterSuccess, stoppingCommand } from "./lock-facts.ts";
import { lockVerdict } from "./verdict.ts";

export const lockNotRemoved: ScriptRule = {
  id: "lock-not-removed",
  code: "IT802",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`start` touches a lock that `stop` does not remove.",
    why: "After a stop, rc still considers the service started: no change of the runlevel starts it again until the next boot, and its stop links run at every change.",
    instead: "Remove the lock in `stop`, once the service is down.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) exec /usr/sbin/svcctl stop ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const verdict = lockVerdict(script);
    if (verdict?.kind !== "not-removed") return [];
    const { facts, stop, touch, instead } = verdict;
    const { name, use } = touch;
    const report: ScriptReport = {
      range: use,
      message:
        instead === undefined
          ? message("lock-not-removed", { name })
          : message("lock-not-removed.other", { name, other: instead.name }),
    };
    if (instead !== undefined)
      return [
        {
          ...report,
          related: [{ range: instead.use, message: message("lock-not-removed.related") }],
          fixes: [suggestion(message("fix.remove", { text: name }), instead.use, use.written)],
        },
      ];
    const stopping = stoppingCommand(stop);
    if (stopping === undefined) return [report];
    const edit = afterSuccess(facts, stopping, `rm -f ${use.written}`);
    return [
      { ...report, fixes: [suggestion(message("lock-not-removed.remove-when-down"), edit, edit.text)] },
    ];
  },
};
