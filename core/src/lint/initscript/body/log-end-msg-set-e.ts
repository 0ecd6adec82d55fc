import { findHelpers } from "../../../initscript/facts/helper-functions.ts";
import type { ActionReach } from "../../../initscript/script/lock-behaviour.ts";
import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { following, isStatus, type Places } from "./places.ts";
import { daemonCall } from "./start-stop-daemon.ts";
import { endsScriptWhenFailing, errexit, type StatusWorld, statusFate } from "./status-fate.ts";

/** The functions that end with a status that is no failure of theirs. */
const answering = ["log_end_msg", "status_of_proc", "pidofproc"].filter(
  (name) => findHelpers(name).length > 0,
);

export const logEndMsgSetE: ScriptRule = {
  id: "log-end-msg-set-e",
  code: "IT845",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: sysvinit-utils 3.06, /lib/lsb/init-functions (functions)", "start-stop-daemon(8)"],
  docs: {
    what: "Under `set -e` a command that may return a status other than 0 stands alone.",
    why: "`log_end_msg` returns its argument, `status_of_proc` and `pidofproc` return the status of the service, start-stop-daemon returns 1 if there was nothing to do, and a function of the script returns the status that it sets.\nUnder `set -e` each of these ends the script there, without the rest of the branch and without a message.",
    instead:
      "Put the call in an `if`, or add `|| true` where the status does not matter; `--oknodo` makes start-stop-daemon succeed if there was nothing to do.",
    wrong: [
      {
        text: '#!/bin/sh\nset -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    log_daemon_msg Starting svc\n    start-stop-daemon --start --exec /usr/sbin/svcd\n    log_end_msg $?\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\nset -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    log_daemon_msg Starting svc\n    start-stop-daemon --start --exec /usr/sbin/svcd || true\n    log_end_msg $?\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\nset -e\ndo_start() {\n  [ ! -e /run/svc.pid ] || return 1\n  /usr/sbin/svcd\n}\ncase "$1" in\n  start)\n    do_start\n    case "$?" in\n      0|1) echo started ;;\n    esac\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\nset -e\ndo_start() {\n  [ ! -e /run/svc.pid ] || return 1\n  /usr/sbin/svcd\n}\ncase "$1" in\n  start)\n    do_start || true\n    case "$?" in\n      0|1) echo started ;;\n    esac\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\nset -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    if start-stop-daemon --start --exec /usr/sbin/svcd; then\n      log_end_msg 0\n    else\n      log_end_msg 1\n    fi\n    rm -f /run/svc.starting\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\nset -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    if start-stop-daemon --start --exec /usr/sbin/svcd; then\n      log_end_msg 0\n    else\n      log_end_msg 1 || true\n    fi\n    rm -f /run/svc.starting\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\nset -e\ndo_start() {\n  [ ! -e /run/svc.pid ] || return 1\n  /usr/sbin/svcd\n}\ncase "$1" in\n  start)\n    result=0\n    do_start || result=$?\n    [ $result -le 1 ]\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\nset -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    log_daemon_msg Starting svc\n    if start-stop-daemon --start --exec /usr/sbin/svcd; then\n      log_end_msg 0\n    else\n      log_end_msg 1\n    fi\n    ;;\n  status)\n    status_of_proc /usr/sbin/svcd svc\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\nset -e\n. /lib/lsb/init-functions\ncase "$1" in\n  stop)\n    log_daemon_msg Stopping svc\n    start-stop-daemon --stop --oknodo --exec /usr/sbin/svcd\n    log_end_msg $?\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined || errexit(script.text, facts.outline) !== "on") return [];
    return everyCommand(facts.outline).flatMap(({ reach, reached }) => {
      const { name, command } = reached;
      if (name === undefined || !isToldBySetE(facts, reach, reached)) return [];
      const end = { start: command.end, end: command.end };
      const said = message("log-end-msg-set-e", { name });
      return [
        {
          range: command,
          message: said,
          fixes: [suggestion(message("log-end-msg-set-e.fix"), end, " || true")],
        },
      ];
    });
  },
};

/** Whether this rule speaks of a command, where `set -e` is on. */
export function isToldBySetE(facts: StatusWorld, reach: ActionReach, reached: ReachedCommand): boolean {
  const { name, command } = reached;
  if (name === undefined || !mayAnswer(facts, reached) || !endsScriptWhenFailing(facts, reach, reached))
    return false;
  // With nothing but the end behind it, the script ends here anyway, and its status is the right one.
  const next = following(facts.places, command);
  const unfinished = next?.kind === "command" && next.words[0]?.text === "log_end_msg";
  const fate = statusFate(facts, reach, reached);
  // Of a function of the script's own only whoever looks at its answer is sure to mean it as one.
  const isOwn = facts.outline.functions.has(name);
  return unfinished || fate.kind === "kept" || (!isOwn && fate.kind === "lost" && !isEnd(fate.by));
}

/** Whether a command ends with a number that says something else than that it failed. */
function mayAnswer({ outline, places }: StatusWorld, reached: ReachedCommand): boolean {
  const { name, command } = reached;
  if (name === undefined) return false;
  if (outline.functions.has(name)) return returnsOtherThanZero(outline, name);
  if (name === "start-stop-daemon") {
    const call = daemonCall(outline, reached);
    return call?.complete === true && !call.options.some((option) => option.name === "oknodo");
  }
  if (!answering.includes(name)) return false;
  const [, argument] = command.words;
  if (name !== "log_end_msg") return true;
  if (argument === undefined || outline.resolve(argument) === "0") return false;
  // What went before it has succeeded, or the script would have ended there.
  return !isStatus(argument) || followsChain(places, reached);
}

/** Whether a function of the script says in so many words that it answers with another number. */
function returnsOtherThanZero({ arms, topLevel }: ScriptOutline, name: string): boolean {
  return [...arms.flatMap(({ commands }) => commands), ...topLevel].some(
    (each) => each.name === "return" && each.via.at(-1) === name && /^[1-9]\d*$/.test(each.args[0] ?? ""),
  );
}

/** The statement before can fail without ending the script. */
function followsChain(places: Places, { command }: ReachedCommand): boolean {
  const place = places.get(command);
  const before = place?.list[place.index - 1];
  return before?.kind === "and-or" && before.operator === "&&";
}

function isEnd(statement: {
  readonly kind: string;
  readonly words?: readonly { readonly text: string }[];
}): boolean {
  const [name] = statement.kind === "command" ? (statement.words ?? []) : [];
  return name !== undefined && ["exit", "return", ":", "true"].includes(name.text);
}
