// What is done to init, and how the processes around it behave. The format is that of the recorded cases.

import type { OpenrcVersion } from "../../initscript/openrc/versions.ts";
import type { MachineSpec } from "../../inittab/machine-profile.ts";
import type { ProcessSettings } from "../run/scenario.ts";

/** Something that happens from outside; `at` in seconds from the boot. */
export type ScenarioEvent = { readonly at: number } & (
  | {
      /** A level or letter, or the literal arguments of telinit. */
      readonly telinit: string | readonly string[];
      /** Seconds, for `telinit -t`. */
      readonly waitBetweenSignals?: number;
    }
  /** Assignments for `telinit -e`. */
  | { readonly setenv: string | readonly string[] }
  | {
      /** Without SIG, such as `HUP`. */
      readonly signal: string;
      /** Is put into the powerstatus file before. */
      readonly powerstatus?: string;
      readonly powerstatusPath?: string;
    }
  /** The new text of /etc/inittab; init is not notified. */
  | { readonly write: string }
  | { readonly writeFile: { readonly path: string; readonly text: string } }
  /** The path of a file that is removed. */
  | { readonly remove: string }
  | {
      /** Every live process with this id ends. */
      readonly kill: string;
      /** `exit` (the default): on its own; `KILL`: it is killed; `TERM`: it gets TERM. */
      readonly how?: "exit" | "KILL" | "TERM";
      /** The exit code of a process that ends on its own; default: its usual one. */
      readonly exit?: number;
    }
  /** The process of the service with this script is killed, and nobody takes away its lock and its pid file. */
  | { readonly killService: string }
  /** Typed at the console. */
  | { readonly console: string }
  /** A raw request on the control pipe. */
  | { readonly initctl: RawRequest }
);

/** A raw request. Defaults: command 1, 3 seconds, the right magic number and size. */
export interface RawRequest {
  readonly cmd?: number;
  readonly runlevel?: string | number;
  readonly sleeptime?: number;
  readonly magic?: number;
  readonly size?: number;
}

/** What a trace shows in addition. */
export const shownExtras = ["env", "parent"] as const;

/** A scenario: a table, a world around it, and what happens. */
export interface Scenario {
  readonly name?: string;
  /** The release, such as `sysvinit-3.14`; default: the newest. */
  readonly init?: string;
  /** The text of /etc/inittab; null: there is none. */
  readonly inittab: string | null;
  readonly bootArgs?: readonly string[];
  /** By the id of the process (recorded programs) or of the record (any other). */
  readonly processes?: Readonly<Record<string, ProcessSettings>>;
  readonly events?: readonly ScenarioEvent[];
  /** The simulation ends here; seconds. */
  readonly until: number;
  /** The machine, which says what terminals there are. Default: one that has all of them. */
  readonly machine?: MachineSpec;
  /** The release of OpenRC that the table calls. Default: the one that the system seems to have. */
  readonly openrc?: OpenrcVersion;
  /** Path to text, present at boot. */
  readonly files?: Readonly<Record<string, string>>;
  /** False: there is no directory /etc/inittab.d. */
  readonly inittabD?: boolean;
  /** True: there is an /etc/initscript that runs its fourth argument. */
  readonly initscript?: boolean;
  /** The text of /proc/cmdline. */
  readonly cmdline?: string;
  /** Further variables from the kernel. */
  readonly kernelEnv?: Readonly<Record<string, string>>;
  /** True: the console can be typed at. */
  readonly tty?: boolean;
  readonly show?: readonly (typeof shownExtras)[number][];
  /** True: the trace shows utmp and wtmp. */
  readonly utmp?: boolean;
  /** What a recording depends on besides init. */
  readonly needs?: readonly string[];
}
