import type { ShellStatement } from "../../../shell/script.ts";
import type { ScriptReport, ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, everyCommand, onlyTalks } from "./body-facts.ts";
import { insertedBehind, removedStatement } from "./edits.ts";
import { following, type Places } from "./places.ts";
import { errexit } from "./status-fate.ts";
import { statusLook } from "./status-looks.ts";

export const statusAlwaysZero: ScriptRule = {
  id: "status-always-zero",
  code: "IT858",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  sources: ["POSIX.1-2017, special parameter ?", "LSB Core, Init Script Actions"],
  docs: {
    what: "`$?` is checked after `echo`, so it is the status of `echo`, which is always 0.",
    why: "The status of the program or function before it is lost: whatever happened, the script reports success, keeps 0, or goes on as if all were well.",
    instead: "Keep the status right after the command in question, and print the message afterwards.",
    wrong: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\nstart() {\n  daemon svcd\n  echo\n  RETVAL=$?\n  [ $RETVAL -eq 0 ] && touch /var/lock/subsys/svc\n}\ncase "$1" in\n  start) start ;;\nesac\n',
        fixed:
          '#!/bin/sh\n. /etc/init.d/functions\nstart() {\n  daemon svcd\n  RETVAL=$?\n  echo\n  [ $RETVAL -eq 0 ] && touch /var/lock/subsys/svc\n}\ncase "$1" in\n  start) start ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start)\n    /usr/sbin/svcd\n    echo "svc started"\n    exit $?\n    ;;\nesac\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\n. /etc/init.d/functions\nstart() {\n  daemon svcd\n  RETVAL=$?\n  echo\n  return $RETVAL\n}\ncase "$1" in\n  start) start ;;\nesac\n',
      },
      { text: '#!/bin/sh\ncase "$1" in\n  start)\n    echo "nothing to start"\n    exit $?\n    ;;\nesac\n' },
    ],
  },
  scope: "script",
  families: "all",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts === undefined || errexit(script.text, facts.outline) !== "off") return [];
    const { outline, places, text } = facts;
    return everyCommand(outline).flatMap(({ reached }): readonly ScriptReport[] => {
      const { name, command } = reached;
      // What becomes of the answer of `status` is what another rule tells.
      if (name === undefined || onlyTalks(reached) || isTestOrStatus(name)) return [];
      if (statusLook(following(places, command)) !== undefined) return [];
      const last = lastOfTalk(places, command);
      const next = last === undefined ? undefined : following(places, last);
      const look = statusLook(next);
      if (last === undefined || next === undefined || look === undefined) return [];
      const talker = last.kind === "command" ? (last.words[0]?.text ?? "") : "";
      const moved = [
        insertedBehind(text, command, text.slice(look.range.start, look.range.end)),
        removedStatement(text, next),
      ];
      return [
        {
          range: look.range,
          message: message("status-always-zero", { talker, name }),
          related: [{ range: command, message: message("status-always-zero.meant") }],
          fixes:
            look.kind === "keeps" && !command.background
              ? [{ title: message("status-always-zero.fix", { name }), kind: "suggestion", edits: moved }]
              : [],
        },
      ];
    });
  },
};

/** A command that says something and ends with 0 unless nobody can read it. */
export function isAlwaysZero(statement: ShellStatement): boolean {
  if (statement.kind !== "command" || statement.background) return false;
  const [name] = statement.words;
  // A redirection can fail.
  if (name === undefined || statement.redirects.some(({ operator }) => !/^\d*>&\d?$/.test(operator)))
    return false;
  return ["echo", "printf", ":", "true"].includes(name.text) && !mayFailInside(statement);
}

/** A substitution of commands in the words says nothing of the status of `echo`, but then more is meant than a word. */
function mayFailInside({ words }: Extract<ShellStatement, { readonly kind: "command" }>): boolean {
  return words.some(({ parts }) => parts.some(({ kind }) => kind === "substitution"));
}

/** The last of the commands behind this one that only say something; undefined where there is none. */
function lastOfTalk(places: Places, from: ShellStatement): ShellStatement | undefined {
  let last: ShellStatement | undefined;
  for (let at = following(places, from); at !== undefined && isAlwaysZero(at); at = following(places, at))
    last = at;
  return last;
}

function isTestOrStatus(name: string): boolean {
  return /^(?:\[|\[\[|test|status|status_of_proc|pidofproc|checkproc|cd|set|shift|local|export|unset|\.|source|return|exit|rm|touch|sleep)$/.test(
    name,
  );
}
