import type { LockUse } from "../../../initscript/script/lock-behaviour.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { type LockFacts, lockFacts, usesOf } from "./lock-facts.ts";
import { renameLock } from "./rename-lock.ts";

export const lockNameMismatch: ScriptRule = {
  id: "lock-name-mismatch",
  code: "IT801",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["observed: Red Hat's rc and killall, initscripts 3.18 to 9.03 (rc-redhat)"],
  docs: {
    what: "`start` touches a lock that is not named after the script.",
    why: "rc looks for a lock with the name of the link, which is the name of the script: with any other lock the service counts as stopped.\nIt is started again at every change of the runlevel and never stopped.\nAt shutdown, killall looks for a script with the name of the lock, finds none and deletes the lock.",
    instead:
      "Name the lock after the script.\nA file that is a template, and a lock that an rc link is named after, are not reported.",
    wrong: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nlock=/var/lock/subsys/svcd\ncase "$1" in\n  start) daemon svcd && touch $lock ;;\n  stop) killproc svcd && rm -f $lock ;;\n  status) status -l svcd svcd ;;\nesac\n',
        fixed:
          '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nlock=/var/lock/subsys/svc\ncase "$1" in\n  start) daemon svcd && touch $lock ;;\n  stop) killproc svcd && rm -f $lock ;;\n  status) status -l svc svcd ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\nlock=/var/lock/subsys/svc\ncase "$1" in\n  start) daemon svcd && touch $lock ;;\n  stop) killproc svcd && rm -f $lock ;;\n  status) status -l svc svcd ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\n# chkconfig: 345 80 20\n. /etc/init.d/functions\ncase "$1" in\n  start) daemon svcd && touch /var/lock/subsys/svcd ;;\n  stop) killproc svcd && rm -f /var/lock/subsys/svcd ;;\nesac\n',
        name: "svc",
        files: [{ path: "etc/rc3.d/S80svcd", target: "../init.d/svc" }],
      },
    ],
  },
  scope: "script",
  families: "locks",
  needs: ["shell", "name"],
  check: (script) => {
    const facts = lockFacts(script);
    if (facts === undefined || facts.name === "" || isTemplate(script)) return [];
    const start = facts.action("start");
    // A second lock beside the one that rc looks for does no harm.
    if (start === undefined || start.unsure.some(({ kind }) => kind === "touch")) return [];
    const good = (name: string): boolean =>
      name === facts.name || name === `${facts.name}.init` || isLinkName(script, name);
    if (start.touches.some(good)) return [];
    return start.touches.flatMap((name) => {
      const [touch] = usesOf(start, "touch", name);
      if (touch === undefined) return [];
      const said = message("lock-name-mismatch", { name, facts: facts.name });
      return [{ range: touch.use, message: said, fixes: fixesFor(facts, touch) }];
    });
  },
};

function fixesFor(facts: LockFacts, { name }: LockUse): readonly Fix[] {
  const edits = renameLock(facts, name);
  return edits.length === 0
    ? []
    : [{ title: message("lock-name-mismatch.fix", { facts: facts.name }), kind: "suggestion", edits }];
}

/** What a build still has to fill in, or to rename. */
function isTemplate({ name, text }: ScriptContext): boolean {
  return /\.(?:in|init)$/.test(name) || /@\w+@|%\{\w+\}|\{\{|<%/.test(text);
}

function isLinkName({ tree, name }: ScriptContext, lock: string): boolean {
  const script = tree?.scripts.find((each) => each.name === name);
  if (tree === undefined || script === undefined) return false;
  return [...tree.folders.values()].some(({ entries }) =>
    entries.some((entry) => entry.name.slice(3) === lock && entry.realPath === script.realPath),
  );
}
