// What init knows between two things that happen to it. Plain data: it can be kept, compared, stored as JSON and gone
// back to.

import type { SysvinitVersion } from "../../../inittab/versions.ts";
import { defaultSysvinitVersion } from "../../../inittab/versions.ts";
import type { Ticks } from "../../run/ticks.ts";

/** A record in init's list, with what init remembers about it. Source: spec/sysvinit.md, section 1.3. */
export interface Entry {
  readonly id: string;
  /** As stored: `#`, `*` and the defaults filled in. */
  readonly runlevels: string;
  /** The lower-case name. */
  readonly action: string;
  readonly process: string;
  /** The file that holds the record; null for one that init added by itself. */
  readonly path: string | null;
  /** Init's count of lines, from 1. */
  readonly line: number;
  /** It has a live process, as far as init knows. */
  readonly running: boolean;
  /** Its process has died and init has not yet taken note. */
  readonly zombie: boolean;
  /** Init waits for its process; nothing behind it in the list is started. */
  readonly waiting: boolean;
  /** It has been started since it last became startable; a disarmed power record has this set from the beginning. */
  readonly executed: boolean;
  /** It was called by telinit a, b or c. */
  readonly demand: boolean;
  /** It respawned too fast and is disabled. */
  readonly failing: boolean;
  /** The process that init watches, or 0. */
  readonly pid: number;
  /** The second in which counting began, or in which it was disabled; null: long ago. */
  readonly windowStart: number | null;
  /** Starts counted in the window, less one. */
  readonly count: number;
}

/** The signals that init acts upon. */
export const initSignals = ["PWR", "INT", "RTMIN+4", "WINCH", "ALRM", "CHLD", "HUP", "USR1", "USR2"] as const;

/** A signal that init acts upon. */
export type InitSignal = (typeof initSignals)[number];

/** A request as it comes out of the control pipe. */
export interface PipeRequest {
  /** 1 level, 2 power failing, 3 failing now, 4 power back, 6 variables; anything else is not implemented. */
  readonly command: number;
  /** One character; empty stands for a zero byte. */
  readonly level: string;
  /** Seconds between TERM and KILL. */
  readonly waitTime: number;
  /** Wrong magic number or wrong size. */
  readonly bogus: boolean;
  /** The assignments of command 6. */
  readonly variables: readonly string[];
}

/** What becomes of the table after a reading, and of init after the killing that may follow. */
export interface Killing {
  readonly kind: "killing";
  /** TERM was sent and init looks whether all are gone; or KILL was sent and it waits once more. */
  readonly stage: "term" | "kill";
  /** The entries of the old list that are to be killed, by index. */
  readonly victims: readonly number[];
  /** The new list, which takes over when the killing is done. */
  readonly successors: readonly Entry[];
  /** For each old entry the index of its successor, or -1. */
  readonly links: readonly number[];
  readonly since: Ticks;
  /** When init decides next. */
  readonly checkAt: Ticks;
  readonly then: Continuation;
}

/** Where init goes on after a reading. */
export type Continuation =
  | { readonly kind: "request"; readonly place: WaitingPlace }
  | { readonly kind: "demand"; readonly letter: string; readonly place: WaitingPlace }
  | { readonly kind: "hangup" };

/** Init waits for requests in its transition (nothing runs) or in its main loop. */
export type WaitingPlace = "transition" | "loop";

/** Why init goes round its main loop without ever sleeping. */
export type BusyReason = "single-user" | "control-pipe";

/** What init is doing while nothing happens. */
export type Phase =
  | { readonly kind: "off" }
  | { readonly kind: "emergency"; readonly pid: number }
  | { readonly kind: "waiting"; readonly place: WaitingPlace; readonly since: Ticks }
  /** `typed`: what has come of a line so far; `left`: the second byte of the last answer, which a shorter one leaves. */
  | { readonly kind: "asking"; readonly of: "#" | "S"; readonly typed: string; readonly left: string }
  | Killing
  | { readonly kind: "spinning"; readonly why: BusyReason };

/** The whole of init's memory, and its view of the files it looks at. */
export interface InitState {
  readonly version: SysvinitVersion;
  /** When the last thing happened. */
  readonly now: Ticks;
  readonly phase: Phase;
  /** Halted by TSTP until CONT. */
  readonly stopped: boolean;
  /** The level that decides what may run; `#` and `*` in the boot phases. */
  readonly level: string;
  /** What children see as RUNLEVEL and PREVLEVEL. */
  readonly shownLevel: string;
  readonly shownPrevious: string;
  /** The level of the boot arguments. */
  readonly bootLevel: string | null;
  /** The level to enter after the boot phase. */
  readonly target: string | null;
  readonly didBoot: boolean;
  /** "no more processes" may be said. */
  readonly warns: boolean;
  /** Seconds between TERM and KILL. */
  readonly waitTime: number;
  readonly pending: readonly InitSignal[];
  readonly entries: readonly Entry[];
  /** Requests in the control pipe that init has not read yet. */
  readonly inbox: readonly PipeRequest[];
  /** `missing`: not there; `closed`: there, but init does not hold it open; `left`: closed by USR2 until USR1. */
  readonly pipe: "missing" | "closed" | "open" | "left";
  /** The variables of telinit -e, by slot. */
  readonly variables: readonly (string | null)[];
  /** What init itself inherited, as `NAME=value`. */
  readonly inherited: readonly string[];
  readonly console: string;
  /** What ps shows of init; empty before the boot. */
  readonly title: string;
  /** What stands in the runlevel file as far as init wrote it. */
  readonly runlevelFile: string | null;
  /** RTMIN+4 has started its shutdown; init does it once. */
  readonly powerOffStarted: boolean;
  /** When the alarm is due that looks after disabled entries. */
  readonly alarmAt: Ticks | null;
  /** What init has printed into the buffer of its standard output, which it never writes. Observed: fidelity-got-line. */
  readonly unwritten: string;
  /** The last process id that was given out. */
  readonly lastPid: number;
  /** The files that init looks at, by path; those of /etc/inittab.d in directory order. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether the directory /etc/inittab.d exists. */
  readonly hasInittabD: boolean;
}

/** The state of a machine that is switched off. */
export function initialState(version: SysvinitVersion = defaultSysvinitVersion): InitState {
  return {
    version,
    now: 0,
    phase: { kind: "off" },
    stopped: false,
    level: "S",
    shownLevel: "S",
    shownPrevious: "N",
    bootLevel: null,
    target: null,
    didBoot: false,
    warns: true,
    waitTime: 0,
    pending: [],
    entries: [],
    inbox: [],
    pipe: "missing",
    variables: [],
    inherited: [],
    console: "/dev/console",
    title: "",
    runlevelFile: null,
    powerOffStarted: false,
    alarmAt: null,
    unwritten: "",
    lastPid: 1,
    files: {},
    hasInittabD: true,
  };
}
