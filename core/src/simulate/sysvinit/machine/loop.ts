// The main loop, in its fixed order of work. Source: spec/sysvinit.md, section 3.

import { readRequests } from "./requests.ts";
import { handlePipeSignals, handleSignals } from "./signals.ts";
import { releaseDisabled, somethingRuns, startEntries } from "./starting.ts";
import type { BusyReason } from "./state.ts";
import { endTransition, makeTransition } from "./transition.ts";
import { emit, endStretch, type Work } from "./work.ts";

/** The places in a pass of the main loop at which init can go on after having waited. */
export type Point = "transition" | "transition-end" | "wait" | "checks" | "pipe-signals" | "start";

/** More passes than this without a wait are a busy loop: a boot needs four. */
const passLimit = 8;

/** Goes on from a point until init waits for something, or until it is clear that it never will. */
export function runLoop(work: Work, from: Point): void {
  let point: Point | undefined = from;
  let passes = 0;
  // What was done before the first whole pass cannot be told from here, so it counts as something.
  work.changed = true;
  while (point !== undefined) {
    if (point === "transition") {
      if (passes > 0 && (!work.changed || passes > passLimit)) {
        spin(work);
        return;
      }
      work.changed = passes === 0;
      passes++;
    }
    point = goOn(work, point);
  }
}

/** Does the work of one point; tells the next one, or undefined where init waits. */
function goOn(work: Work, point: Point): Point | undefined {
  switch (point) {
    case "transition": {
      const outcome = makeTransition(work);
      endStretch(work, "transition");
      return outcome === "done" ? "wait" : outcome === "restarted" ? "start" : undefined;
    }
    case "transition-end":
      endTransition(work);
      return "wait";
    case "wait": {
      if (!somethingRuns(work.state) || work.state.pending.length > 0) return "checks";
      const outcome = readRequests(work, "loop");
      return outcome === "done" ? "checks" : outcome === "restarted" ? "start" : undefined;
    }
    case "checks":
      releaseDisabled(work);
      endStretch(work, "disabled entries");
      return handleSignals(work) === "blocked" ? undefined : "pipe-signals";
    case "pipe-signals":
      handlePipeSignals(work);
      return "start";
    case "start":
      startEntries(work);
      endStretch(work, "starting");
      return "transition";
  }
}

function spin(work: Work): void {
  const why: BusyReason =
    work.state.level === "S" && !somethingRuns(work.state) ? "single-user" : "control-pipe";
  const before = work.before.phase;
  work.state.phase = { kind: "spinning", why };
  if (before.kind !== "spinning" || before.why !== why) emit(work, { kind: "busy-loop", why });
}
