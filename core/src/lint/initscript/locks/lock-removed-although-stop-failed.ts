import { suggestion } from "../../report.ts";
import { following, listMember, statusVariable } from "../body/places.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { orderOf } from "./guard.ts";
import { lockFacts, stoppingCommand, usesOf } from "./lock-facts.ts";

export const lockRemovedAlthoughStopFailed: ScriptRule = {
  id: "lock-removed-although-stop-failed",
  code: "IT806",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`stop` removes the lock even if the service did not stop.",
    why: "A service that could not be stopped then counts as stopped, and the next change of the runlevel starts it a second time.",
    instead: "Remove the lock after `&&`, or when the saved status is 0.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop)\n    killproc svcd\n    RETVAL=$?\n    rm -f /var/lock/subsys/svc\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop)\n    killproc svcd\n    RETVAL=$?\n    [ $RETVAL -eq 0 ] && rm -f /var/lock/subsys/svc\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd; rm -f /var/lock/subsys/svc ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop)\n    killproc svcd\n    RETVAL=$?\n    [ $RETVAL -eq 0 ] && rm -f /var/lock/subsys/svc\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    const stop = facts?.action("stop");
    const stopping = stop === undefined ? undefined : stoppingCommand(stop);
    if (facts === undefined || stop === undefined || stopping === undefined) return [];
    return usesOf(stop, "remove").flatMap(({ name, use }) => {
      if (orderOf(facts, stop, stopping, use.by) === "guarded") return [];
      const said = message("lock-removed-although-stop-failed", { name });
      const { text, places } = facts;
      const { command } = use.by;
      const member = listMember(places, stopping.command);
      const keeper = following(places, member);
      const variable = statusVariable(keeper);
      const plain = use.by.name === "rm" && places.get(command)?.list === places.get(member)?.list;
      const report = { range: use, message: said };
      if (plain && variable !== undefined && command.start > (keeper?.end ?? 0)) {
        const at = { start: command.start, end: command.start };
        return [
          {
            ...report,
            fixes: [suggestion(message("fix.remove-lock-when-down"), at, `[ $${variable} -eq 0 ] && `)],
          },
        ];
      }
      if (!plain || member !== stopping.command || keeper !== command) return [report];
      const between = { start: member.end, end: command.start };
      if (!/^[\s;]*$/.test(text.slice(between.start, between.end))) return [report];
      return [
        {
          ...report,
          fixes: [suggestion(message("fix.remove-lock-when-down"), between, " && ")],
        },
      ];
    });
  },
};
