import { helperFunctions } from "../../../initscript/facts/helper-functions.ts";
import type { Fix } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import { statusCalls } from "../body/status-calls.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { type LockAction, lockFacts, startingCommand, stoppingCommand, usesOf } from "./lock-facts.ts";

export const statusIgnoresLock: ScriptRule = {
  id: "status-ignores-lock",
  code: "IT808",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions", "observed: status of initscripts 7.3 to 9.03 (functions)"],
  docs: {
    what: "The status branch does not check the lock that `start` touches.",
    why: "The lock distinguishes a service that died from one that was stopped: code 2, not 3.\nA status branch that does not check it reports a dead service as stopped.\nIf the branch only asks the service's own program, which may know better, this is only information.\nScripts that neither start nor kill a process are not reported.",
    instead: "Call `status` of the library, with `-l LOCK` if the program and the lock have different names.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status)\n    pidofproc svcd\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status)\n    status -l svc svcd\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -l other svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -l svc svcd ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\n  status) status -l svc svcd ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell"],
  check: (script) => {
    const facts = lockFacts(script);
    const status = facts?.action("status");
    const start = facts?.action("start");
    const [lock] = start?.touches ?? [];
    if (facts === undefined || status === undefined || start === undefined || lock === undefined) return [];
    if (!status.complete || status.handsOver || status.unsure.some(({ kind }) => kind === "test")) return [];
    // Where no process is started or killed, none can die.
    const stop = facts.action("stop");
    const process =
      startingCommand(facts.outline, start) !== undefined ||
      (stop !== undefined && stoppingCommand(stop) !== undefined);
    if (!process) return [];
    const calls = statusCalls(facts.outline, status.commands);
    const looks = calls.some(
      ({ lock: named, lockWord }) =>
        lockWord === undefined || named === undefined || start.touches.includes(named),
    );
    if (looks || start.touches.some((name) => usesOf(status, "test", name).length > 0)) return [];
    const arm = facts.outline.arm("status");
    const [call] = calls;
    if (call?.lockWord !== undefined)
      return [
        {
          range: call.lockWord,
          message: message("status-ignores-lock.other", { looked: call.lock ?? "", lock }),
          fixes: [suggestion(message("status-ignores-lock.fix", { lock }), call.lockWord, lock)],
        },
      ];
    const own = asksTheProgram(status);
    return [
      {
        range: arm?.head ?? script.lineRange(1),
        ...(own ? { severity: "information" as const } : {}),
        message: message("status-ignores-lock", { lock }),
        fixes: own ? [] : callStatus(status, lock),
      },
    ];
  },
};

const shellWords = new Set("echo printf [ [[ test exit return : true false local export".split(" "));
const lookers = new Set(
  `ps grep egrep pgrep pidof netstat ss kill cat head awk sed ${helperFunctions.map(({ name }) => name).join(" ")}`.split(
    " ",
  ),
);

/** The arm leaves the answer to a program of the service: that is all it runs. */
function asksTheProgram({ commands }: LockAction): boolean {
  const programs = commands.filter(
    ({ name, command }) => command.words.length > 0 && (name === undefined || !shellWords.has(name)),
  );
  const called = new Set(programs.flatMap(({ via }) => via));
  const run = programs.filter(({ name }) => name === undefined || !called.has(name));
  return run.length > 0 && run.every(({ name }) => name !== undefined && !lookers.has(name));
}

/** A lone call of `pidofproc` and its like can be replaced. */
function callStatus({ commands }: LockAction, lock: string): readonly Fix[] {
  const [only, ...more] = commands.filter(({ via }) => via.length === 0);
  if (only === undefined || more.length > 0 || only.name !== "pidofproc") return [];
  const [program, ...options] = only.command.words.slice(1).toReversed();
  if (program === undefined || options.length > 0) return [];
  return [suggestion(message("status-ignores-lock.call"), only.command, `status -l ${lock} ${program.text}`)];
}
