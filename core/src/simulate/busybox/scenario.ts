// What is done to BusyBox init, and how the processes around it behave. The format is that of the recorded cases.

import type { OpenrcVersion } from "../../initscript/openrc/versions.ts";
import type { MachineSpec } from "../../inittab/machine-profile.ts";
import type { ProcessSettings } from "../run/scenario.ts";
import type { BusyboxConfig } from "./machine/builds.ts";

/** Something that happens from outside; `at` in seconds after init was started. */
export type BusyboxScenarioEvent = {
  readonly at: number;
} /** To process 1; without SIG, such as `HUP`. */ & (
  | { readonly signal: string }
  /** The new text of /etc/inittab, or null: it is removed. Init is not notified. */
  | { readonly write: string | null }
  | {
      /** Every live process with this key gets a signal. */
      readonly kill: string;
      /** Without SIG; default KILL. */
      readonly with?: string;
      /** Only those of this terminal: `console`, or its name below /dev. Default: all. */
      readonly on?: string;
    }
  /** Typed on the console. */
  | { readonly console: string }
  /** Typed on another terminal. */
  | { readonly tty: string; readonly input: string }
);

/** A scenario: a table, a world around it, and what happens. */
export interface BusyboxScenario {
  readonly name?: string;
  /** The build, as `busyboxBuilds` names it; default: the newest release as Buildroot builds it. */
  readonly init?: string;
  /** Options of the configuration that are not as the build has them. */
  readonly config?: Partial<BusyboxConfig>;
  /** The text of /etc/inittab; null: there is none. */
  readonly inittab: string | null;
  readonly bootArgs?: readonly string[];
  /** The machine, which says what terminals there are. Default: one that has all of them. */
  readonly machine?: MachineSpec;
  /** The release of OpenRC that the table calls. Default: the one that the system seems to have. */
  readonly openrc?: OpenrcVersion;
  /** The terminals below /dev that exist beside console, null and tty. Default: none, or all that are named where each entry is a program of its own. */
  readonly ttys?: readonly string[];
  /** Paths where the recorded test program was put as well. */
  readonly stubs?: readonly string[];
  /** By key: the first word after /bin/p, or the whole process field where each entry is a program of its own. */
  readonly processes?: Readonly<Record<string, Omit<ProcessSettings, "termDelay">>>;
  readonly events?: readonly BusyboxScenarioEvent[];
  /** The simulation ends here; seconds. */
  readonly until: number;
}
