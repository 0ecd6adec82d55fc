// BusyBox init as plain data. Init is a straight program that now and then waits: what it still has to do is a list of
// tasks, and the first one is the one that waits.

import type { Encoding } from "../../../text/bytes.ts";
import type { Ticks } from "../../run/ticks.ts";
import type { BusyboxBuild } from "./builds.ts";
import type { BusyboxDeath } from "./death.ts";
import type { InitLine, SystemRequest } from "./messages.ts";

/** The eight actions. */
export const busyboxActions = [
  "sysinit",
  "wait",
  "once",
  "respawn",
  "askfirst",
  "ctrlaltdel",
  "shutdown",
  "restart",
] as const;

/** One of the eight actions. */
export type BusyboxAction = (typeof busyboxActions)[number];

/** An entry of init's list. */
export interface BusyboxEntry {
  /** The device, or empty for init's own console. */
  readonly terminal: string;
  readonly command: string;
  /** Undefined: it has vanished from the file, and its process still runs. */
  readonly action: BusyboxAction | undefined;
  /** The process of a respawn or askfirst entry; 0: it has none. */
  readonly pid: number;
  /** The line of /etc/inittab, from 1; undefined for an entry that is built in. */
  readonly line: number | undefined;
}

/** The signals that init acts upon, and the death of a child. */
export type BusyboxSignal = "HUP" | "INT" | "QUIT" | "USR1" | "USR2" | "TERM" | "CHLD" | "PWR";

/** The numbers decide which of several signals is taken first. The death of a child is one of them: it is before PWR. */
export const signalNumbers: Readonly<Record<BusyboxSignal, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  USR1: 10,
  USR2: 12,
  TERM: 15,
  CHLD: 17,
  PWR: 30,
};

/** Where init says something; `tty5` is the virtual console of the log where there is no syslog. */
export type LogPlace = "console" | "syslog" | "tty5";

/** One thing that init still has to do. */
export type BusyboxTask =
  /** Start the entries with these actions, from this place of the list on. */
  | { readonly kind: "run"; readonly actions: readonly BusyboxAction[]; readonly from: number }
  /** Wait for the end of a process, and collect whatever else ends meanwhile. */
  | { readonly kind: "await"; readonly pid: number }
  /** Take one signal if there is one. */
  | { readonly kind: "poll" }
  /** Wait for a signal and take it. */
  | { readonly kind: "attend" }
  /** Collect the dead and tell of them. */
  | { readonly kind: "look" }
  /** Do nothing until then. */
  | { readonly kind: "pause"; readonly span: Ticks; readonly until?: Ticks }
  /** The main loop, once more. */
  | { readonly kind: "loop" }
  | { readonly kind: "say"; readonly line: InitLine; readonly to: readonly ("console" | "syslog")[] }
  | { readonly kind: "signal-all"; readonly signal: "TERM" | "KILL" }
  /** Become the program of the first restart entry. */
  | { readonly kind: "become" }
  | { readonly kind: "request"; readonly how: SystemRequest };

/** Everything that init knows, and the files it reads. */
export interface BusyboxState {
  readonly build: BusyboxBuild;
  readonly now: Ticks;
  /** In init's order. */
  readonly entries: readonly BusyboxEntry[];
  readonly tasks: readonly BusyboxTask[];
  readonly pending: readonly BusyboxSignal[];
  /** Children that run, and those that have ended and are not collected; in the order of their birth. */
  readonly children: readonly number[];
  readonly dead: readonly { readonly pid: number; readonly at: Ticks; readonly how: BusyboxDeath }[];
  /** Children that end as soon as init waits for anything. */
  readonly dying: readonly { readonly pid: number; readonly how: BusyboxDeath }[];
  readonly lastPid: number;
  /** Since when TSTP holds init; undefined: it goes on. */
  readonly stoppedAt: Ticks | undefined;
  /** On its way down, or to become another program, init acts on no signal any more, not even on TSTP. */
  readonly deaf: boolean;
  /** `gone`: process 1 is another program, or the machine is down. */
  readonly alive: "yes" | "gone";
  /** The text of /etc/inittab; null: there is none. */
  readonly inittab: string | null;
  /** The names of the terminals below /dev that can be opened. */
  readonly terminals: readonly string[];
  /** How the characters of the files stand for bytes. */
  readonly encoding: Encoding;
  /** The console is a virtual one, so that without a syslog the log has a virtual console of its own. */
  readonly virtualConsole: boolean;
}

/** Something that happens to init. Times must not go backwards. */
export type BusyboxEvent = { readonly at: Ticks } & (
  | {
      readonly kind: "boot";
      readonly arguments: readonly string[];
      readonly inittab: string | null;
      readonly terminals: readonly string[];
      /** Default: UTF-8. */
      readonly encoding?: Encoding;
      /** The console is a virtual one. */
      readonly virtualConsole?: boolean;
    }
  /** The name without SIG; others than init's own change nothing. */
  | { readonly kind: "signal"; readonly signal: string }
  /** Children have ended, or processes whose parents are gone; several, if all that happened before init could look. They ended alike; default: with 0. */
  | { readonly kind: "died"; readonly pids: readonly number[]; readonly how?: BusyboxDeath }
  /** The program that process 1 was to become cannot be run. */
  | { readonly kind: "failed" }
  /** /etc/inittab was written; null: removed. Init is not told. */
  | { readonly kind: "file"; readonly text: string | null }
  /** Time has passed. */
  | { readonly kind: "timer" }
);

/** Something that init does to the world. */
export type BusyboxEffect =
  | {
      readonly kind: "start";
      readonly pid: number;
      readonly terminal: string;
      readonly command: string;
      readonly action: BusyboxAction;
      readonly line: number | undefined;
      /** It waits for Enter on its terminal first. */
      readonly asks: boolean;
    }
  /** Debian's build passes over an entry whose terminal does not exist. */
  | { readonly kind: "skip"; readonly terminal: string; readonly command: string }
  /** `echo`: the console has it already. */
  | { readonly kind: "say"; readonly text: string; readonly to: LogPlace; readonly echo?: true }
  | { readonly kind: "signal"; readonly pid: number; readonly signal: "TERM" }
  | { readonly kind: "signal-all"; readonly signal: "TERM" | "KILL" }
  /** Process 1 becomes this program. */
  | { readonly kind: "become"; readonly terminal: string; readonly command: string }
  | { readonly kind: "request"; readonly how: SystemRequest };

/** What came of an event. */
export interface BusyboxStep {
  readonly state: BusyboxState;
  readonly effects: readonly BusyboxEffect[];
}

/** Init before its first moment. */
export function initialBusyboxState(build: BusyboxBuild): BusyboxState {
  return {
    build,
    now: 0,
    entries: [],
    tasks: [],
    pending: [],
    children: [],
    dead: [],
    dying: [],
    lastPid: 1,
    stoppedAt: undefined,
    deaf: false,
    alive: "yes",
    inittab: null,
    terminals: [],
    encoding: "utf-8",
    virtualConsole: false,
  };
}
