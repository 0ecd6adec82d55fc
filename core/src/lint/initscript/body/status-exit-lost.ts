import { reachOf } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts } from "./body-facts.ts";
import { insertedBehind } from "./edits.ts";
import { listMember } from "./places.ts";
import { errexit, type StatusWorld, statusFate } from "./status-fate.ts";

export const statusExitLost: ScriptRule = {
  id: "status-exit-lost",
  code: "IT844",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions"],
  docs: {
    what: "What `status` or `status_of_proc` returns does not become the status of the script.",
    why: "The number is the answer: 0 running, 1 to 4 not.\nIf the status of another command replaces it, a dead service is reported as running.",
    instead: "Let the call be the last command of its branch, or keep its status and end with it.",
    wrong: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\nRETVAL=0\ncase "$1" in\n  start) daemon svcd; RETVAL=$? ;;\n  status)\n    status svcd\n    ;;\nesac\nexit $RETVAL\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\nRETVAL=0\ncase "$1" in\n  start) daemon svcd; RETVAL=$? ;;\n  status)\n    status svcd\n    RETVAL=$?\n    ;;\nesac\nexit $RETVAL\n',
      },
      {
        text: '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  status) status_of_proc /usr/sbin/svcd svc; echo ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  status) status_of_proc /usr/sbin/svcd svc; exit $?; echo ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\nRETVAL=0\ncase "$1" in\n  start) daemon svcd; RETVAL=$? ;;\n  status)\n    status svcd\n    RETVAL=$?\n    ;;\nesac\nexit $RETVAL\n',
      },
      {
        text: '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  status) status_of_proc /usr/sbin/svcd svc && exit 0 || exit $? ;;\nesac\nexit 0\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined) return [];
    const { outline } = facts;
    const reach = reachOf(outline, script.name, "status");
    if (reach === undefined || errexit(script.text, outline) !== "off") return [];
    const call = reach.commands.findLast(
      ({ name }) => (name === "status" || name === "status_of_proc") && !outline.functions.has(name),
    );
    if (call === undefined) return [];
    const fate = statusFate(facts, reach, call);
    if (fate.kind !== "lost") return [];
    return [
      {
        range: call.command,
        message: message("status-exit-lost", { call: call.name ?? "" }),
        related: [{ range: fate.by, message: message("status-exit-lost.related") }],
        fixes: keep(script, facts, call),
      },
    ];
  },
};

function keep(
  { text }: ScriptContext,
  { outline, places }: StatusWorld,
  { command, via }: ReachedCommand,
): readonly Fix[] {
  if (via.length > 0 || listMember(places, command) !== command) return [];
  const last = outline.shell.body.findLast(({ kind }) => kind !== "function");
  const end = last?.kind === "command" ? text.slice(last.start, last.end) : "";
  const [, variable] = /^exit "?\$\{?([A-Za-z_]\w*)\}?"?$/.exec(end) ?? [];
  const code = variable === undefined ? "exit $?" : `${variable}=$?`;
  return [
    {
      title: message("status-exit-lost.fix"),
      kind: "suggestion",
      edits: [insertedBehind(text, command, code)],
    },
  ];
}
