import { baseName } from "../../../initscript/base-name.ts";
import { redHatLibrary, statusCalls } from "../body/status-calls.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { lockFacts } from "./lock-facts.ts";

export const statusLockName: ScriptRule = {
  id: "status-lock-name",
  code: "IT809",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: status of initscripts 8.45 and 9.03 (functions)"],
  docs: {
    what: "`status` is asked about a program that has a different name from the lock, without naming the lock.",
    why: "Without `-l` it looks for a lock with the name of the program.\nThere is none, so a service that died is reported as stopped, with code 3 instead of 2.\nThe libraries before Red Hat Enterprise Linux 5 do not know `-l`; on their systems the rule is silent.",
    instead:
      "Name the lock with `-l`, after `-p` and before `-b`: `status` takes its options in this order only.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -p /var/run/svcd.pid svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -p /var/run/svcd.pid -l svc svcd ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -p /var/run/svcd.pid -l svc svcd ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status svcd ;;\nesac\n',
        files: [{ path: "etc/redhat-release", text: "Red Hat Enterprise Linux AS release 4 (Nahant)\n" }],
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    const start = facts?.action("start");
    const status = facts?.action("status");
    const [lock] = start?.touches ?? [];
    if (facts === undefined || start === undefined || status === undefined || lock === undefined) return [];
    if (start.unsure.some(({ kind }) => kind === "touch")) return [];
    if (!redHatLibrary(script).status.options.includes("l")) return [];
    const calls = statusCalls(facts.outline, status.commands);
    const looks = calls.some((call) => {
      if (call.lockWord !== undefined) return call.lock === undefined || start.touches.includes(call.lock);
      return call.program === undefined || start.touches.includes(baseName(call.program));
    });
    // With several programs one that tells the truth about the lock is enough.
    const [call] = calls;
    if (looks || call?.programWord === undefined || call.lockWord !== undefined) return [];
    const { program = "", programWord, refused, reached } = call;
    // Options out of order are what another rule tells.
    if (refused || program.startsWith("-")) return [];
    const { words } = reached.command;
    const binary = words.findIndex(({ text }) => text === "-b");
    const at = (binary >= 0 && binary < words.indexOf(programWord) ? words[binary] : programWord)?.start ?? 0;
    return [
      {
        range: programWord,
        message: message("status-lock-name", { baseName: baseName(program), lock }),
        fixes: [
          {
            title: message("status-lock-name.fix", { lock }),
            kind: "suggestion",
            edits: [{ start: at, end: at, text: `-l ${lock} ` }],
          },
        ],
      },
    ];
  },
};
