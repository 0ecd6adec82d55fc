// What is done to procd, and how the processes around it behave.

import type { MachineSpec } from "../../inittab/machine-profile.ts";
import type { ProcessSettings } from "../run/scenario.ts";

/** Something that happens from outside; `at` in seconds after procd has read its inittab. */
export type ProcdScenarioEvent = {
  readonly at: number;
} /** To process 1; without SIG, such as `TERM`. */ & (
  | { readonly signal: string }
  | {
      /** Every live process with this key gets a signal. */
      readonly kill: string;
      /** Without SIG; default KILL. */
      readonly with?: string;
      /** Only those of this device. Default: all. */
      readonly on?: string;
    }
  /** Typed on a terminal; `console` is the kernel's console, whatever it is called. */
  | { readonly tty: string; readonly input: string }
);

/** A scenario: a table, a world around it, and what happens. */
export interface ProcdScenario {
  readonly name?: string;
  readonly init?: string;
  /** The text of /etc/inittab; null: there is none. */
  readonly inittab: string | null;
  readonly bootArgs?: readonly string[];
  /** The machine, which says what terminals there are. Default: one that has all of them. */
  readonly machine?: MachineSpec;
  /** The names below /dev. Default: those that the machine has, or console and all that the table names. */
  readonly devices?: readonly string[];
  /** The values of `console=` on the kernel's command line. Default: the console of the machine, or none. */
  readonly consoles?: readonly string[];
  /** The kernel's active console. Default: not known. */
  readonly active?: string;
  /** By key, which is the command with single blanks, or `sysinit` and `shutdown` of runs of scripts: how they behave. */
  readonly processes?: Readonly<Record<string, Omit<ProcessSettings, "termDelay" | "leaves">>>;
  readonly events?: readonly ProcdScenarioEvent[];
  /** The simulation ends here; seconds. */
  readonly until: number;
}
