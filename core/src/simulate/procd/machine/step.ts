// procd as a pure function: what happens and what it does about it. Source: spec/openwrt.md, sections 1 and 2.2; observed:
// procd of August 2026, whose cases are named where a rule is theirs.

import { second, type Ticks } from "../../run/ticks.ts";
import { askingOf, loggedSignal } from "./signals.ts";
import type {
  ProcdEffect,
  ProcdEvent,
  ProcdMachineState,
  ProcdMachineStep,
  ProcdRequest,
  ProcdStart,
} from "./state.ts";
import { enterProcdState, type ProcdState } from "./states.ts";

/** After this time a process that has ended is started again. */
const restartDelay: Ticks = second / 2;

/** What procd logs of a sysinit or shutdown entry with too few words. Observed: sysinit-short. */
const badForm = "valid format is rcS <S|K> <param>";

/** A step under construction. */
interface Draft {
  state: ProcdMachineState;
  readonly effects: ProcdEffect[];
}

/** What happens to procd, and what it does then. Total: an event that does not fit changes nothing. */
export function stepProcd(before: ProcdMachineState, event: ProcdEvent): ProcdMachineStep {
  const draft: Draft = { state: { ...before, now: Math.max(before.now, event.at) }, effects: [] };
  switch (event.kind) {
    case "boot":
      change(draft, { entries: event.entries, terminals: event.terminals });
      for (const text of event.messages) draft.effects.push({ kind: "say", text });
      enter(draft, "init");
      break;
    case "signal":
      takeSignal(draft, event.signal);
      break;
    case "died":
      takeDeath(draft, event.start);
      break;
    case "scripts-over":
      takeScriptsEnd(draft, event.pid);
      break;
    case "timer":
      passTime(draft);
      break;
  }
  return draft;
}

/** When procd does something next by itself; undefined: it waits for others. */
export function procdWake({ next, restarts }: ProcdMachineState): Ticks | undefined {
  return next?.at ?? restarts[0]?.at;
}

function change(draft: Draft, changes: Partial<ProcdMachineState>): void {
  draft.state = { ...draft.state, ...changes };
}

/** Enters a state. Without a run of scripts, init and shutdown are never left. Source: spec/openwrt.md, section 1. */
function enter(draft: Draft, phase: ProcdState): void {
  change(draft, { phase, awaits: undefined });
  const { entries, terminals } = draft.state;
  const steps = enterProcdState(phase, entries, terminals);
  const stays = phase !== "running" && !steps.some(({ kind }) => kind === "scripts");
  draft.effects.push({ kind: "enter", phase, stays });
  for (const step of steps) {
    const { kind, entry } = step;
    if (kind === "bad-form") draft.effects.push({ kind: "say", text: badForm });
    else if (kind === "start") {
      const { device, argv, asks } = step;
      start(draft, { entry, device, argv, asks });
    } else {
      const pid = newPid(draft);
      change(draft, { awaits: pid, boots: phase === "init" });
      const { pattern, argument } = step;
      draft.effects.push({ kind: "scripts", pid, entry, pattern, argument });
    }
  }
}

function start(draft: Draft, how: ProcdStart): void {
  draft.effects.push({ kind: "start", pid: newPid(draft), start: how });
}

function newPid(draft: Draft): number {
  const lastPid = draft.state.lastPid + 1;
  change(draft, { lastPid });
  return lastPid;
}

/** The states only go forward: what is asked for once a shutdown has begun is ignored. */
function takeSignal(draft: Draft, signal: string): void {
  const { phase, boots } = draft.state;
  if (signal === loggedSignal) draft.effects.push({ kind: "note-hangup" });
  const asking = askingOf(signal);
  if (asking === undefined || phase === "shutdown" || phase === "halt") return;
  change(draft, { asked: asking.how });
  if (boots) draft.effects.push({ kind: "leave-scripts" });
  enter(draft, "shutdown");
}

/** Observed: empty-id-respawn. Source: an entry is started again only if its device exists. */
function takeDeath(draft: Draft, how: ProcdStart): void {
  const { terminals, restarts, now, phase } = draft.state;
  if (phase === "halt" || how.device === null || !terminals.devices.has(how.device)) return;
  change(draft, { restarts: [...restarts, { at: now + restartDelay, start: how }] });
}

function takeScriptsEnd(draft: Draft, pid: number): void {
  const { phase, awaits, now } = draft.state;
  if (awaits !== pid) return;
  change(draft, { awaits: undefined, boots: false });
  if (phase === "init") enter(draft, "running");
  if (phase !== "shutdown") return;
  // In the state halt procd does nothing else.
  change(draft, { phase: "halt", restarts: [], next: { at: now + second, what: "KILL" } });
  draft.effects.push({ kind: "enter", phase: "halt", stays: false }, { kind: "signal-all", signal: "TERM" });
}

/** Source: spec/openwrt.md, section 1, "halt": TERM, 1 s, KILL, 1 s, 1 s, then down. */
function passTime(draft: Draft): void {
  const { now, next, restarts, asked } = draft.state;
  if (next !== undefined) {
    if (next.at > now) return;
    const at = now + second;
    if (next.what === "KILL") {
      draft.effects.push({ kind: "signal-all", signal: "KILL" });
      change(draft, { next: { at, what: "pause" } });
    } else if (next.what === "pause") change(draft, { next: { at, what: "down" } });
    else goDown(draft, asked ?? "halt");
    return;
  }
  const due = restarts.filter(({ at }) => at <= now);
  change(draft, { restarts: restarts.slice(due.length) });
  for (const { start: how } of due) start(draft, how);
}

function goDown(draft: Draft, how: ProcdRequest): void {
  change(draft, { next: undefined });
  draft.effects.push({ kind: "request", how });
}
