import type { LockUse } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import type { Fix } from "../../contract.ts";
import { removedStatement } from "../body/edits.ts";
import { following, listMember, statusVariable } from "../body/places.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { orderOf } from "./guard.ts";
import { afterSuccess, type LockFacts, lockFacts, startingCommand, usesOf } from "./lock-facts.ts";

export const lockBeforeStart: ScriptRule = {
  id: "lock-before-start",
  code: "IT805",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`start` touches the lock before it starts the service, or even if the service does not start.",
    why: "A service that did not start then counts as started: the next change of the runlevel does not try again.",
    instead: "Touch the lock after `&&`, or when the saved status is 0.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd\n    RETVAL=$?\n    touch /var/lock/subsys/svc\n    ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd\n    RETVAL=$?\n    [ $RETVAL -eq 0 ] && touch /var/lock/subsys/svc\n    ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    touch /var/lock/subsys/svc\n    daemon svcd\n    ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd && touch /var/lock/subsys/svc\n    ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd\n    RETVAL=$?\n    [ $RETVAL -eq 0 ] && touch /var/lock/subsys/svc\n    ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd || exit 1\n    touch /var/lock/subsys/svc\n    ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    const start = facts?.action("start");
    if (facts === undefined || start === undefined) return [];
    const starting = startingCommand(facts.outline, start);
    // A lock that a failed start takes away again is guarded in its own way.
    if (starting === undefined || usesOf(start, "remove").length > 0) return [];
    return usesOf(start, "touch").flatMap((touch) => {
      const order = orderOf(facts, start, starting, touch.use.by);
      // A program in the background has no status yet.
      if (order === "guarded" || (order === "unguarded" && starting.background)) return [];
      const said = message("lock-before-start", {
        lock: touch.name,
        before: order === "before",
      });
      return [{ range: touch.use, message: said, fixes: fixesFor(facts, starting, touch) }];
    });
  },
};

function fixesFor(facts: LockFacts, starting: ReachedCommand, { use }: LockUse): readonly Fix[] {
  const { places, text } = facts;
  const { command } = use.by;
  const [first, second] = [listMember(places, starting.command), listMember(places, command)];
  // Only a plain `touch LOCK` can be moved.
  if (second !== command || use.by.name !== "touch" || command.words.length !== 2) return [];
  const list = places.get(first)?.list;
  if (list === undefined || places.get(second)?.list !== list) return [];
  const keeper = following(places, first);
  const variable = statusVariable(keeper);
  const title = message("lock-before-start.later");
  if (variable !== undefined && command.start > (keeper?.start ?? 0))
    return [
      {
        title,
        kind: "suggestion",
        edits: [{ start: command.start, end: command.start, text: `[ $${variable} -eq 0 ] && ` }],
      },
    ];
  const code = text.slice(command.start, command.end);
  const edits = [afterSuccess(facts, starting, code), removedStatement(text, command)];
  return [{ title, kind: "suggestion", edits: edits.toSorted((one, other) => one.start - other.start) }];
}
