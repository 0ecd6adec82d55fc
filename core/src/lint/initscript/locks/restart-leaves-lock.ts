import type { Fix } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import {
  type LockAction,
  type LockFacts,
  lockFacts,
  startingCommand,
  stoppingCommand,
  usesOf,
} from "./lock-facts.ts";

export const restartLeavesLock: ScriptRule = {
  id: "restart-leaves-lock",
  code: "IT812",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`restart` stops and starts the service itself, removes the lock and does not touch it again.",
    why: "After a restart the service runs without its lock: rc starts it once more at the next change of the runlevel and never stops it.",
    instead: "Let `restart` call what `stop` and `start` call.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  restart)\n    killproc svcd\n    rm -f /var/lock/subsys/svc\n    daemon svcd\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  restart)\n    $0 stop\n    $0 start\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  restart)\n    killproc svcd\n    daemon svcd\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    const start = facts?.action("start");
    const restart = facts?.action("restart");
    const arm = facts?.outline.arm("restart");
    if (facts === undefined || start === undefined || restart === undefined || arm === undefined) return [];
    // In a shared arm the commands for `stop` are there too, and cannot be told apart.
    if (arm.names.includes("stop") || arm.names.includes("start") || !certain(restart)) return [];
    if (startingCommand(facts.outline, restart) === undefined || stoppingCommand(restart) === undefined)
      return [];
    return start.touches.flatMap((name) => {
      const [removal] = usesOf(restart, "remove", name);
      if (removal === undefined || usesOf(restart, "touch", name).length > 0) return [];
      return [
        {
          range: removal.use,
          message: message("restart-leaves-lock", { name }),
          fixes: callBoth(facts, restart),
        },
      ];
    });
  },
};

function certain({ complete, unsure, handsOver }: LockAction): boolean {
  return complete && !handsOver && !unsure.some(({ kind }) => kind === "touch");
}

/** Replaces the arm's statements, if all that it does stands in itself. */
function callBoth({ places, outline, text }: LockFacts, { commands }: LockAction): readonly Fix[] {
  const places_ = commands.map(({ command }) => places.get(command));
  const [first] = places_;
  if (first === undefined || first.role !== "arm" || places_.some((place) => place?.list !== first.list))
    return [];
  const [from, to] = [first.list[0], first.list.at(-1)];
  if (from === undefined || to === undefined) return [];
  const calls =
    outline.functions.has("stop") && outline.functions.has("start")
      ? ["stop", "start"]
      : ["$0 stop", "$0 start"];
  const [, blanks = ""] = /(\n[ \t]*)[^\n]*$/.exec(text.slice(0, from.start)) ?? [];
  const alone = text.slice(0, from.start).endsWith(blanks) && blanks !== "";
  return [
    suggestion(
      message("restart-leaves-lock.fix"),
      { start: from.start, end: to.end },
      calls.join(alone ? blanks : "; "),
    ),
  ];
}
