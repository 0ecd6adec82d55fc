// The machine: one event in, the next state and the effects out.

import { extraVariables, respawnPause } from "../../../inittab/versions.ts";
import { latest, second, type Ticks } from "../../run/ticks.ts";
import { readBootArguments } from "./boot-arguments.ts";
import { markDeath } from "./deaths.ts";
import type { Effect } from "./effects.ts";
import { bootEnvironment } from "./environment.ts";
import type { InitEvent } from "./events.ts";
import { continueKilling } from "./killing.ts";
import { type Point, runLoop } from "./loop.ts";
import { initPaths } from "./paths.ts";
import { pipeCapacity } from "./pipe.ts";
import { readTable } from "./reading.ts";
import { afterRequestReading, markDemand, type Outcome, readRequests } from "./requests.ts";
import { failingIn } from "./roster.ts";
import { afterHangup, knownSignal } from "./signals.ts";
import { startEntries, startOutsideList } from "./starting.ts";
import type { InitState, Killing, PipeRequest, WaitingPlace } from "./state.ts";
import { answer } from "./transition.ts";
import { addPending, beginWork, emit, endStretch, type MicroStep, say, type Work } from "./work.ts";

/** The next state, and what init does to the world on the way. */
export interface Step {
  readonly state: InitState;
  readonly effects: readonly Effect[];
}

/** What init does when something happens. Pure and total: any event in any state gives a state. */
export function step(state: InitState, event: InitEvent): Step {
  const work = beginWork(state, timeOf(state, event), false);
  take(work, event);
  return { state: work.state, effects: work.effects };
}

/**
 * The same step, stretch by stretch: what init has done after each part of its work, and the state it was in then. The
 * last state is that of `step`; all effects together are its effects.
 */
export function microsteps(state: InitState, event: InitEvent): readonly MicroStep[] {
  const work = beginWork(state, timeOf(state, event), true);
  take(work, event);
  endStretch(work, "event");
  return work.micro ?? [];
}

/**
 * How long init waits for a request before it goes round its loop: five seconds, and what a busy system adds. Observed:
 * fidelity-two-disabled-entries, where 59 rounds from 8.7 s on end at 304.15 s.
 */
const requestWait: Ticks = 5.0076 * second;

/**
 * When init does something next by itself, or undefined if it waits for others. Rounds of the main loop in which nothing
 * can happen are passed over: only disabled entries make it look at the clock.
 */
export function nextWake(state: InitState): Ticks | undefined {
  const { phase } = state;
  if (state.stopped) return undefined;
  if (phase.kind === "killing") return phase.checkAt;
  if (phase.kind !== "waiting" && phase.kind !== "spinning") return undefined;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const index of failingIn(state.entries)) {
    const end = (state.entries[index]?.windowStart ?? 0) + respawnPause;
    first = Math.min(first, end + 1);
    last = Math.max(last, end);
  }
  if (first === Number.POSITIVE_INFINITY) return undefined;
  const release = first * second;
  if (phase.kind === "spinning") return Math.max(release, state.now);
  const rounds = Math.max(1, Math.ceil((release - phase.since) / requestWait));
  const round = phase.since + rounds * requestWait;
  if (state.alarmAt === null) return round;
  // Each round, also an idle one, sets the alarm anew to the latest end of all. Observed: fidelity-two-disabled-entries.
  const { alarmAt } = state;
  const isKept = alarmAt <= phase.since + requestWait;
  return Math.max(state.now, Math.min(round, isKept ? alarmAt : alarmOfRounds(phase.since, last)));
}

/** The alarm that the last idle round before this second sets to it: init adds whole seconds to the time of day. */
function alarmOfRounds(since: Ticks, last: number): Ticks {
  const rounds = Math.max(0, Math.floor((last * second - since) / requestWait));
  return last * second + ((since + rounds * requestWait) % second);
}

/** Time never goes back; what is no time is now. */
function timeOf(state: InitState, event: InitEvent): Ticks {
  return Number.isFinite(event.at) ? Math.min(Math.max(state.now, Math.round(event.at)), latest) : state.now;
}

function take(work: Work, event: InitEvent): void {
  const { state } = work;
  if (event.kind === "file") {
    changeFile(work, event.path, event.text);
    return;
  }
  if (state.phase.kind === "off") {
    if (event.kind === "boot") boot(work, event);
    return;
  }
  switch (event.kind) {
    case "boot":
      return;
    case "died":
      takeDeath(work, event.pid, event.others);
      return;
    case "signal":
      takeSignal(work, event.signal);
      return;
    case "request":
      takeRequest(work, event.request, event.followed === true);
      return;
    case "console":
      if (!state.stopped && answer(work, event.text)) runLoop(work, "wait");
      return;
    case "timer": {
      const due = nextWake(work.before);
      if (due === undefined || due > work.now) return;
      if (state.phase.kind === "killing") goOnKilling(work, state.phase);
      else interrupt(work);
    }
  }
}

function boot(work: Work, event: Extract<InitEvent, { kind: "boot" }>): void {
  const { state } = work;
  const asked = readBootArguments(event.arguments);
  const { files, hasInittabD, inittabD = [] } = event.files;
  state.files = {
    ...state.files,
    ...files,
    ...Object.fromEntries(inittabD.map(({ name, text }) => [`${initPaths.inittabD}/${name}`, text])),
  };
  state.hasInittabD = hasInittabD;
  state.bootLevel = asked.level;
  state.waitTime = work.behaviour.waitTime;
  state.variables = Array.from({ length: extraVariables }, () => null);
  state.inherited = bootEnvironment(event.environment, asked.autoboot);
  state.console = event.console;
  state.title = "init boot";
  emit(work, { kind: "title", title: state.title });
  emit(work, { kind: "set-console" });
  say(work, "booting", { version: state.version });
  if (asked.emergency) {
    const pid = startOutsideList(work, { id: "~~", action: "once", process: initPaths.sulogin });
    state.phase = { kind: "emergency", pid };
  } else beginBoot(work);
}

function beginBoot(work: Work): void {
  work.state.level = "#";
  // Nothing runs yet, so that nothing can be killed and the reading is done at once.
  readTable(work, { kind: "hangup" });
  startEntries(work);
  endStretch(work, "starting");
  runLoop(work, "transition");
}

function takeDeath(work: Work, pid: number, others: readonly number[] = []): void {
  const { phase, stopped } = work.state;
  if (phase.kind === "emergency") {
    // A halted init finds the death when it goes on.
    if (phase.pid !== pid && !others.includes(phase.pid)) return;
    if (stopped) work.state.phase = { kind: "emergency", pid: 0 };
    else beginBoot(work);
    return;
  }
  markDeath(work, pid);
  for (const other of others) markDeath(work, other);
  if (!stopped) interrupt(work);
}

function takeSignal(work: Work, name: string): void {
  const { state } = work;
  if (name === "TSTP") {
    state.stopped = true;
    return;
  }
  if (name === "CONT" || name === "CHLD") {
    if (name === "CONT") state.stopped = false;
    if (state.stopped) return;
    if (state.phase.kind === "emergency" && state.phase.pid === 0) beginBoot(work);
    else interrupt(work);
    return;
  }
  const signal = knownSignal(work, name);
  if (signal === undefined) return;
  addPending(work, signal);
  if (state.stopped) return;
  // The signal breaks off the reading of an answer, so the question is asked again.
  if (state.phase.kind === "asking") emit(work, { kind: "ask" });
  else interrupt(work);
}

function takeRequest(work: Work, request: PipeRequest, isFollowed: boolean): void {
  const { state } = work;
  if (state.pipe !== "open") {
    emit(work, { kind: "refuse-request", why: state.pipe === "missing" ? "missing" : "unread" });
    return;
  }
  if (state.inbox.length >= pipeCapacity) {
    emit(work, { kind: "refuse-request", why: "full" });
    return;
  }
  // A word of 32 bits holds the seconds.
  state.inbox = [...state.inbox, { ...request, waitTime: request.waitTime | 0 }];
  if (isFollowed || state.stopped || state.phase.kind !== "waiting") return;
  const { place } = state.phase;
  goOnAfter(work, readRequests(work, place), place);
}

/** A signal or the end of five seconds ends the wait for a request. */
function interrupt(work: Work): void {
  const { phase } = work.state;
  if (phase.kind === "waiting") runLoop(work, pointAfter(phase.place));
  else if (phase.kind === "spinning") runLoop(work, "checks");
}

function goOnKilling(work: Work, killing: Killing): void {
  if (!continueKilling(work, killing)) return;
  endStretch(work, "killing");
  const { then } = killing;
  switch (then.kind) {
    case "request":
      afterRequestReading(work);
      runLoop(work, pointAfter(then.place));
      return;
    case "demand":
      goOnAfter(work, markDemand(work, then.letter, then.place), then.place);
      return;
    case "hangup":
      afterHangup(work);
      runLoop(work, "pipe-signals");
  }
}

function goOnAfter(work: Work, outcome: Outcome, place: WaitingPlace): void {
  if (outcome === "blocked") return;
  runLoop(work, outcome === "restarted" ? "start" : pointAfter(place));
}

function pointAfter(place: WaitingPlace): Point {
  return place === "transition" ? "transition-end" : "checks";
}

function changeFile(work: Work, path: string, text: string | null): void {
  if (text !== null) work.state.files = { ...work.state.files, [path]: text };
  else {
    const { [path]: _, ...files } = work.state.files;
    work.state.files = files;
  }
}
