// What comes through the control pipe. Source: spec/sysvinit.md, section 8.

import { accountLevel } from "./accounting.ts";
import { noteDeaths } from "./deaths.ts";
import { ownEnvironment, setVariables } from "./environment.ts";
import { closePipe, openPipe } from "./pipe.ts";
import { armPower } from "./power.ts";
import { readTable } from "./reading.ts";
import { forgetRespawning } from "./starting.ts";
import type { PipeRequest, WaitingPlace } from "./state.ts";
import {
  emit,
  endStretch,
  say,
  setEntries,
  setTitle,
  takePending,
  type Work,
  writeRunlevel,
} from "./work.ts";

/** How a stretch of work ended: `done`, `blocked` (init waits for something), or `restarted` by running itself again. */
export type Outcome = "done" | "blocked" | "restarted";

/** Levels in which init can run itself again. Observed: level-7-8-9, reexec-during-sysinit. */
const reexecLevels = "S0123456";

/** Opens the control pipe and takes requests from it until one of them ends the wait, or none is left. */
export function readRequests(work: Work, place: WaitingPlace): Outcome {
  if (!openPipe(work)) return "done";
  while (true) {
    const [request, ...rest] = work.state.inbox;
    if (request === undefined) {
      work.state.phase = { kind: "waiting", place, since: work.now };
      return "blocked";
    }
    work.state.inbox = rest;
    work.changed = true;
    const outcome = handleRequest(work, request, place);
    endStretch(work, "request");
    if (outcome !== "another") return outcome;
  }
}

/** What follows when the table has been read for a request. */
export function afterRequestReading(work: Work): void {
  forgetRespawning(work);
  setTitle(work);
  writeRunlevel(work, work.state.level);
}

/** The second half of telinit a, b, c: after the first reading entries are marked, then the table is read again. */
export function markDemand(work: Work, letter: string, place: WaitingPlace): Outcome {
  const small = letter.toLowerCase();
  setEntries(work, ({ runlevels }) =>
    runlevels.includes(letter) || runlevels.includes(small) ? { demand: true, executed: false } : undefined,
  );
  return readForRequest(work, place, work.state.level);
}

function handleRequest(work: Work, request: PipeRequest, place: WaitingPlace): Outcome | "another" {
  if (request.bogus) {
    say(work, "bogusRequest");
    return "another";
  }
  switch (request.command) {
    case 1:
      work.state.waitTime = request.waitTime;
      return changeLevel(work, request.level, place);
    case 2:
    case 3:
    case 4:
      work.state.waitTime = request.waitTime;
      armPower(work, { 2: "F", 3: "L", 4: "O" }[request.command]);
      return "done";
    case 6:
      setVariables(work, request.variables);
      return "another";
    default:
      say(work, "unimplementedRequest");
      return "another";
  }
}

function changeLevel(work: Work, asked: string, place: WaitingPlace): Outcome {
  const { state } = work;
  const old = state.level;
  if (asked === old) return "done";
  const letter =
    asked === "" || asked === "\0" ? "X" : asked.replace(/^[a-z]/, (small) => small.toUpperCase());
  if (/^[0-9S]$/.test(letter)) {
    if (letter === "S") say(work, "goingSingle");
    else say(work, "switching", { level: letter });
    accountLevel(work, letter, old);
    state.shownLevel = letter;
    state.shownPrevious = old;
    writeRunlevel(work, old);
    state.level = letter;
  } else if (letter === "Q") say(work, "rereading");
  else if (letter === "U") {
    say(work, "reexecuting");
    return reexecute(work);
  } else if (/^[ABC]$/.test(letter)) {
    say(work, "activating", { level: letter });
    if (old !== "S") return readForDemand(work, letter, place);
  } else say(work, "badRunlevel", { level: letter });
  return readForRequest(work, place, old);
}

function readForDemand(work: Work, letter: string, place: WaitingPlace): Outcome {
  if (!readTable(work, { kind: "demand", letter, place })) return "blocked";
  return markDemand(work, letter, place);
}

function readForRequest(work: Work, place: WaitingPlace, old: string): Outcome {
  const { level } = work.state;
  // Also when the level stays what it is: a request to read again in level 1 sets the console, too.
  if (/^[016]$/.test(level) || (level === "S" && old !== "S")) emit(work, { kind: "set-console" });
  if (!readTable(work, { kind: "request", place })) return "blocked";
  afterRequestReading(work);
  return "done";
}

/** Observed: reexec, reexec-failing-and-wait. What telinit -e has set becomes part of init's own environment. */
function reexecute(work: Work): Outcome {
  const { state } = work;
  if (!reexecLevels.includes(state.level)) {
    writeRunlevel(work, state.level);
    return "done";
  }
  forgetRespawning(work);
  closePipe(work, "closed");
  takePending(work, "CHLD", "HUP", "USR1", "USR2");
  noteDeaths(work);
  emit(work, { kind: "re-execute", table: state.entries });
  state.inherited = ownEnvironment(state, work.behaviour);
  state.variables = state.variables.map(() => null);
  state.bootLevel = null;
  state.target = null;
  state.warns = true;
  state.alarmAt = null;
  state.unwritten = "";
  state.powerOffStarted = false;
  setTitle(work);
  say(work, "reloading", { version: state.version });
  return "restarted";
}
