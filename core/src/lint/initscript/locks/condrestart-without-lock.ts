import { lockPath } from "../../../initscript/script/lock-behaviour.ts";
import type { ScriptArm } from "../../../initscript/script/outline.ts";
import type { Fix } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import { statusCalls } from "../body/status-calls.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import {
  doesSomething,
  type LockAction,
  type LockFacts,
  lockFacts,
  usesOf,
  writtenLock,
} from "./lock-facts.ts";

/** The two names of one action. */
const actions = ["condrestart", "try-restart"];

export const condrestartWithoutLock: ScriptRule = {
  id: "condrestart-without-lock",
  code: "IT811",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions", "initscripts, sysvinitfiles"],
  docs: {
    what: "`condrestart` or `try-restart` checks neither the lock nor the state of the service.",
    why: "The action is meant for updates: restart the service if it is running, and leave it alone if it is not.\nWithout a check, an update starts a service that was stopped on purpose.",
    instead: "Restart the service only if the lock exists.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nstart() {\n  daemon svcd && touch /var/lock/subsys/svc\n}\nstop() {\n  killproc svcd && rm -f /var/lock/subsys/svc\n}\nrestart() {\n  stop\n  start\n}\ncase "$1" in\n  start) start ;;\n  stop) stop ;;\n  restart) restart ;;\n  condrestart) restart ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nstart() {\n  daemon svcd && touch /var/lock/subsys/svc\n}\nstop() {\n  killproc svcd && rm -f /var/lock/subsys/svc\n}\nrestart() {\n  stop\n  start\n}\ncase "$1" in\n  start) start ;;\n  stop) stop ;;\n  restart) restart ;;\n  condrestart) [ -f /var/lock/subsys/svc ] && restart || : ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nstart() {\n  daemon svcd && touch /var/lock/subsys/svc\n}\nstop() {\n  killproc svcd && rm -f /var/lock/subsys/svc\n}\nrestart() {\n  stop\n  start\n}\ncase "$1" in\n  start) start ;;\n  stop) stop ;;\n  restart) restart ;;\n  condrestart) [ -f /var/lock/subsys/svc ] && restart || : ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    if (facts === undefined) return [];
    const seen = new Set<ScriptArm>();
    return actions.flatMap((name) => {
      const arm = facts.outline.arm(name);
      const action = facts.action(name);
      if (arm === undefined || action === undefined || seen.has(arm)) return [];
      seen.add(arm);
      if (!action.complete || asks(facts, action) || !doesSomething(action)) return [];
      return [
        {
          range: arm.head,
          message: message("condrestart-without-lock", { name }),
          fixes: testLock(facts, arm, action),
        },
      ];
    });
  },
};

const askers = new Set(
  "status pidofproc pidfileofproc checkpid pidof pgrep ps kill service status_of_proc".split(" "),
);

/** Any look at a lock, a pid file or a process will do. */
function asks({ outline }: LockFacts, action: LockAction): boolean {
  if (usesOf(action, "test").length > 0 || action.unsure.length > 0 || action.handsOver) return true;
  if (statusCalls(outline, action.commands).length > 0) return true;
  return action.commands.some(
    ({ name, args, command }) =>
      (name !== undefined && askers.has(name) && (name !== "kill" || args[0] === "-0")) ||
      (["[", "[[", "test"].includes(name ?? "") &&
        command.words.some(({ text }) => /pid|lock|running/i.test(text))) ||
      /\bstatus\b/.test(
        command.words
          .slice(1)
          .map(({ text }) => text)
          .join(" "),
      ),
  );
}

function testLock(facts: LockFacts, arm: ScriptArm, action: LockAction): readonly Fix[] {
  const direct = action.commands.filter(({ via }) => via.length === 0);
  const [only] = direct;
  const inArm = only !== undefined && only.command.start >= arm.head.end && only.command.end <= arm.range.end;
  const plain = facts.places.get(only?.command ?? facts.outline.shell.body[0] ?? neverThere)?.role === "arm";
  if (facts.name === "" || direct.length !== 1 || !inArm || !plain) return [];
  if (arm.names.some((name) => !actions.includes(name))) return [];
  const path =
    writtenLock(facts.name, facts.action("start"), facts.action("stop")) ?? `${lockPath}/${facts.name}`;
  const code = facts.text.slice(only.command.start, only.command.end);
  return [
    suggestion(message("condrestart-without-lock.fix"), only.command, `[ -f ${path} ] && ${code} || :`),
  ];
}

const neverThere = { kind: "unknown", start: -1, end: -1 } as const;
