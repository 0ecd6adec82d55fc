import { statusExits } from "../../../initscript/facts/script-actions.ts";
import { statusCalls } from "../body/status-calls.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { lockFacts, usesOf } from "./lock-facts.ts";

/** The highest code that the standard gives a meaning. */
const highest = Math.max(...statusExits.filter(({ from, to }) => from === to).map(({ to }) => to));

export const lockInStatusOnly: ScriptRule = {
  id: "lock-in-status-only",
  code: "IT807",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions", "observed: status of initscripts 7.3 to 9.03 (functions)"],
  docs: {
    what: "A status branch checks the lock itself and ends with a code that has no meaning for `status`.",
    why: "Tools that ask a script for its state know the codes 0 to 4: running, dead with a pid file, dead with a lock, stopped, unknown.",
    instead:
      "Call `status` of the library, which checks the process, the pid file and the lock and returns these codes.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status)\n    [ -f /var/lock/subsys/svc ] && exit 0\n    exit 7\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status)\n    [ -f /var/lock/subsys/svc ] && exit 0\n    exit 3\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    const status = facts?.action("status");
    if (facts === undefined || status === undefined || usesOf(status, "test").length === 0) return [];
    if (statusCalls(facts.outline, status.commands).length > 0) return [];
    const seen = new Set<unknown>();
    return status.commands.flatMap(({ name, args, command, via }) => {
      const code = args.length === 1 ? args[0] : undefined;
      if ((name !== "exit" && (name !== "return" || via.length === 0)) || code === undefined) return [];
      if (!/^\d{1,3}$/.test(code) || Number(code) <= highest || seen.has(command)) return [];
      seen.add(command);
      return [{ range: command, message: message("lock-in-status-only", { code, highest }) }];
    });
  },
};
