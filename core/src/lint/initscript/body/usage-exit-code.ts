import { actionStatus } from "../../../initscript/facts/script-actions.ts";
import type { ShellStatement } from "../../../shell/script.ts";
import { suggestion } from "../../report.ts";
import type { ScriptRule } from "../contract.ts";
import { message } from "../message.ts";
import { bodyFacts, defaultDelegates, onlyTalks } from "./body-facts.ts";

/** What the standard calls bad arguments. */
const { badArguments } = actionStatus;

export const usageExitCode: ScriptRule = {
  id: "usage-exit-code",
  code: "IT842",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  sources: ["LSB Core, Init Script Actions"],
  docs: {
    what: "An action that the script does not know ends with status 0.",
    why: "The caller takes that for success: a mistyped action, or a reload that the script does not have, seems to have been carried out.",
    instead: "End with 2 (bad arguments) or 3 (not implemented); 1 is common too.",
    wrong: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  *)\n    echo "Usage: $0 {start}"\n    exit 0\n    ;;\nesac\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  *)\n    echo "Usage: $0 {start}"\n    exit 2\n    ;;\nesac\n',
      },
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  *) echo "Usage: $0 {start}" ;;\nesac\n\nexit 0\n',
        fixed:
          '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  *) echo "Usage: $0 {start}"; exit 2 ;;\nesac\n\nexit 0\n',
      },
    ],
    right: [
      {
        text: '#!/bin/sh\ncase "$1" in\n  start) svcd ;;\n  *) echo "Usage: $0 {start}"; exit 3 ;;\nesac\n\nexit 0\n',
      },
      {
        text: '#!/bin/sh\nRETVAL=0\ncase "$1" in\n  start) svcd; RETVAL=$? ;;\n  *) echo "Usage: $0 {start}"; RETVAL=2 ;;\nesac\nexit $RETVAL\n',
      },
    ],
  },
  scope: "script",
  families: "headers",
  needs: ["shell"],
  check: (script) => {
    const facts = bodyFacts(script);
    if (facts?.outline.dispatch !== "case" || defaultDelegates(facts.outline)) return [];
    const { outline, places } = facts;
    const arm = outline.arms.find(({ isDefault }) => isDefault);
    if (arm === undefined || !arm.complete || arm.names.length > 0) return [];
    const said = message("usage-exit-code");
    const exits = arm.commands.filter(({ name }) => name === "exit");
    const [zero] = exits;
    if (zero !== undefined) {
      if (exits.length > 1 || zero.args[0] !== "0") return [];
      const [, word] = zero.command.words;
      return word === undefined
        ? []
        : [
            {
              range: zero.command,
              message: said,
              fixes: [suggestion(message("fix.end-with", { text: badArguments }), word, `${badArguments}`)],
            },
          ];
    }
    // Without an exit of its own the arm must do nothing but talk, and nothing but a success may follow.
    if (arm.commands.length === 0 || !arm.commands.every(onlyTalks)) return [];
    if (
      arm.commands.some(
        ({ command, name }) =>
          command.assignments.length > 0 || name === "return" || name === "false" || name === "failure",
      )
    )
      return [];
    const last = arm.commands.findLast(({ via }) => via.length === 0)?.command;
    const main = last === undefined ? undefined : places.get(last)?.owner;
    const place = main === undefined ? undefined : places.get(main);
    if (last === undefined || place?.role !== "script") return [];
    const rest = place.list.slice(place.index + 1);
    if (!rest.every(isSuccess)) return [];
    const fix = suggestion(
      message("fix.end-with", { text: badArguments }),
      { start: last.end, end: last.end },
      `; exit ${badArguments}`,
    );
    return [{ range: arm.head, message: said, fixes: [fix] }];
  },
};

function isSuccess(statement: ShellStatement): boolean {
  if (statement.kind !== "command" || statement.assignments.length > 0) return false;
  const words = statement.words.map(({ text }) => text).join(" ");
  return words === "exit 0" || words === ":" || words === "true";
}
