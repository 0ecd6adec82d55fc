// Red Hat's rc: locks decide what is up. Spec 5.1.

import type { RedHatRc } from "../facts/rc-flavors.ts";
import { killAll } from "./killall.ts";
import {
  beginWalk,
  type CallOutcome,
  callScript,
  endWalk,
  entriesOf,
  type RcEntry,
  type RcSystem,
  type RcWalk,
  type RunlevelChange,
  type SkipReason,
  type Walking,
  written,
} from "./model.ts";

/** Walks through the folder of a level as one of Red Hat's rc programs does. */
export function walkRedHat(rc: RedHatRc, system: RcSystem, change: RunlevelChange): RcWalk {
  const [argument = ""] = change.args;
  const reported = rc.levelWithoutArgument === "reported" ? change.runlevel : "";
  const walk = beginWalk(system, change.previous, argument === "" ? reported : argument);
  const asks = newConfirmation(rc, walk);
  if (rc.greets && walk.previous === "N")
    walk.stdout += `Entering ${system.confirm === undefined ? "non-interactive" : "interactive"} startup\n`;
  if (!system.folders.has(walk.runlevel)) return endWalk(walk, 0, asks.file);
  let last = 0;
  for (const entry of entriesOf(system, walk.runlevel, "K")) last = stop(rc, walk, entry);
  let halted = false;
  last = 0;
  for (const entry of entriesOf(system, walk.runlevel, "S")) {
    if (halted) {
      walk.steps.push({ kind: "skip", entry: entry.name, reason: "behind-halt" });
      continue;
    }
    const outcome = start(rc, walk, entry, asks);
    last = outcome.exit;
    halted = outcome.halted;
  }
  if (halted) return endWalk(walk, last, asks.file);
  const left =
    rc.confirmation === "none" ||
    rc.confirmation === "once-at-boot" ||
    (rc.confirmation === "once" && !asks.on);
  return endWalk(walk, rc.ends === "zero" ? 0 : last, left && asks.file);
}

/** The name that locks are looked up by: what is after the third character. */
function subsystemOf(entry: string, level: string): string {
  // A shorter name does not match the pattern, so the shell leaves the whole path.
  return entry.length < 3 ? `/etc/rc${level}.d/${entry}` : entry.slice(3);
}

function stop(rc: RedHatRc, walk: Walking, entry: RcEntry): number {
  const subsystem = subsystemOf(entry.name, walk.runlevel);
  const obstacle =
    obstacleOf(rc, entry) ?? (isLocked(walk, subsystem, "either-lock") ? undefined : "not-locked");
  if (obstacle !== undefined) return skip(walk, entry, obstacle);
  emit(rc, walk, "stopping", subsystem);
  const announced = rc.announcement !== "none" && !speaksForItself(rc, entry, subsystem, "stop");
  const exit = run(rc, walk, {
    entry,
    argument: "stop",
    announce: announced ? `Stopping ${subsystem}: ` : undefined,
  });
  emit(rc, walk, "stopped", subsystem);
  return exit;
}

interface StartOutcome {
  readonly exit: number;
  readonly halted: boolean;
}

function start(rc: RedHatRc, walk: Walking, entry: RcEntry, asks: Confirmation): StartOutcome {
  const subsystem = subsystemOf(entry.name, walk.runlevel);
  const obstacle =
    obstacleOf(rc, entry) ?? (isLocked(walk, subsystem, rc.startSkippedBy) ? "locked" : undefined);
  if (obstacle !== undefined) return { exit: skip(walk, entry, obstacle), halted: false };
  if (!confirmed(walk, asks, subsystem)) return { exit: skip(walk, entry, "declined"), halted: false };
  emit(rc, walk, "starting", subsystem);
  if (rc.replacedByHalt && (subsystem === "halt" || subsystem === "reboot"))
    return { exit: run(rc, walk, { entry, argument: "start", announce: undefined }), halted: true };
  const announced = rc.announcement !== "none" && !speaksForItself(rc, entry, subsystem, "start");
  const exit = run(rc, walk, {
    entry,
    argument: "start",
    announce: announced ? `Starting ${subsystem}: ` : undefined,
  });
  emit(rc, walk, "started", subsystem);
  return { exit, halted: false };
}

function skip(walk: Walking, { name }: RcEntry, reason: SkipReason): number {
  walk.steps.push({ kind: "skip", entry: name, reason });
  return 0;
}

function obstacleOf(rc: RedHatRc, entry: RcEntry): SkipReason | undefined {
  if (rc.checks === "regular-file") return entry.kind === "regular" ? undefined : "not-a-file";
  if (entry.kind === "missing") return "not-a-file";
  if (entry.kind === "regular" && !entry.executable) return "not-executable";
  return rc.backupEndings.some((ending) => entry.name.endsWith(ending)) ? "backup-name" : undefined;
}

function isLocked(walk: Walking, subsystem: string, by: RedHatRc["startSkippedBy"]): boolean {
  const found = [subsystem, `${subsystem}.init`].map((lock) => walk.locks.has(lock));
  return by === "either-lock" ? found.some(Boolean) : found.every(Boolean);
}

function emit(rc: RedHatRc, walk: Walking, event: string, job: string): void {
  if (rc.emitsEvents && walk.system.initctl === true) walk.steps.push({ kind: "event", event, job });
}

/** Whether rc expects the script to print its own line. */
function speaksForItself(
  rc: RedHatRc,
  entry: RcEntry,
  subsystem: string,
  argument: "start" | "stop",
): boolean {
  if (argument === "start" && (subsystem === "single" || subsystem === "local")) return true;
  const text = entry.script?.text ?? "";
  if (rc.announcement === "without-functions") return /^..*init.d\/functions/m.test(text);
  return (argument === "start" ? rc.startWords : rc.stopWords).test(text);
}

interface Running {
  readonly entry: RcEntry;
  readonly argument: "start" | "stop";
  readonly announce: string | undefined;
}

/** Runs an entry, with a line and a mark around it if rc announces it. */
function run(rc: RedHatRc, walk: Walking, { entry, argument, announce }: Running): number {
  const outcome = execute(rc, walk, { entry, argument, announced: announce !== undefined });
  const { exit } = outcome;
  const held = rc.holdsOutput && announce !== undefined;
  if (!held) walk.stderr += written(outcome, true);
  const output = held ? outcome.output.map(({ text }) => text).join("") : written(outcome, false);
  if (announce === undefined) {
    walk.stdout += output;
    return exit;
  }
  const shown = held && exit === 0 ? "" : output;
  walk.stdout += `${announce} ${shown}${exit === 0 ? "[  OK  ]" : "[FAILED]"}\r\n`;
  return exit;
}

interface Executing {
  readonly entry: RcEntry;
  readonly argument: "start" | "stop";
  readonly announced: boolean;
}

function execute(rc: RedHatRc, walk: Walking, { entry, argument, announced }: Executing): CallOutcome {
  const line = announced ? rc.shellLines.library : rc.shellLines[argument];
  const speaker = `${announced ? "/etc/init.d/functions" : "/etc/rc.d/rc"}: line ${line}`;
  const path = `rc${walk.runlevel}.d/${entry.name}`;
  if (entry.kind === "directory" || !entry.executable || entry.script === undefined) {
    if (rc.holdsOutput && announced) {
      // initlog runs the file itself and shows its own complaint, since the call has failed.
      walk.steps.push({ kind: "failed-call", path, argument, exit: 255 });
      return { exit: 255, output: [{ text: "execvp: Permission denied\n", error: true }] };
    }
    const problem = entry.kind === "directory" ? "Is a directory" : "Permission denied";
    walk.steps.push({ kind: "failed-call", path, argument, exit: 126 });
    return {
      exit: 126,
      output: [{ text: `${speaker}: ${rc.callsBelow}${path}: ${problem}\n`, error: true }],
    };
  }
  return entry.script.killall
    ? killAll(rc, walk, path, argument)
    : callScript(walk, entry.script, path, argument);
}

/** Whether rc asks before it starts something, and what has been typed. */
interface Confirmation {
  /** The file is there. */
  file: boolean;
  /** rc asks. */
  on: boolean;
  /** Every look goes to the file. */
  readonly looksAgain: boolean;
  answers: string;
}

function newConfirmation(rc: RedHatRc, walk: Walking): Confirmation {
  const file = walk.system.confirm !== undefined;
  const answers = walk.system.confirm ?? "";
  switch (rc.confirmation) {
    case "none":
      return { file, on: false, looksAgain: false, answers };
    case "once":
      return { file, on: file, looksAgain: false, answers };
    case "each-time":
      return { file, on: file, looksAgain: true, answers };
    case "once-at-boot": {
      const boot = walk.previous === "N";
      return { file: file && !boot, on: file && boot, looksAgain: false, answers };
    }
  }
}

function confirmed(walk: Walking, asks: Confirmation, subsystem: string): boolean {
  while (asks.on) {
    walk.stdout += `Start service ${subsystem} (Y)es/(N)o/(C)ontinue? [Y] `;
    const newline = asks.answers.indexOf("\n");
    const line = newline < 0 ? asks.answers : asks.answers.slice(0, newline);
    asks.answers = newline < 0 ? "" : asks.answers.slice(newline + 1);
    const answer = line.replace(/^[ \t]+|[ \t]+$/g, "");
    // The answer is looked for inside these words; one that fits nowhere is asked again.
    if ("yY".includes(answer)) return true;
    if ("cC".includes(answer)) {
      asks.on = false;
      asks.file = false;
      return true;
    }
    if ("nN".includes(answer)) return false;
  }
  return true;
}
