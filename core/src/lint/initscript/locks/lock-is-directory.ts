import { lockNameOf } from "../../../initscript/script/lock-behaviour.ts";
import type { TextEdit } from "../../../text/range.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { type LockAction, type LockFacts, lockFacts, usesOf } from "./lock-facts.ts";

export const lockIsDirectory: ScriptRule = {
  id: "lock-is-directory",
  code: "IT814",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "The script makes a folder where rc looks for a lock.",
    why: "rc and killall test for a regular file, so with a folder the service counts as stopped: it is started at every change of the runlevel and never stopped.",
    instead: "Make a file with `touch`.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && mkdir /var/lock/subsys/svc ;;\n  stop) killproc svcd && rmdir /var/lock/subsys/svc ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nmkdir -p /var/lock/subsys\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svc ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svc ;;\nesac\n',
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
    return usesOf(start, "mkdir").map(({ name, use }) => ({
      range: use,
      message: message("lock-is-directory", { name }),
      fixes: [
        {
          title: message("lock-is-directory.fix"),
          kind: "suggestion" as const,
          edits: [
            ...plainCommands(facts, start, "mkdir", name),
            ...plainCommands(facts, facts.action("stop"), "rmdir", name),
          ],
        },
      ].filter(({ edits }) => edits.length > 0),
    }));
  },
};

/** The edits for calls that have nothing but options and this path. */
function plainCommands(
  { outline }: LockFacts,
  action: LockAction | undefined,
  program: "mkdir" | "rmdir",
  name: string,
): TextEdit[] {
  const calls = new Set(
    action?.commands.filter((each) => each.name === program).map(({ command }) => command),
  );
  return [...calls].flatMap(({ words: [first, ...rest] }) => {
    const paths = rest.filter(({ text }) => !text.startsWith("-"));
    const [path = rest[0]] = paths;
    if (first === undefined || path === undefined || paths.length !== 1) return [];
    if (lockNameOf(outline.resolve(path) ?? "") !== name) return [];
    const last = rest.findLast(({ text }) => text.startsWith("-")) ?? first;
    return [{ start: first.start, end: last.end, text: program === "mkdir" ? "touch" : "rm -f" }];
  });
}
