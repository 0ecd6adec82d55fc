import { actionStatus } from "../../../initscript/facts/script-actions.ts";
import type { ReachedCommand, ScriptArm, ScriptOutline } from "../../../initscript/script/outline.ts";
import { listOf } from "../../../text/message.ts";
import type { TextRange } from "../../../text/range.ts";
import { suggestion } from "../../report.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { defaultDelegates, onlyTalks } from "./body-facts.ts";

export const actionUnlisted: ScriptRule = {
  id: "action-unlisted",
  code: "IT841",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions"],
  docs: {
    what: "The usage line and the branches of the script name different actions.",
    why: "The usage line is the only help that a script gives, and shell completion may read it.",
    instead: "List each branch. If a branch has several names, one of them is enough.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) svcctl stop ;;\n  restart|force-reload) $0 stop; $0 start ;;\n  status) svcctl status ;;\n  *)\n    echo "Usage: $0 {start|stop|reload}"\n    exit 2\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) svcctl stop ;;\n  restart|force-reload) $0 stop; $0 start ;;\n  status) svcctl status ;;\n  *)\n    echo "Usage: $0 {start|stop|restart|force-reload|status}"\n    exit 2\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  stop) svcctl stop ;;\n  restart|force-reload) $0 stop; $0 start ;;\n  status) svcctl status ;;\n  *)\n    echo "Usage: $0 {start|stop|restart|status}"\n    exit 2\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const outline = script.outline();
    if (outline?.dispatch !== "case" || defaultDelegates(outline)) return [];
    const arms = outline.arms.filter((arm) => arm.names.some(isWord) && !isRefused(arm));
    const [usage] = outline.arms
      .filter(({ isDefault }) => isDefault)
      .flatMap(({ commands }) => commands.flatMap((each) => usageOf(script.text, each) ?? []));
    if (usage === undefined || arms.length === 0) return [];
    return compare(usage, arms, outline);
  },
};

interface Usage {
  readonly range: TextRange;
  readonly listed: readonly string[];
}

/** An arm that only says that the action is not there need not be listed. */
function isRefused({ commands }: ScriptArm): boolean {
  return (
    commands.every(onlyTalks) &&
    commands.some(({ name, args }) => name === "exit" && args[0] === String(actionStatus.notImplemented))
  );
}

function isWord(name: string): boolean {
  return /^[a-z][\w-]*$/i.test(name);
}

/** The list of actions in what a command prints; undefined where it has none, or one that says more than names. */
function usageOf(text: string, { name, command }: ReachedCommand): Usage | undefined {
  if (name === undefined || !/^(?:echo|printf|gprintf|log_\w+_msg)$/.test(name)) return undefined;
  // No line of help is as long.
  const source = text.slice(command.start, Math.min(command.end, command.start + 2_000));
  const match =
    /\{([^{}$]*\|[^{}$]*)\}/.exec(source) ?? /\(([\w|\s-]*\|[\w|\s-]*)\)/.exec(source) ?? bareList(source);
  if (match?.[1] === undefined) return undefined;
  const start = command.start + match.index + match[0].indexOf(match[1]);
  const listed = match[1].split("|").map((word) => word.trim());
  if (!listed.includes("start") || !listed.every(isWord)) return undefined;
  return { range: { start, end: start + match[1].length }, listed };
}

function bareList(source: string): RegExpExecArray | null {
  return /(?<![\w|-])(\w[\w-]*(?:\|\w[\w-]*)+)(?![\w|-])/.exec(source);
}

function compare(
  { range, listed }: Usage,
  arms: readonly ScriptArm[],
  { arm }: ScriptOutline,
): readonly ScriptReport[] {
  const unlisted = arms.filter(({ names }) => !names.some((name) => listed.includes(name)));
  const lost = listed.filter((name) => arm(name) === undefined);
  if (unlisted.length === 0 && lost.length === 0) return [];
  const faults = [
    ...(unlisted.length === 0
      ? []
      : [
          message("action-unlisted.unlisted", {
            actions: listOf(
              unlisted.map(({ names }) => names[0] ?? ""),
              "and",
            ),
          }),
        ]),
    ...(lost.length === 0
      ? []
      : [message("action-unlisted.lost", { actions: listOf(lost, "and"), count: lost.length })]),
  ];
  const names = arms.flatMap((arm) => arm.names.filter(isWord));
  const fix = suggestion(message("action-unlisted.fix"), range, names.join("|"));
  return [{ range, message: message("action-unlisted", { faults: listOf(faults, "and") }), fixes: [fix] }];
}
