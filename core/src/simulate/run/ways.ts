// Every way a machine can go: what a search through all states asks of a machine. The search knows no machine, and a
// machine does not know what is asked of its states.

/** The kinds of events that can be switched on and off. */
export const wayEvents = [
  "request",
  "key",
  "power",
  "hangup",
  "end",
  "storm",
  "enter",
  "answer",
  "file",
] as const;

/** A kind of event. */
export type WayEvent = (typeof wayEvents)[number];

/** The events that a search takes unless it is asked otherwise. */
export const defaultWayEvents: ReadonlySet<WayEvent> = new Set(wayEvents.filter((event) => event !== "file"));

/** Something that can happen in a state. */
export interface Move {
  readonly event: WayEvent;
  /** In the words of `simulate --at`; of a process that ends, the id by which a scenario knows it. */
  readonly words: string;
  /** The place of the record in the table that it is about, from 0. */
  readonly record?: number;
  /** Of the end of a process: init starts it again. */
  readonly again?: true;
  /** Of the end of a process: init waits for it. */
  readonly awaited?: true;
}

/** What can be seen of a state. */
export interface WayView {
  /** The level in which init is; empty where it knows none. */
  readonly level: string;
  /**
   * `resting`: init waits for something from outside; `waiting`: for the end of a process; `asking`: for a level to be
   * typed; `busy`: it goes round without waiting; `down`: the machine is off.
   */
  readonly kind: "resting" | "waiting" | "asking" | "busy" | "down";
  /** How the machine went down. */
  readonly down?: string;
  /** The places of the records whose process runs, rising. */
  readonly running: readonly number[];
  /** The places of the records that init has disabled for a while, rising. */
  readonly disabled: readonly number[];
  /** A process that init runs outside its list lets somebody in. */
  readonly otherLogin: boolean;
}

/** What came of a move. */
export interface WayStep<State> {
  readonly state: State;
  /** The places of the records that were started on the way, in their order. */
  readonly started: readonly number[];
}

/** A record that a search speaks of. */
export interface WayRecord {
  readonly id: string;
  /** As written: empty stands for every level. */
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
  /** The line in its file, from 1; undefined: it is built into init. */
  readonly line: number | undefined;
  /** Of which text it is a record: 0, or the place of a replacement from 1; of several the last one. */
  readonly table: number;
  /** The terminal that its process is given, such as `tty1`; undefined where its words name none. */
  readonly terminal: string | undefined;
  /** Init runs the process at some time, unlike that of `off` or `initdefault`. */
  readonly runs: boolean;
  /** Its process provides a login, as far as its words show it. */
  readonly login: boolean;
  /** Its process runs until somebody ends it on purpose, as far as its words show it. */
  readonly stays: boolean;
  /** The machine does not have its terminal, so its process ends at once. */
  readonly absent?: true;
  /** The moves that start it, in their words: a key, a power event. None: it runs as soon as one of its levels is entered. */
  readonly signs: readonly string[];
  /** What is seen of its process: records of one or two tables with the same are not told apart by who looks at processes. */
  readonly behaves: string;
  /** By what init finds the record again in another table, so that its process becomes that of its heir. */
  readonly heir: string;
}

/** The levels of an init that has some. */
export interface WayLevels {
  /** Those that a machine enters to go down, and never leaves. */
  readonly final: readonly string[];
  /** Single-user mode, and the levels from which people go there and come back. */
  readonly single: string;
  readonly multiUser: readonly string[];
  /** The words of the request for a level. */
  readonly request: (level: string) => string;
}

/** A way as a scenario, for the machine that it was found on. */
export interface PlayedWay {
  /** JSON, which the door of the machine opens. */
  readonly scenario: object;
  /** The moves of the way, with the moment of each in seconds from the boot, in the words of `simulate --at`. */
  readonly sequence: readonly { readonly at: number; readonly words: string }[];
}

/**
 * A machine as a search knows it. Times, process numbers and counts of restarts are forgotten: two states with one key
 * have the same future. All functions are pure.
 */
export interface Ways<State, Way extends Move = Move> {
  readonly records: readonly WayRecord[];
  /** What init reads from the table, but for what makes no difference: two machines with the same list do the same. */
  readonly list: string;
  readonly levels: WayLevels | undefined;
  /** The requests that are meant to bring the machine down, in their words. */
  readonly requestsDown: readonly string[];
  /** The move by which init reads its table again, in its words; undefined: it never does. */
  readonly reload: string | undefined;
  /** The machine was switched on, and init has come to wait for something. */
  readonly start: WayStep<State>;
  /** What can happen, in a fixed order. */
  readonly moves: (state: State) => readonly Way[];
  readonly after: (state: State, move: Way) => WayStep<State>;
  readonly key: (state: State) => string;
  readonly view: (state: State) => WayView;
  /** The moves from the start on as a scenario, which leads the machine into the state that they lead to. */
  readonly played: (moves: readonly Way[]) => PlayedWay;
  /** The ways to search instead of these if this state can be reached: more events count than `moves` lists. */
  readonly instead?: (state: State) => Ways<State, Way> | undefined;
}
