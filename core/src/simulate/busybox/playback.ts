// A run of BusyBox init that can be looked at from any moment.

import { commandLine } from "../../inittab/command.ts";
import type { Message } from "../../text/message.ts";
import type { Slices } from "../../text/slices.ts";
import { playbackLimits } from "../run/limits.ts";
import type { Offer } from "../run/offers.ts";
import {
  lookAt,
  type Moment,
  type MomentWords,
  type Playback,
  playRun,
  type RunningProcess,
  roundSeconds,
  type Watching,
} from "../run/playback.ts";
import { half } from "../run/story.ts";
import { toSeconds } from "../run/ticks.ts";
import type { ProcessInterval } from "../run/timeline.ts";
import type { BusyboxState } from "./machine/state.ts";
import { message } from "./message.ts";
import { busyboxProcessOffers, enterOffer } from "./offers.ts";
import type { BusyboxSimulationOptions } from "./options.ts";
import { phaseOf } from "./phases.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { prepareRun, traceOf } from "./simulate.ts";
import { busyboxWords } from "./story.ts";
import type { BusyboxTrace } from "./trace.ts";
import { awaitedCommand, type BootTable, bootTable, explainEntries } from "./why.ts";
import { childVariables } from "./world/own-shell.ts";
import type { Busybox } from "./world/world.ts";

/** A whole run, and init after each thing that happened to it. */
export interface BusyboxPlayback extends Playback<Busybox> {
  /** As in the recorded cases. */
  readonly trace: BusyboxTrace;
  readonly table: BootTable;
  /** What a process gets, as `NAME=value`. */
  readonly environment: readonly string[];
}

/** Runs a scenario in slices and keeps what is needed to look at any moment of it. */
export function* playBusybox(
  scenario: BusyboxScenario,
  asked: BusyboxSimulationOptions = {},
): Slices<BusyboxPlayback> {
  const run = prepareRun(scenario, { ...asked, limits: { ...playbackLimits, ...asked.limits } });
  yield;
  const played = yield* playRun(run, busyboxWords, watching);
  yield;
  return {
    ...played,
    trace: traceOf(scenario, asked, played),
    table: bootTable(scenario),
    environment: busyboxEnvironment(played.state, scenario),
  };
}

const watching: Watching<Busybox> = {
  noteSignals: (effect, running, note) => {
    if (effect.kind === "signal-all") for (const record of running.values()) note(record, effect.signal);
    const record = effect.kind === "signal" ? running.get(effect.pid) : undefined;
    if (effect.kind === "signal" && record !== undefined) note(record, effect.signal);
  },
  // Most steps are a second of waiting that nobody sees.
  isNoticed: ({ event, step }) => step.effects.length > 0 || event.kind !== "timer",
};

/** Init and its processes as they are at a time in seconds, with all that is due then done. */
export function busyboxMomentAt(playback: BusyboxPlayback, seconds: number): Moment {
  return lookAt(playback, seconds, busyboxMomentWords(playback));
}

/** How a moment is described. */
export function busyboxMomentWords({
  table,
  environment,
}: Pick<BusyboxPlayback, "table" | "environment">): MomentWords<Busybox> {
  return {
    previousOf: () => "",
    describeDoing: (state, { running, at }) => describeDoing(state, running, at),
    explain: (state, { lives, at }) => explainEntries(state, { table, lives, at: at + half }),
    // What a process has left behind is none of init's.
    processesOf: (life, { at }) => (life.pid < 0 ? [] : [processOf(life, at, environment)]),
    environmentOf: () => environment,
  };
}

/** What processes get, as `NAME=value`, from an init that is in this state or will be. */
export function busyboxEnvironment(
  state: BusyboxState,
  { bootArgs: [runlevel] = [] }: Pick<BusyboxScenario, "bootArgs">,
): readonly string[] {
  return [
    ...Object.entries(childVariables(state)).map(([name, value]) => `${name}=${value}`),
    ...(runlevel === undefined ? [] : [`RUNLEVEL=${runlevel}`]),
  ];
}

function processOf(life: ProcessInterval, at: number, environment: readonly string[]): RunningProcess {
  const { pid, record, process, start, enter } = life;
  const line = commandLine(process, { dialect: "busybox" });
  const asks = enter !== undefined && (enter === null || enter > at + half);
  const offers: readonly Offer[] = asks
    ? [enterOffer(record.id)]
    : pid === 1
      ? []
      : busyboxProcessOffers(process, record.id);
  const since = enter === undefined || asks ? start : (enter ?? start);
  return {
    ...{ pid, record, environment, offers },
    command: "argv" in line ? line.argv : [],
    since: roundSeconds(since),
  };
}

/** What init itself is doing, in a few words. */
function describeDoing(state: BusyboxState, running: readonly ProcessInterval[], now: number): Message {
  const [task] = state.tasks;
  if (state.stoppedAt !== undefined) return message("run.is-stopped", { signal: "TSTP" });
  const other = running.find(({ pid }) => pid === 1);
  if (other !== undefined) return message("busybox.has-become", { process: other.process });
  switch (task?.kind) {
    case undefined:
      return message("run.does-not-run");
    case "await": {
      const id = awaitedCommand(state, running);
      return id === undefined ? message("busybox.waits-for-a-process") : message("run.waits-for", { id });
    }
    case "pause": {
      const left = roundSeconds(Math.max(0, toSeconds(task.until ?? 0) - now));
      return phaseOf(state) === "shutdown"
        ? message("busybox.goes-on", { left })
        : message("busybox.looks-again", { left });
    }
    default:
      return message("run.waits");
  }
}
