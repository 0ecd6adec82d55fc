// What OpenRC's own start function does with the variables of a service that has none.

import type { ScriptOutline } from "../../../initscript/script/outline.ts";
import { plainText } from "../../../initscript/script/plain-text.ts";
import type { ProgramWord } from "../../../programs/called.ts";
import type { ShellAssignment } from "../../../shell/script.ts";
import type { ScriptContext, ScriptReport } from "../contract.ts";
import { message } from "../message.ts";
import { guess } from "../packaging/edits.ts";
import { stayingProgram } from "./staying.ts";

/**
 * What it waits for without an end: `command` in the foreground. Source: openrc-run(8), command_background; the default
 * start hands `command` and its arguments to start-stop-daemon, which waits unless it has `--background`.
 */
export function openrcDefaultStart(
  script: ScriptContext,
  { functions }: ScriptOutline,
): readonly ScriptReport[] {
  const { text } = script;
  if (!/^#![^\n]*\/openrc-run\b/.test(text) || functions.has("start")) return [];
  // Whatever else may put it into the background, the settings in conf.d and files that are read included.
  if (decides.test(text) || /^[ \t]*(?:\.|source|eval)[ \t]/m.test(text) || isSetElsewhere(script)) return [];
  const command = assignedOnce(script, "command");
  const program = command?.value === undefined ? undefined : plainText(command.value);
  if (command === undefined || program === undefined) return [];
  const words = ["command_args", "command_args_foreground"].map((name) => {
    if (!new RegExp(String.raw`\b${name}\b`).test(text)) return "";
    const { value } = assignedOnce(script, name) ?? {};
    return value === undefined ? undefined : plainText(value);
  });
  if (!words.every((each) => each !== undefined)) return [];
  const called = [program, ...words]
    .join(" ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word): ProgramWord => ({ start: command.start, end: command.end, text: word }));
  // What the shell would make of quotes and the like is not known here.
  if (called.some((word) => /["'$`\\;&|<>*?]/.test(word.text))) return [];
  const what = stayingProgram(called, script.findProgram);
  return what === undefined
    ? []
    : [{ range: command, message: what, fixes: [inBackground(script, command)] }];
}

/** Variables by which something else than a plain start in the foreground happens. */
const decides =
  /\b(?:command_background|command_args_background|supervisor|start_stop_daemon_args|start_inactive|notify)\b/;

function isSetElsewhere({ name, tree }: ScriptContext): boolean {
  const base = name.split(".")[0] ?? "";
  const paths = ["etc/rc.conf", `etc/conf.d/${name}`, `etc/conf.d/${base}`];
  return tree?.openrc?.files.some(({ path, text }) => paths.includes(path) && decides.test(text)) === true;
}

/** The only assignment to a variable, where it stands outside functions and conditions. */
function assignedOnce({ text, shell }: ScriptContext, name: string): ShellAssignment | undefined {
  const plain = (shell?.body ?? []).flatMap((statement) =>
    statement.kind === "command" && statement.words.length === 0
      ? statement.assignments.filter((each) => each.name === name)
      : [],
  );
  const all = text.match(new RegExp(String.raw`(?<![\w-])${name}(?::?=|\+=)`, "g")) ?? [];
  return plain.length === 1 && all.length === 1 ? plain[0] : undefined;
}

function inBackground({ text, lines }: ScriptContext, command: ShellAssignment): ReturnType<typeof guess> {
  const last = assignedLast(text, command);
  const end = lines.find((line) => line.start <= last && last <= line.end)?.end ?? command.end;
  const pidFile = /\bpidfile=/.test(text) ? "" : '\npidfile="/run/$RC_SVCNAME.pid"';
  return guess(message("start-never-returns.fix"), [
    { start: end, end, text: `\ncommand_background=yes${pidFile}` },
  ]);
}

/** Where the lines about the command end, as they usually stand together. */
function assignedLast(text: string, { end }: ShellAssignment): number {
  const [lines = ""] = /^(?:[^\n]*\ncommand_\w+=[^\n]*)*/.exec(text.slice(end)) ?? [];
  return end + lines.length;
}
