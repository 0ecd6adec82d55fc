import { lockPath } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import type { TextEdit } from "../../../text/range.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { endingCommand } from "./launches.ts";
import { afterSuccess } from "./lock-facts.ts";
import { type LockVerdict, lockVerdict } from "./verdict.ts";

export const lockMissing: ScriptRule = {
  id: "lock-missing",
  code: "IT800",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)",
    "initscripts, sysvinitfiles: lock files",
  ],
  docs: {
    what: "A script in the style of Red Hat never makes a lock in `/var/lock/subsys`.",
    why: "Red Hat's rc considers a service started if its lock exists, and nothing else counts.\nWithout a lock, every change of the runlevel starts the script again, and its stop links never run: at shutdown the service is only killed, never stopped cleanly.\nSigns that something keeps running are a helper function, a `&`, an option such as `-d`, a program of another user, `screen -dmS`, a program called `startup.sh`, or a process that `stop` kills.\nA script that starts nothing that keeps running needs a lock too if its `stop` should run; that is only a hint.\nOf a script that is on in no runlevel yet (`chkconfig: -`) it is only information.",
    instead: "Touch the lock once the service is up, and remove it once it is down.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n# description: serves\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd\n    ;;\n  stop)\n    killproc svcd\n    RETVAL=$?\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n# description: serves\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd && touch /var/lock/subsys/svc\n    ;;\n  stop)\n    killproc svcd\n    RETVAL=$?\n    [ $RETVAL -eq 0 ] && rm -f /var/lock/subsys/svc\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n# description: serves\n. /etc/init.d/functions\ncase "$1" in\n  start)\n    daemon svcd && touch /var/lock/subsys/svc\n    ;;\n  stop)\n    killproc svcd && rm -f /var/lock/subsys/svc\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const verdict = lockVerdict(script);
    if (verdict?.kind !== "missing") return [];
    const { starting, severity, isOff = false, facts } = verdict;
    const range = facts.outline.arm("start")?.head ?? script.lineRange(1);
    const lock = `${lockPath}/${facts.name || "NAME"}`;
    return [
      {
        range,
        severity,
        message: isOff
          ? message("lock-missing.off", { lock })
          : message("lock-missing", { lock, starts: starting !== undefined }),
        fixes: addLock(verdict),
      },
    ];
  },
};

type MissingLock = Extract<LockVerdict, { readonly kind: "missing" }>;

function addLock({ facts, stop, starting }: MissingLock): readonly Fix[] {
  const stopping = endingCommand(stop);
  if (facts.name === "" || starting === undefined || stopping === undefined) return [];
  const lock = `${lockPath}/${facts.name}`;
  const edits = [
    ...withoutExec(starting),
    afterSuccess(facts, starting, `touch ${lock}`),
    afterSuccess(facts, stopping, `rm -f ${lock}`),
  ].toSorted((one, other) => one.start - other.start) satisfies TextEdit[];
  return [{ title: message("lock-missing.fix", { lock }), kind: "suggestion", edits }];
}

/** Nothing runs after a program that has taken the place of the shell. */
function withoutExec({ name, command: { words } }: ReachedCommand): readonly TextEdit[] {
  const [first, second] = words;
  if (name !== "exec" || first === undefined || second === undefined) return [];
  return [{ start: first.start, end: second.start, text: "" }];
}
