// What was seen of a run of procd.

import type { ProcdRequest } from "./machine/state.ts";

/** Something that was seen; `t` in seconds after procd has read its inittab, rounded to 0.01. */
export type ProcdTraceEvent = { readonly t: number } & ProcdSight;

/** What can be seen. */
export type ProcdSight =
  /** procd has entered a state. */
  | { readonly event: "state"; readonly state: string }
  /** A process begins; `device` is null where none is known. */
  | {
      readonly event: "start";
      readonly id: string;
      readonly device: string | null;
      readonly argv: readonly string[];
    }
  /** Enter was pressed: the program that waited for it has become the command. */
  | { readonly event: "enter"; readonly id: string; readonly device: string | null }
  /** The scripts of /etc/rc.d are called that the pattern names. */
  | { readonly event: "rcS"; readonly pattern: string; readonly argument: string }
  | { readonly event: "rcS-done"; readonly pattern: string }
  | { readonly event: "exit"; readonly id: string; readonly code: number }
  | { readonly event: "signal"; readonly id: string; readonly signal: string }
  /** It ended without having its say. */
  | { readonly event: "killed"; readonly id: string }
  | { readonly event: "log"; readonly text: string; readonly to: "log" }
  /** What procd asks of the kernel at the end. */
  | { readonly event: "down"; readonly how: ProcdRequest };

/** A whole run. */
export interface ProcdTrace {
  readonly scenario?: string;
  readonly init: string;
  readonly events: readonly ProcdTraceEvent[];
  readonly final: {
    /** The keys of the live processes, sorted. */
    readonly running: readonly string[];
  };
  /** The simulation was broken off because it grew beyond a limit. */
  readonly stopped?: { readonly t: number; readonly why: string };
}
