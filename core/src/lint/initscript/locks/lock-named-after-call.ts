import { lockBehaviour, lockPath } from "../../../initscript/script/lock-behaviour.ts";
import { outlineScript } from "../../../initscript/script/read-outline.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { isNamedAfterCall } from "../shell/named-after-call.ts";
import { lockFacts, usesOf } from "./lock-facts.ts";

export const lockNamedAfterCall: ScriptRule = {
  id: "lock-named-after-call",
  code: "IT815",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc calls scripts by their links, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "The lock gets its name from `$0`, which is not the script's name when rc calls it.",
    why: "rc calls `/etc/rc3.d/S80svc`, so the lock becomes `S80svc`; but rc looks for `svc`.\nWhen it is called by hand or by `service`, the script touches the right lock, so the mistake goes unnoticed.",
    instead: "Write the name out, or remove `S80` from it.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/`basename $0` ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/`basename $0` ;;\nesac\n',
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
  needs: ["shell", "name"],
  check: (script) => {
    const facts = lockFacts(script);
    const start = facts?.action("start");
    if (facts === undefined || start === undefined || facts.name === "" || !isNamedAfterCall(script.text))
      return [];
    // The same script, called by one of its links.
    const link = `S80${script.name}`;
    const called = outlineScript(script.text, facts.outline.shell, link);
    if (called === undefined) return [];
    const { touches } = lockBehaviour(called, link).start;
    return usesOf(start, "touch").flatMap(({ name, use }) => {
      if (name !== facts.name || touches.includes(name) || !touches.includes(link)) return [];
      const said = message("lock-named-after-call", { link, name });
      const edits = [...start.locks, ...(facts.action("stop")?.locks ?? [])]
        .filter((each) => each.name === name && each.use.written === use.written)
        .map(({ use: { start: from, end } }) => ({ start: from, end, text: `${lockPath}/${name}` }));
      const once = [...new Map(edits.map((edit) => [edit.start, edit])).values()];
      return [
        {
          range: use,
          message: said,
          fixes: [{ title: message("lock-named-after-call.fix"), kind: "suggestion" as const, edits: once }],
        },
      ];
    });
  },
};
