// How the command of a record is run, in words.

import type { Action } from "../inittab/actions.ts";
import { type CommandLine, commandLine, type ShellCommand } from "../inittab/command.ts";
import type { DescribeContext, RecordFields } from "./describe.ts";

/** What init makes of the process of this record; nothing for an action that runs none. */
export function commandSentences(
  record: RecordFields,
  context: DescribeContext,
  action: Action,
): readonly string[] {
  if (action.process === "ignored") return [];
  const { id, runlevels, process } = record;
  const options = {
    dialect: context.dialect,
    ...(context.version === undefined ? {} : { version: context.version }),
  };
  // In S, and only there, init goes without the script. Observed: initscript-basic.
  const scripted = context.initscript === true && runlevels !== "S";
  const command = commandLine(
    process,
    scripted ? { ...options, initscript: { id, runlevels, action: action.name } } : options,
  );
  const unaccounted = process.startsWith("+") && !command.accounted && context.dialect === "sysvinit";
  return [
    ...howItRuns(process, command, action, action.runlevels !== "ignored" && runlevels.includes("S")),
    ...(unaccounted ? ["The + keeps it out of utmp and wtmp."] : []),
  ];
}

function howItRuns(
  process: string,
  command: CommandLine,
  action: Action,
  inSingleToo: boolean,
): readonly string[] {
  const text = (range: { readonly start: number; readonly end: number }) =>
    process.slice(range.start, range.end).trimEnd();
  switch (command.kind) {
    case "nothing":
      return [
        action.respawns
          ? "There is no command, so each start ends at once, and after ten of them init gives up for five minutes."
          : "There is no command, so the start ends at once without a message.",
      ];
    case "initscript":
      return [`It is run by /etc/initscript${inSingleToo ? ", but not in S" : ""}.`];
    case "shell":
      return [shellSentence(process, command)];
    case "direct": {
      const flag = text(command.flags).includes("@")
        ? "The @ keeps the shell away."
        : "It runs without a shell.";
      if (command.cutBy === undefined) return [flag];
      if (command.cutBy === "words")
        return [
          flag,
          `Only the first ${command.words.length} words count; "${text(command.lost)}" is dropped.`,
        ];
      const empty = command.argv.at(-1) === "" ? ", and the last argument is empty" : "";
      return [flag, `The command ends at the #: "${text(command.lost)}" is dropped${empty}.`];
    }
  }
}

/** Because of the exec nothing behind the first command is reached. Observed: exec-shell-chains, exec-shell-assignment. */
export function shellSentence(process: string, command: ShellCommand): string {
  const script = process.slice(command.script.start, command.script.end);
  const because =
    command.because === undefined
      ? ""
      : ` because of the ${process.slice(command.because.start, command.because.end)}`;
  if (!command.execs) return `A shell runs it${because}.`;
  if (/^[ \t]*[A-Za-z_]\w*=/.test(script))
    return `A shell runs it${because}, with exec in front, so that the assignment is taken for the program.`;
  const operator = /;|&&|\|\|/.exec(script)?.[0];
  return operator === undefined || /['"`(\\]/.test(script.slice(0, script.indexOf(operator)))
    ? `A shell runs it${because}, with exec in front.`
    : `A shell runs it${because}, with exec in front, so that nothing behind ${operator} is reached.`;
}
