// Which entries are started, and how. Source: spec/sysvinit.md, sections 5, 10 and 11.

import { findAction } from "../../../inittab/actions.ts";
import { commandLine } from "../../../inittab/command.ts";
import { respawnLimit, respawnPause, respawnWindow } from "../../../inittab/versions.ts";
import { second, wholeSeconds } from "../../run/ticks.ts";
import { accountStart } from "./accounting.ts";
import type { StartEffect } from "./effects.ts";
import { childEnvironment } from "./environment.ts";
import { initPaths } from "./paths.ts";
import { failingIn, hasRunning, walk } from "./roster.ts";
import type { Entry, InitState } from "./state.ts";
import { emit, say, setEntries, setEntry, type Work } from "./work.ts";

/** The levels in which a waited-for process gets the console as its controlling terminal. Observed: exec-parents. */
const terminalLevels = "#*S";

/** Walks the list from the front and starts what should run; stops at a process that init waits for. */
export function startEntries(work: Work): void {
  const { state } = work;
  const entriesNow = () => state.entries;
  walk(entriesNow, state.level, (entry, index) => {
    if (entry.waiting) return "end";
    if (entry.running) return "on";
    if (!mayRun(entry, state.level)) {
      forgetEntry(work, index, entry);
      return "on";
    }
    startEntry(work, index, entry);
    return state.entries[index]?.waiting === true ? "end" : "on";
  });
}

/** Whether the level is one of the entry's, or the entry was called by telinit a, b or c. */
export function mayRun(entry: Entry, level: string): boolean {
  return entry.runlevels.includes(level) || (entry.demand && !"#*Ss".includes(level));
}

/** Whether the entry begins disarmed and keeps EXECUTED when its level is left. */
export function isArmed(action: string): boolean {
  return findAction(action)?.powerType === true || action === "kbrequest";
}

/** Whether something runs that keeps init from leaving its phase: boot processes do not. Spec, section 4. */
export function somethingRuns(state: InitState): boolean {
  return hasRunning(state.entries);
}

/** A process of init's own, outside the list. */
export function startOutsideList(work: Work, own: Pick<Entry, "id" | "action" | "process">): number {
  return execute(work, {
    ...own,
    runlevels: "S",
    path: null,
    line: 0,
    waiting: own.process === initPaths.sulogin,
  });
}

/** Looks after the disabled entries, as every pass of the main loop does, and sets the alarm for the next time. */
export function releaseDisabled(work: Work): void {
  const now = wholeSeconds(work.now);
  let latest = 0;
  for (const index of failingIn(work.state.entries)) {
    const end = (work.state.entries[index]?.windowStart ?? 0) + respawnPause;
    if (end < now) setEntry(work, index, { failing: false, count: 0, windowStart: null });
    else latest = Math.max(latest, end);
  }
  if (latest > 0) work.state.alarmAt = work.now + Math.max(1, latest - now) * second;
}

/** Takes back every "respawning too fast", and all counting. */
export function forgetRespawning(work: Work): void {
  setEntries(work, (entry) =>
    entry.failing || entry.count !== 0 || entry.windowStart !== null
      ? { failing: false, count: 0, windowStart: null }
      : undefined,
  );
}

function forgetEntry(work: Work, index: number, entry: Entry): void {
  const executed = entry.executed && isArmed(entry.action);
  if (!entry.running && !entry.waiting && entry.executed === executed && entry.pid === 0) return;
  setEntry(work, index, { running: false, waiting: false, executed, pid: 0 });
}

function startEntry(work: Work, index: number, entry: Entry): void {
  if (entry.failing) return;
  const action = findAction(entry.action);
  if (action === undefined || action.process === "ignored") return;
  if (action.respawns) {
    if (tooFast(work, index, entry)) return;
  } else if (entry.executed) return;
  const waiting = action.waits;
  const pid = execute(work, { ...entry, waiting });
  setEntry(work, index, { running: true, executed: true, waiting, pid });
}

/** Counts the start. Observed: respawn-too-fast, respawn-two-minute-window. */
function tooFast(work: Work, index: number, entry: Entry): boolean {
  const now = wholeSeconds(work.now);
  const inWindow = entry.windowStart !== null && entry.windowStart + respawnWindow > now;
  const count = inWindow ? entry.count + 1 : 0;
  if (count < respawnLimit) {
    setEntry(work, index, { count, windowStart: inWindow ? entry.windowStart : now });
    return false;
  }
  say(work, "respawning", { id: entry.id, minutes: respawnPause / 60 });
  setEntry(work, index, { running: false, executed: true, failing: true, count, windowStart: now });
  const left = (work.state.alarmAt ?? 0) - work.now;
  if (left <= 0 || left > respawnPause * second) work.state.alarmAt = work.now + respawnPause * second;
  return true;
}

type Executable = Pick<Entry, "id" | "runlevels" | "action" | "process" | "path" | "line" | "waiting">;

function execute(work: Work, entry: Executable): number {
  const { state } = work;
  const { id, runlevels, action, process } = entry;
  const scripted = initPaths.initscript in state.files && state.level !== "S";
  const command = commandLine(process, {
    dialect: "sysvinit",
    version: state.version,
    ...(scripted ? { initscript: { id, runlevels, action } } : {}),
  });
  state.lastPid++;
  const pid = state.lastPid;
  const effect: StartEffect = {
    kind: "start",
    record: { id, path: entry.path, line: entry.line },
    action,
    process,
    pid,
    command,
    runlevel: state.shownLevel,
    prevlevel: state.shownPrevious,
    environment: childEnvironment(state, work.behaviour),
    terminal: entry.waiting && terminalLevels.includes(state.level),
    ...(state.unwritten !== "" && { unwritten: state.unwritten }),
  };
  emit(work, effect);
  if (command.accounted) accountStart(work, id, pid);
  return pid;
}
