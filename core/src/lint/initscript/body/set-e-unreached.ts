import type { ReachedCommand } from "../../../initscript/script/outline.ts";
import type { ShellStatement } from "../../../shell/script.ts";
import { suggestion } from "../../report.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand } from "./body-facts.ts";
import { isToldBySetE } from "./log-end-msg-set-e.ts";
import { following } from "./places.ts";
import { isAlwaysZero } from "./status-always-zero.ts";
import { endsScriptWhenFailing, errexit, type StatusWorld } from "./status-fate.ts";
import { type StatusLook, statusLook } from "./status-looks.ts";

export const setEUnreached: ScriptRule = {
  id: "set-e-unreached",
  code: "IT857",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: [
    "POSIX.1-2017, set: -e",
    "observed: dash 0.5.12, bash 5.2 and BusyBox 1.35.0 end at the command that fails, before `$?` is looked at",
  ],
  docs: {
    what: "Under `set -e` the script checks the status of the previous command, which can only be 0.",
    why: "`set -e` ends the script as soon as a command fails that stands by itself.\nIf the next line checks `$?`, either it is 0 or the script has already ended: the branch for a failure is never reached, no failure is reported, and nothing is cleaned up.",
    instead:
      "Put the command itself in the condition, or keep its status with `|| status=$?`.\nThe rule `log-end-msg-set-e` covers functions that return numbers.",
    wrong: [
      {
        text: '#!/bin/sh\nset -e\ncase "$1" in\n  start)\n    /usr/sbin/svcd\n    if [ $? -ne 0 ]; then\n      rm -f /run/svc.starting\n    fi\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    log_daemon_msg Starting svc\n    /usr/sbin/svcd\n    log_end_msg $?\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh -e\n. /lib/lsb/init-functions\ncase "$1" in\n  start)\n    log_daemon_msg Starting svc\n    status=0; /usr/sbin/svcd || status=$?\n    log_end_msg $status\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\nset -e\ncase "$1" in\n  start)\n    if ! /usr/sbin/svcd; then\n      rm -f /run/svc.starting\n    fi\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start)\n    /usr/sbin/svcd\n    if [ $? -ne 0 ]; then\n      rm -f /run/svc.starting\n    fi\n    ;;\nesac\n',
      },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined || errexit(script.text, facts.outline) !== "on") return [];
    if (facts.outline.shell.errors.length > 0) return [];
    return everyCommand(facts.outline).flatMap(({ reach, reached }): readonly ScriptReport[] => {
      const { command, name } = reached;
      const next = following(facts.places, command);
      const first = statusLook(next);
      const kept = first?.kind === "keeps" ? keptFor(facts, next, first.name) : undefined;
      const look = first?.kind === "keeps" ? kept?.look : first;
      // What a function is asked for is told where it is called; the end of the script has the right status anyway.
      if (
        look === undefined ||
        name === undefined ||
        isAlwaysZero(command) ||
        isToldBySetE(facts, reach, reached)
      )
        return [];
      if (look.kind === "keeps" || (look.kind === "tells" && /^(?:exit|return)$/.test(look.name))) return [];
      if (!endsScriptInEveryArm(facts, reached)) return [];
      // Where nothing is done for a failure, nothing is lost.
      const decider = kept?.statement ?? next;
      const dead = look.kind === "decides" && decider !== undefined ? unreached(decider) : [];
      if (dead === undefined || (look.kind === "decides" && dead.length === 0)) return [];
      const { range } = first?.kind === "keeps" ? first : look;
      const word = facts.text.slice(range.start, range.end);
      const isPlain =
        first === look &&
        look.kind === "tells" &&
        command.redirects.every(({ operator }) => !operator.startsWith("<<"));
      return [
        {
          range,
          ...(dead.some(doesSomething) ? {} : { severity: "information" as const }),
          message: message(`set-e-unreached.${look.kind}`, { name }),
          related: [{ range: command, message: message("set-e-unreached.ends", { name }) }],
          fixes: isPlain
            ? [
                {
                  title: message("set-e-unreached.fix"),
                  kind: "suggestion" as const,
                  edits: [
                    { start: command.start, end: command.start, text: "status=0; " },
                    { start: command.end, end: command.end, text: " || status=$?" },
                    ...suggestion(
                      message("set-e-unreached.fix"),
                      range,
                      word.replace(/"?\$\{?\?\}?"?/, "$status"),
                    ).edits,
                  ],
                },
              ]
            : [],
        },
      ];
    });
  },
};

/** Where a variable that has been given `$?` is looked at, before it gets another value, in the same list. */
function keptFor(
  { places }: StatusWorld,
  keeping: ShellStatement | undefined,
  name: string,
): { readonly statement: ShellStatement; readonly look: StatusLook } | undefined {
  const place = keeping && places.get(keeping);
  for (const statement of place?.list.slice(place.index + 1) ?? []) {
    const look = statusLook(statement, name);
    if (look !== undefined && look.kind !== "keeps") return { statement, look };
    if (statement.kind !== "command" || statement.assignments.some((each) => each.name === name))
      return undefined;
  }
  return undefined;
}

/** A function may be asked in one arm and stand by itself in another one. */
function endsScriptInEveryArm(facts: StatusWorld, { command }: ReachedCommand): boolean {
  const { arms, topLevel } = facts.outline;
  return [...arms, { commands: topLevel, complete: true }].every((reach) =>
    reach.commands
      .filter((each) => each.command === command)
      .every((each) => endsScriptWhenFailing(facts, reach, each)),
  );
}

/** What is never reached, since the status is 0; undefined where that cannot be told. */
function unreached(statement: ShellStatement): readonly ShellStatement[] | undefined {
  switch (statement.kind) {
    case "case":
      return statement.arms
        .filter(({ patterns }) => !patterns.some(({ text }) => /^["']?0["']?$/.test(text)))
        .flatMap(({ body }) => body);
    case "if": {
      const [first, ...more] = statement.branches;
      const isFailure = asksForFailure(first?.condition[0]);
      if (first === undefined || isFailure === undefined) return undefined;
      return isFailure ? first.body : [...more.flatMap(({ body }) => body), ...statement.otherwise];
    }
    case "and-or": {
      const isFailure = asksForFailure(statement.left);
      if (isFailure === undefined) return undefined;
      return isFailure === (statement.operator === "&&") ? [statement.right] : [];
    }
    default:
      return undefined;
  }
}

/** Whether a test asks if something went wrong, or if all went well. */
function asksForFailure(statement: ShellStatement | undefined): boolean | undefined {
  if (statement?.kind !== "command") return undefined;
  const words = statement.words.map(({ text }) => text.replace(/["']/g, ""));
  if (!words.includes("0") || words[1] === "!") return undefined;
  if (words.some((word) => /^(?:-ne|-gt|!=)$/.test(word))) return true;
  return words.some((word) => /^(?:-eq|==?)$/.test(word)) ? false : undefined;
}

/** To end the script is what `set -e` does anyway. */
function doesSomething(statement: ShellStatement): boolean {
  return (
    statement.kind !== "command" ||
    !/^(?:exit|return|echo|printf|log_\w+)$/.test(statement.words[0]?.text ?? "")
  );
}
