// procd as plain data: what it knows between two things that happen to it.

import type { ProcdEntry } from "../../../inittab/procd-entries.ts";
import type { Ticks } from "../../run/ticks.ts";
import type { ProcdState } from "./states.ts";
import type { ProcdTerminals } from "./terminals.ts";

/** An entry and the line that it stands in. */
export interface PlacedEntry extends ProcdEntry {
  /** From 1. */
  readonly line: number;
}

/** Where procd is: `early` before it reads its inittab, `halt` when it sends signals to all and then goes down. */
export type ProcdPhase = "early" | ProcdState | "halt";

/** What procd is asked for at the end. */
export type ProcdRequest = "halt" | "power-off" | "reboot";

/** A process that is to be started again. */
export interface ProcdRestart {
  readonly at: Ticks;
  readonly start: ProcdStart;
}

/** Everything that procd knows. */
export interface ProcdMachineState {
  readonly now: Ticks;
  readonly phase: ProcdPhase;
  /** In the order of the file. */
  readonly entries: readonly PlacedEntry[];
  readonly terminals: ProcdTerminals;
  /** The number of the run of scripts whose end leads into the next state; undefined: no run does. */
  readonly awaits: number | undefined;
  /** The start scripts still run. */
  readonly boots: boolean;
  /** In the order in which they are due. */
  readonly restarts: readonly ProcdRestart[];
  readonly lastPid: number;
  /** What was asked for; undefined: nothing yet. */
  readonly asked: ProcdRequest | undefined;
  /** What is done next in the state halt, and when. */
  readonly next: { readonly at: Ticks; readonly what: "KILL" | "pause" | "down" } | undefined;
}

/** Something that happens to procd. Times must not go backwards. */
export type ProcdEvent = { readonly at: Ticks } & (
  | {
      readonly kind: "boot";
      readonly entries: readonly PlacedEntry[];
      /** What the reader says of the lines. */
      readonly messages: readonly string[];
      readonly terminals: ProcdTerminals;
    }
  /** The name without SIG; others than procd's own change nothing. */
  | { readonly kind: "signal"; readonly signal: string }
  /** A process has ended that was started so. */
  | { readonly kind: "died"; readonly start: ProcdStart }
  /** The scripts of a run have ended. */
  | { readonly kind: "scripts-over"; readonly pid: number }
  /** Time has passed. */
  | { readonly kind: "timer" }
);

/** How procd starts the process of an entry. */
export interface ProcdStart {
  readonly entry: PlacedEntry;
  /** Null: none is known. */
  readonly device: string | null;
  readonly argv: readonly string[];
  /** It waits for Enter first. */
  readonly asks: boolean;
}

/** Something that procd does to the world. */
export type ProcdEffect =
  /** `stays`: no run of scripts leads out of the state. */
  | { readonly kind: "enter"; readonly phase: Exclude<ProcdPhase, "early">; readonly stays: boolean }
  | { readonly kind: "start"; readonly pid: number; readonly start: ProcdStart }
  /** The scripts of /etc/rc.d are run one after the other. */
  | {
      readonly kind: "scripts";
      readonly pid: number;
      readonly entry: PlacedEntry;
      readonly pattern: string;
      readonly argument: string;
    }
  | { readonly kind: "say"; readonly text: string }
  /** HUP is logged; its words were not recorded. */
  | { readonly kind: "note-hangup" }
  /** A shutdown begins while start scripts run; what becomes of them was not recorded. */
  | { readonly kind: "leave-scripts" }
  | { readonly kind: "signal-all"; readonly signal: "TERM" | "KILL" }
  | { readonly kind: "request"; readonly how: ProcdRequest };

/** What came of an event. */
export interface ProcdMachineStep {
  readonly state: ProcdMachineState;
  readonly effects: readonly ProcdEffect[];
}

/** procd before its first moment. */
export const initialProcdState: ProcdMachineState = {
  now: 0,
  phase: "early",
  entries: [],
  terminals: { devices: new Set(), consoles: [], active: undefined },
  awaits: undefined,
  boots: false,
  restarts: [],
  lastPid: 1,
  asked: undefined,
  next: undefined,
};
