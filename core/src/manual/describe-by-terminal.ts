// What a record does under BusyBox and toybox, in words. Observed: BusyBox 1.35.

import { type CommandLine, commandLine } from "../inittab/command.ts";
import { type Dialect, dialectFacts } from "../inittab/dialect.ts";
import type { Message } from "../text/message.ts";
import { shellSentence } from "./describe-command.ts";
import { message } from "./message.ts";
import type { RecordFields } from "./record-context.ts";

/** The sentences about a record whose action is known to be one of the eight. */
export function describeByTerminal(record: RecordFields, dialect: Dialect): readonly Message[] {
  const command = commandLine(record.process, { dialect });
  return [
    ...whenItRuns(record, dialect),
    ...(record.runlevels === "" ? [] : [message("record.runlevels-ignored")]),
    ...howItRuns(record.process, command),
  ];
}

function whenItRuns(record: RecordFields, dialect: Dialect): readonly Message[] {
  const tty = record.id.replace(/^\/dev\//, "");
  const place = placeOf(tty);
  switch (record.action) {
    case "askfirst":
      return [
        message(
          dialectFacts[dialect].asksFirst === true && tty !== "null" ? "busybox.askfirst" : "busybox.respawn",
          { place },
        ),
      ];
    case "sysinit":
    case "wait":
    case "once":
    case "respawn":
    case "ctrlaltdel":
    case "shutdown":
      return [message(`busybox.${record.action}`, { place })];
    case "restart":
      return [message("busybox.restart")];
    default:
      return [];
  }
}

function placeOf(tty: string): Message {
  if (tty === "") return message("busybox.console");
  return tty === "null" ? message("busybox.no-terminal") : message("busybox.on-terminal", { terminal: tty });
}

function howItRuns(process: string, command: CommandLine): readonly Message[] {
  const dash = command.flags.end > 0;
  switch (command.kind) {
    case "shell":
      return [shellSentence(process, command), ...(dash ? [message("command.dash-reaches-shell")] : [])];
    case "direct":
      if (command.program === "") return [message("command.no-name")];
      return [message(dash ? "command.dash-login" : "command.without-shell")];
    case "initscript":
    case "nothing":
      return [];
  }
}
