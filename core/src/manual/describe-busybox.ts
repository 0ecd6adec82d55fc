// What a record does under BusyBox and toybox, in words. Observed: BusyBox 1.35.

import { type CommandLine, commandLine } from "../inittab/command.ts";
import type { RecordFields } from "./describe.ts";
import { shellSentence } from "./describe-command.ts";

/** The sentences about a record whose action is known to be one of the eight. */
export function describeBusyboxRecord(
  record: RecordFields,
  dialect: "busybox" | "toybox",
): readonly string[] {
  const command = commandLine(record.process, { dialect });
  return [
    whenItRuns(record, dialect),
    ...(record.runlevels === "" ? [] : ["The runlevels field is ignored."]),
    ...howItRuns(record.process, command),
  ];
}

function whenItRuns(record: RecordFields, dialect: "busybox" | "toybox"): string {
  const tty = record.id.replace(/^\/dev\//, "");
  const place = tty === "" ? "on init's console" : tty === "null" ? "without a terminal (null)" : `on ${tty}`;
  switch (record.action) {
    case "sysinit":
      return `The process is started ${place} at boot before anything else; init waits for it.`;
    case "wait":
      return `The process is started ${place} at boot after the sysinit entries; init waits for it.`;
    case "once":
      return `The process is started ${place} at boot after the wait entries; init does not wait.`;
    case "askfirst":
      if (dialect === "busybox" && tty !== "null")
        return `The process is kept running ${place}: each start waits until somebody presses Enter there.`;
      return `The process is kept running ${place}: init starts it again a second after it ends.`;
    case "respawn":
      return `The process is kept running ${place}: init starts it again a second after it ends.`;
    case "ctrlaltdel":
      return `On Ctrl-Alt-Del (SIGINT) init runs the process ${place} and waits for it.`;
    case "shutdown":
      return `Before the machine halts, reboots or switches off init runs the process ${place} and waits for it.`;
    case "restart":
      return "On SIGQUIT process 1 runs the shutdown entries and then becomes this program.";
    default:
      return "";
  }
}

function howItRuns(process: string, command: CommandLine): readonly string[] {
  const dash = command.flags.end > 0;
  switch (command.kind) {
    case "shell":
      return [
        shellSentence(process, command),
        ...(dash ? ["The leading - reaches that shell, not the program."] : []),
      ];
    case "direct":
      if (command.program === "")
        return [
          "A blank stands where the program's name begins, so init looks for a program without a name and fails.",
        ];
      return [dash ? "The leading - makes it a login program." : "It runs without a shell."];
    case "initscript":
    case "nothing":
      return [];
  }
}
