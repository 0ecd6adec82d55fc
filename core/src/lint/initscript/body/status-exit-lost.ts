import { type ActionReach, reachOf } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import type { Fix } from "../../contract.ts";
import type { ScriptContext, ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { guess } from "../packaging/edits.ts";
import { bodyFacts } from "./body-facts.ts";
import { insertedBehind } from "./edits.ts";
import { listMember } from "./places.ts";
import { errexit, type StatusWorld, statusFate } from "./status-fate.ts";
import { saidOnly } from "./status-says-only.ts";

export const statusExitLost: ScriptRule = {
  id: "status-exit-lost",
  code: "IT844",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions"],
  docs: {
    what: "What `status` or `status_of_proc` returns does not become the status of the script, or the script's own `status` says what it has found and always ends with 0.",
    why: "The number is the answer: 0 running, 1 to 4 not.\nIf the status of another command replaces it, a dead service is reported as running.",
    instead:
      "Let the call be the last command of its branch, or keep its status and end with it.\nA `status` of your own ends with 3 if the service is down.",
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
      {
        text: '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  status)\n    if pidof svcd > /dev/null; then\n      echo running\n    else\n      echo stopped\n    fi\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /lib/lsb/init-functions\ncase "$1" in\n  status)\n    if pidof svcd > /dev/null; then\n      echo running\n    else\n      echo stopped\n      exit 3\n    fi\n    ;;\nesac\n',
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
    if (call === undefined) return told(script, facts, reach);
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

/** A `status` without the helpers, which says what it has found and ends with 0. */
function told(script: ScriptContext, facts: StatusWorld, reach: ActionReach): readonly ScriptReport[] {
  const said = saidOnly(facts, reach);
  if (said === undefined) return [];
  const { question, down } = said;
  // Only the standard says what the number means.
  const counts = script.sections().length > 0 || script.family.families.some((family) => family.hasService);
  return [
    {
      range: question,
      ...(counts ? {} : { severity: "information" as const }),
      message: message("status-exit-lost.said"),
      fixes:
        down === undefined
          ? []
          : [guess(message("status-exit-lost.end"), [insertedBehind(script.text, down, "exit 3")])],
    },
  ];
}

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
