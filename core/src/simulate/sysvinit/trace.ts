// What was seen of a run. The format is that of the recorded cases.

import type { Destination } from "../../inittab/messages.ts";
import type { InitState } from "./machine/state.ts";

/** Something that was seen; `t` in seconds, rounded to 0.01. Recordings may widen the tolerance of a time by `tol`. */
export type TraceEvent = { readonly t: number; readonly tol?: number } & Sight;

/** What can be seen. */
export type Sight =
  | StartEvent
  | { readonly event: "exit"; readonly id: string; readonly code: number }
  | { readonly event: "signal"; readonly id: string; readonly signal: string }
  | { readonly event: "killed"; readonly id: string }
  | { readonly event: "log"; readonly text: string; readonly to: Destination }
  | { readonly event: "prompt" }
  | { readonly event: "output"; readonly text: string }
  | { readonly event: "initscript"; readonly args: readonly string[] };

/** A process reports that it runs. */
export interface StartEvent {
  readonly event: "start";
  readonly id: string;
  readonly runlevel: string;
  readonly prevlevel: string;
  /** Only if there are more than two words. */
  readonly argv?: readonly string[];
  readonly env?: readonly string[];
  readonly parent?: "init" | "other";
  readonly leader?: boolean;
  /** In recordings: starts with the same number may come in any order. */
  readonly race?: number;
}

/** A line of init's own list. */
export interface TableLine {
  readonly id: string;
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
  readonly flags: readonly string[];
}

/** A record of utmp or wtmp. */
export interface AccountLine {
  readonly type: string;
  readonly id: string;
  readonly line: string;
  readonly user: string;
  readonly levels?: readonly string[];
}

/** The state at the end; null or missing in a recording: not established. */
export interface FinalState {
  readonly running: readonly string[];
  readonly alive: boolean;
  readonly runlevelFile?: string | null;
  readonly runlevel?: string | null;
  readonly prevlevel?: string | null;
  readonly thislevel?: string | null;
  readonly didBoot?: boolean | null;
  /** What ps shows of init, in the phases of the boot. */
  readonly title?: string | null;
  readonly table?: readonly TableLine[] | null;
  readonly utmp?: readonly AccountLine[] | null;
  readonly wtmp?: readonly AccountLine[] | null;
}

/** How a machine goes down. */
export type SystemEnd = "halt" | "power off" | "reboot";

/** A whole run. */
export interface Trace {
  readonly scenario?: string;
  readonly init: string;
  readonly events: readonly TraceEvent[];
  readonly final: FinalState;
  /** The machine went down before the end of the scenario. */
  readonly ended?: { readonly t: number; readonly how: SystemEnd };
  /** The simulation was broken off because it grew beyond a limit. */
  readonly stopped?: { readonly t: number; readonly why: string };
}

/** Init's list as it would hand it over. */
export function tableOf(state: InitState): readonly TableLine[] {
  return state.entries.map((entry) => ({
    id: entry.id,
    runlevels: entry.runlevels,
    action: entry.action,
    process: entry.process,
    flags: [
      ...(entry.running && !entry.zombie ? ["running"] : []),
      ...(entry.demand ? ["demand"] : []),
      ...(entry.executed ? ["executed"] : []),
      ...(entry.waiting && !entry.zombie ? ["waiting"] : []),
    ],
  }));
}
