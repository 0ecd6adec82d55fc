// From one phase of the boot to the next, and what init does when nothing is left to run.
// Source: spec/sysvinit.md, section 4.

import { defaultLevelOf, isLevel } from "../../../inittab/runlevels.ts";
import { accountBoot, accountLevel } from "./accounting.ts";
import { type Outcome, readRequests } from "./requests.ts";
import { somethingRuns } from "./starting.ts";
import { emit, say, setEntries, setTitle, type Work, writeRunlevel } from "./work.ts";

/** The bytes that one read of an answer takes. */
const answerSize = 8;

/** Moves on to the next phase if nothing runs that init has to wait for. */
export function makeTransition(work: Work): Outcome {
  const { state } = work;
  if (somethingRuns(state)) return "done";
  switch (state.level) {
    case "#":
      accountBoot(work);
      if (state.bootLevel !== null) settle(work, "#", state.bootLevel);
      else return findDefault(work, "#");
      break;
    case "*":
      state.didBoot = true;
      state.warns = true;
      enter(work, state.target ?? "S", "N");
      break;
    case "S":
      return findDefault(work, "S");
    default:
      if (state.warns) say(work, "noMoreProcesses");
      state.warns = false;
      if (state.pending.length === 0) {
        const outcome = readRequests(work, "transition");
        if (outcome !== "done") return outcome;
      }
  }
  endTransition(work);
  return "done";
}

/** The last thing of every transition. */
export function endTransition(work: Work): void {
  writeRunlevel(work, work.state.level);
}

/**
 * Takes an answer to the question for a level. True: it was one. A terminal hands over a line at a time, and init takes
 * eight bytes of it. Observed: boot-prompt-answers.
 */
export function answer(work: Work, text: string): boolean {
  const { phase } = work.state;
  if (phase.kind !== "asking") return false;
  let typed = phase.typed + text.replaceAll("\r", "\n");
  let { left } = phase;
  for (let end = typed.indexOf("\n"); end >= 0; end = typed.indexOf("\n")) {
    const read = typed.slice(0, Math.min(end + 1, answerSize));
    typed = typed.slice(read.length);
    const next = read.length > 1 ? read.charAt(1) : left;
    left = next;
    const level = read.charAt(0).toUpperCase();
    if (next === "\n" && isLevel(level)) {
      writeRunlevel(work, level);
      settle(work, phase.of, level);
      endTransition(work);
      return true;
    }
    emit(work, { kind: "ask" });
  }
  work.state.phase = { ...phase, typed, left };
  return false;
}

/** Observed: boot-initdefault-first, -highest, -empty, -invalid. Bytes above 127 are negative for init and never the highest. */
function findDefault(work: Work, of: "#" | "S"): Outcome {
  const record = work.state.entries.find((entry) => entry.action === "initdefault");
  const level = record === undefined ? "" : defaultLevelOf(record.runlevels.replace(/[^\0-\x7f]/g, ""));
  if (!isLevel(level)) {
    if (level !== "") say(work, "invalidDefault", { level });
    emit(work, { kind: "set-console" });
    emit(work, { kind: "ask" });
    work.state.phase = { kind: "asking", of, typed: "", left: "" };
    return "blocked";
  }
  writeRunlevel(work, level);
  settle(work, of, level);
  endTransition(work);
  return "done";
}

function settle(work: Work, of: "#" | "S", level: string): void {
  const { state } = work;
  state.target = level;
  if (of === "#") {
    state.level = level === "S" ? "S" : "*";
    work.changed = true;
    if (level === "S") setTitle(work);
    return;
  }
  state.warns = true;
  if (!state.didBoot && level !== "S") {
    state.level = "*";
    work.changed = true;
  } else if (level !== "S") enter(work, level, "S");
  // What remains of a single-user entry is forgotten, so that it is started again.
  setEntries(work, (entry) =>
    entry.runlevels === "S" && (entry.failing || entry.waiting || entry.executed)
      ? { failing: false, waiting: false, executed: false }
      : undefined,
  );
}

function enter(work: Work, level: string, previous: string): void {
  const { state } = work;
  state.level = level;
  say(work, "entering", { level });
  accountLevel(work, level, previous);
  state.shownLevel = level;
  state.shownPrevious = previous;
  setTitle(work);
}
