// Everything that init does to the world. Effects are told, never done.

import type { CommandLine } from "../../../inittab/command.ts";
import type { Destination, RuntimeMessageName } from "../../../inittab/messages.ts";
import type { RecordKey } from "../../run/record-key.ts";
import type { BusyReason, Entry } from "./state.ts";

/** A process is started. */
export interface StartEffect {
  readonly kind: "start";
  readonly record: RecordKey;
  readonly action: string;
  /** The process field as it stands in the table. */
  readonly process: string;
  readonly pid: number;
  readonly command: CommandLine;
  /** RUNLEVEL and PREVLEVEL as the process sees them. */
  readonly runlevel: string;
  readonly prevlevel: string;
  /** `NAME=value`, in init's order. */
  readonly environment: readonly string[];
  /**
   * The console is made its controlling terminal. Then a process of init's stands in between as leader of the group:
   * the command is not init's child. Observed: exec-parents.
   */
  readonly terminal: boolean;
  /** What init has printed and not yet written: the process has it too, until it becomes another program. */
  readonly unwritten?: string;
}

/** A record for utmp and wtmp. Source: spec/sysvinit.md, section 15. */
export interface AccountEffect {
  readonly kind: "account";
  readonly type: "INIT_PROCESS" | "DEAD_PROCESS" | "BOOT_TIME" | "RUN_LVL";
  readonly id: string;
  readonly user: string;
  readonly line: string;
  readonly pid: number;
  /** Of RUN_LVL: the new level and the one before. */
  readonly levels: readonly [string, string] | null;
}

/** What init does to the world. */
export type Effect =
  | StartEffect
  | AccountEffect
  /** A signal to a process group; the leader has this id. */
  | {
      readonly kind: "signal-group";
      readonly pid: number;
      readonly signal: "TERM" | "KILL";
      readonly record: RecordKey;
    }
  /** A message, word for word. `message` is null for the reader's words about a line. */
  | {
      readonly kind: "say";
      readonly text: string;
      readonly to: Destination;
      readonly message: RuntimeMessageName | null;
    }
  | { readonly kind: "ask" }
  /** The console is set to sane modes; what was typed ahead is lost. */
  | { readonly kind: "set-console" }
  | { readonly kind: "create-pipe" }
  | { readonly kind: "open-pipe" }
  /** What stood in the pipe unread is lost. */
  | { readonly kind: "close-pipe"; readonly lost: number }
  /** The request cannot be delivered: `missing`: no such file; `unread`: no process has the pipe open; `full`. */
  | { readonly kind: "refuse-request"; readonly why: "missing" | "unread" | "full" }
  | { readonly kind: "remove-file"; readonly path: string }
  | { readonly kind: "write-runlevel"; readonly level: string }
  | { readonly kind: "read-table"; readonly entries: readonly Entry[] }
  | { readonly kind: "title"; readonly title: string }
  /** Init runs its own program again and hands over this list. */
  | { readonly kind: "re-execute"; readonly table: readonly Entry[] }
  /** From now on the real init uses up a processor until something happens; the simulation does not go round with it. */
  | { readonly kind: "busy-loop"; readonly why: BusyReason };
