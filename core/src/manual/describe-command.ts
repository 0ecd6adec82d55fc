// How the command of a record is run, in words.

import type { Action } from "../inittab/actions.ts";
import { type CommandLine, commandLine, type ShellCommand } from "../inittab/command.ts";
import type { Message } from "../text/message.ts";
import { message } from "./message.ts";
import type { DescribeContext, RecordFields } from "./record-context.ts";

/** What init makes of the process of this record; nothing for an action that runs none. */
export function commandSentences(
  record: RecordFields,
  context: DescribeContext,
  action: Action,
): readonly Message[] {
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
  const { start, end } = command.flags;
  const unaccounted = process.slice(start, end).includes("+") && !command.accounted;
  return [
    ...howItRuns(process, command, action, action.runlevels !== "ignored" && runlevels.includes("S")),
    ...(unaccounted ? [message("command.no-accounting")] : []),
  ];
}

function howItRuns(
  process: string,
  command: CommandLine,
  action: Action,
  inSingleToo: boolean,
): readonly Message[] {
  const text = (range: { readonly start: number; readonly end: number }) =>
    process.slice(range.start, range.end).trimEnd();
  switch (command.kind) {
    case "nothing":
      return [message(action.respawns ? "command.nothing-respawns" : "command.nothing")];
    case "initscript":
      return [message("command.initscript", { single: inSingleToo })];
    case "shell":
      return [shellSentence(process, command)];
    case "direct": {
      const flag = message(text(command.flags).includes("@") ? "command.at-flag" : "command.without-shell");
      if (command.cutBy === undefined) return [flag];
      const lost = text(command.lost);
      if (command.cutBy === "words")
        return [flag, message("command.words-lost", { count: command.words.length, lost })];
      return [flag, message("command.cut-at-hash", { lost, empty: command.argv.at(-1) === "" })];
    }
  }
}

/** Because of the exec nothing behind the first command is reached. Observed: exec-shell-chains, exec-shell-assignment. */
export function shellSentence(process: string, command: ShellCommand): Message {
  const because =
    command.because === undefined
      ? ""
      : message("command.because-of", {
          text: process.slice(command.because.start, command.because.end),
        });
  return message("command.shell", { because, exec: command.execs ? execOf(process, command) : "" });
}

function execOf(process: string, command: ShellCommand): Message {
  const script = process.slice(command.script.start, command.script.end);
  if (/^[ \t]*[A-Za-z_]\w*=/.test(script)) return message("command.exec-assignment");
  const operator = /;|&&|\|\|/.exec(script)?.[0];
  return operator === undefined || /['"`(\\]/.test(script.slice(0, script.indexOf(operator)))
    ? message("command.with-exec")
    : message("command.exec-operator", { operator });
}
