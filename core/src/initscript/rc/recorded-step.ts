// A walk in the shape of a recorded case: what somebody who watches rc from outside sees of it.

import type { RcStep, RcSystem, RcWalk } from "./model.ts";

/** A call of a script, or of initctl. */
interface RecordedCall {
  readonly script: string;
  readonly arg: string;
  readonly previous: string;
  readonly runlevel: string;
}

/** What one change of runlevel looks like from outside. */
export interface RecordedStep {
  readonly calls: readonly RecordedCall[];
  readonly locks: readonly string[];
  readonly exit: number;
  readonly stdout: readonly string[];
  readonly stderr?: readonly string[];
  readonly "confirm file left"?: boolean;
}

/** The walk as it would be recorded; the system is that before the walk. */
export function recordedStep(walk: RcWalk, system: RcSystem): RecordedStep {
  const stderr = linesOf(walk.stderr);
  return {
    calls: walk.steps.flatMap(recordedCall),
    locks: [...walk.locks, ...system.lockFolders].toSorted(),
    exit: walk.exit,
    stdout: linesOf(walk.stdout),
    ...(stderr.length > 0 ? { stderr } : {}),
    ...(system.confirm === undefined ? {} : { "confirm file left": walk.confirmFileLeft }),
  };
}

/** Lines without their newlines; an unfinished last line counts. */
function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function recordedCall(step: RcStep): readonly RecordedCall[] {
  switch (step.kind) {
    case "call":
      // The distribution's killall does not report itself as the made-up scripts do.
      if (step.killall) return [];
      return [{ script: step.path, arg: step.argument, previous: step.previous, runlevel: step.runlevel }];
    case "event":
      return [
        {
          script: "initctl",
          arg: `emit --quiet ${step.event} JOB=${step.job}`,
          previous: "-",
          runlevel: "-",
        },
      ];
    case "failed-call":
    case "skip":
    case "orphan-lock-removed":
      return [];
  }
}
