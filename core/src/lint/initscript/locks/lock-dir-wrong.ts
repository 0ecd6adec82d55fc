import { lockPath } from "../../../initscript/script/lock-behaviour.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { lockFacts } from "./lock-facts.ts";
import { misplacedLocks } from "./misplaced.ts";

export const lockDirWrong: ScriptRule = {
  id: "lock-dir-wrong",
  code: "IT813",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`start` touches a lock below `/var/lock`, but not in `/var/lock/subsys`.",
    why: "rc looks only in `/var/lock/subsys`, so the service counts as stopped: it is started at every change of the runlevel and never stopped.\nA lock of the service's own in addition to the one for rc is not reported.",
    instead: "Keep the lock in `/var/lock/subsys`.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\n[ -d /var/lock/subsys ] || exit 1\ncase "$1" in\n  start) daemon svcd && touch /var/lock/svc ;;\n  stop) killproc svcd && rm -f /var/lock/svc ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\n[ -d /var/lock/subsys ] || exit 1\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/svcd/db && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    if (facts === undefined) return [];
    const { outline, text } = facts;
    return misplacedLocks(script, facts).map((use) => {
      const path = use.path ?? "";
      // All mentions of the path move, wherever they are written out.
      const edits = [...text.matchAll(/\/var\/lock\/(?!subsys\b)(?=([\w.+@${}-]+))/g)]
        .filter(({ index, 1: rest = "" }) => {
          const commented = outline.shell.comments.some(({ start, end }) => index >= start && index < end);
          return !commented && (`/var/lock/${rest}` === path || use.written.includes(`/var/lock/${rest}`));
        })
        .map(({ index }) => ({ start: index, end: index + "/var/lock".length, text: lockPath }));
      const said = message("lock-dir-wrong", { path, lockPath });
      return {
        range: use,
        message: said,
        fixes:
          edits.length === 0
            ? []
            : [{ title: message("lock-dir-wrong.fix", { lockPath }), kind: "suggestion" as const, edits }],
      };
    });
  },
};
