// TERM, wait, KILL. While this lasts init does nothing else. Source: spec/sysvinit.md, section 7.

import { killWords } from "../../../inittab/messages.ts";
import { type Ticks, toTicks } from "../../run/ticks.ts";
import { accountDeath } from "./accounting.ts";
import { hasZombies } from "./roster.ts";
import type { Entry, InitState, Killing } from "./state.ts";
import { emit, endStretch, keyOf, say, type Work } from "./work.ts";

/** Sends TERM. True: all were dead already; false: init waits. */
export function beginKilling(
  work: Work,
  plan: Pick<Killing, "victims" | "successors" | "links" | "then">,
): boolean {
  sendSignal(work, plan.victims, "TERM");
  const killing: Killing = {
    kind: "killing",
    stage: "term",
    ...plan,
    since: work.now,
    checkAt: work.now + waitOf(work),
  };
  if (killing.checkAt > work.now && allDead(work.state, killing)) {
    endKilling(work, killing);
    return true;
  }
  work.state.phase = killing;
  if (killing.checkAt <= work.now) sendKill(work, killing);
  endStretch(work, "killing");
  return false;
}

/** Notes a death while init kills: nothing is looked at before the next look. */
export function noteDeathWhileKilling(work: Work, killing: Killing, index: number): void {
  const link = killing.links[index] ?? -1;
  const successor = killing.successors[link];
  const successors =
    successor === undefined
      ? killing.successors
      : killing.successors.with(link, { ...successor, zombie: true });
  if (killing.stage !== "term" || !allDead(work.state, killing)) {
    work.state.phase = { ...killing, successors };
    return;
  }
  const looks = Math.max(1, Math.ceil((work.now - killing.since) / lookOf(work)));
  const checkAt = Math.min(killing.checkAt, killing.since + looks * lookOf(work));
  work.state.phase = { ...killing, successors, checkAt };
}

/** The moment to look again has come. True: the killing is over and the new list is in place. */
export function continueKilling(work: Work, killing: Killing): boolean {
  if (work.now < killing.checkAt) return false;
  const last = killing.since + waitOf(work);
  if (killing.stage === "term" && !(work.now < last && allDead(work.state, killing))) {
    sendKill(work, killing);
    return false;
  }
  endKilling(work, killing);
  return true;
}

/** Puts the new list in place. */
export function finishReading(work: Work, successors: readonly Entry[]): void {
  work.state.entries = successors;
  work.ownEntries = undefined;
  emit(work, { kind: "read-table", entries: successors });
}

function endKilling(work: Work, killing: Killing): void {
  for (const index of killing.victims) {
    const entry = work.state.entries[index];
    if (entry === undefined) continue;
    if (entry.zombie) accountDeath(work, entry);
    else say(work, "seemsToHang", { pid: entry.pid, id: entry.id });
  }
  finishReading(work, killing.successors);
}

function sendKill(work: Work, killing: Killing): void {
  sendSignal(work, killing.victims, "KILL");
  work.state.phase = { ...killing, stage: "kill", checkAt: work.now + toTicks(work.behaviour.afterKill) };
}

function sendSignal(work: Work, victims: readonly number[], signal: "TERM" | "KILL"): void {
  say(work, "sendingSignal", { configured: killWords(work.behaviour), signal });
  for (const index of victims) {
    const entry = work.state.entries[index];
    if (entry === undefined) continue;
    emit(work, { kind: "signal-group", pid: entry.pid, signal, record: keyOf(entry) });
  }
}

function allDead(state: InitState, killing: Killing): boolean {
  const { victims } = killing;
  // While victims die one by one, most looks end here.
  if (!hasZombies(state.entries, victims.length)) return false;
  return victims.every((index) => state.entries[index]?.zombie !== false);
}

/** How long init looks before it sends KILL. */
function waitOf(work: Work): Ticks {
  const { killPoll, killLook } = work.behaviour;
  return toTicks(Math.round(Math.max(0, work.state.waitTime) / killPoll) * killLook);
}

function lookOf(work: Work): Ticks {
  return toTicks(work.behaviour.killLook);
}
