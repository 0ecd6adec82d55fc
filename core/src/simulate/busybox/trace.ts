// What was seen of a run of BusyBox init. The format is that of the recorded cases.

/** Something that was seen; `t` in seconds after init was started, rounded to 0.01. */
export type BusyboxTraceEvent = { readonly t: number } & BusyboxSight;

/** What can be seen. */
export type BusyboxSight =
  | BusyboxStartEvent
  | { readonly event: "exit"; readonly id: string; readonly code: number }
  | { readonly event: "signal"; readonly id: string; readonly signal: string }
  /** It ended without having its say. */
  | { readonly event: "killed"; readonly id: string }
  /** `to`: `console`, the name of a terminal, or `syslog`. */
  | { readonly event: "log"; readonly text: string; readonly to: string }
  /** Process 1 is gone; `by` is what the kernel sends in its place: HUP for a reboot, INT for the rest. */
  | { readonly event: "init-exit"; readonly by: "HUP" | "INT"; readonly meaning: string };

/** A process reports that it runs. Only what is unusual is included. */
export interface BusyboxStartEvent {
  readonly event: "start";
  readonly id: string;
  /** Standard input, when it is not the console. */
  readonly tty?: string;
  /** The name under which it was started began with a dash. */
  readonly login?: true;
  /** The arguments, when there are more than the key. */
  readonly args?: readonly string[];
  /** The variable RUNLEVEL, when it is set. */
  readonly runlevel?: string;
  /** It runs as process 1. */
  readonly pid1?: true;
}

/** A whole run. */
export interface BusyboxTrace {
  readonly scenario?: string;
  readonly init: string;
  readonly events: readonly BusyboxTraceEvent[];
  readonly final: {
    /** The keys of the live processes, sorted. */
    readonly running: readonly string[];
  };
  /** The simulation was broken off because it grew beyond a limit. */
  readonly stopped?: { readonly t: number; readonly why: string };
}
