// What the language server is asked about a simulation, and what it answers: plain JSON, the same for every editor.

import type { Dialect } from "../inittab/dialect.ts";
import type { BusyboxScenario } from "./busybox/scenario.ts";
import type { BusyboxTrace } from "./busybox/trace.ts";
import type { RcCall } from "./rc-calls.ts";
import type { Offers } from "./run/offers.ts";
import type { Moment, SentSignal } from "./run/playback.ts";
import type { RecordKey } from "./run/record-key.ts";
import type { SaidLine } from "./run/said.ts";
import type { ScenarioProblem } from "./run/scenario-form.ts";
import type { StoryLine } from "./run/story.ts";
import type { ProcessInterval, Timeline } from "./run/timeline.ts";
import type { Scenario } from "./sysvinit/scenario.ts";
import type { Trace } from "./sysvinit/trace.ts";

/** The inittab that is meant: an open document, or a text. */
export interface InittabQuestion {
  readonly uri?: string;
  readonly text?: string;
}

/** A scenario of any init that can be simulated. */
export type AnyScenario = Scenario | BusyboxScenario;

/** An event of any machine, without its time. */
export type AnyHappening = WithoutTime<NonNullable<AnyScenario["events"]>[number]>;

type WithoutTime<Event> = Event extends unknown ? Omit<Event, "at"> : never;

/** A scenario without its table, which is that of a document. */
export type World = Omit<Scenario, "inittab"> | Omit<BusyboxScenario, "inittab">;

/** The argument of the command `inittab.simulate`. */
export interface SimulationQuestion extends InittabQuestion {
  /** The world and the events; without it a boot of a minute. */
  readonly scenario?: Partial<World>;
  /** Boots into this level instead of the one that the boot arguments or the file name. */
  readonly level?: string;
  /** The moment to tell about, in seconds. Default: the end. */
  readonly at?: number;
  /** `moment`: the moment alone, for a view that has the rest. */
  readonly only?: "moment";
  /** True: the server also shows the summary to the user. */
  readonly show?: boolean;
}

/** What a record is for init: it waits for the process, keeps it running, or starts it and goes on. */
export type RecordManner = "waits" | "respawns" | "once";

/** A record, or a line that init drops, as the lane of a timeline. */
export interface SimulationLane {
  readonly record: RecordKey;
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
  /** The record in one line, as a file has it. */
  readonly text: string;
  readonly manner: RecordManner;
  /** By this key a scenario says how its process behaves. */
  readonly key: string;
  /** What init says of a line that it drops, or why it has no entry of its own; null for a record. */
  readonly dropped: string | null;
  /** The first and the last line in the editor, from 0; null where the record stands in no open file. */
  readonly place: LinePlace | null;
  /** The level whose scripts the process calls through rc; null where it calls no rc. */
  readonly rcLevel: string | null;
}

/** Lines of an editor, from 0. */
export interface LinePlace {
  readonly first: number;
  readonly last: number;
}

/** A level or a phase of the boot that the file knows, or a group of entries where there are no levels. */
export interface LevelChoice {
  readonly level: string;
  /** `level`: a machine can be booted into it. */
  readonly kind: "level" | "on-demand" | "phase" | "group";
  readonly purpose: string;
  readonly isDefault: boolean;
  readonly records: readonly SimulationLane[];
}

/** The whole run. */
export interface SimulationWhole {
  /** In the format of the recorded cases. */
  readonly run: Trace | BusyboxTrace;
  readonly timeline: Timeline;
  readonly signals: readonly SentSignal[];
  readonly story: readonly StoryLine[];
  /** What is said on the console, on other terminals and in the log. */
  readonly said: readonly SaidLine[];
  /** When something happens, rising; seconds. */
  readonly moments: readonly number[];
  /** In the order of the file; records that are in no file stand last. */
  readonly lanes: readonly SimulationLane[];
  /** When rc was called and for what, in order: with these `inittab.followRc` is asked for its scripts. */
  readonly rcCalls: readonly RcCall[];
}

/** The answer of `inittab.simulate`. Without a moment nothing was simulated, and the problems say why. */
export interface SimulationAnswer extends Partial<SimulationWhole> {
  /** The init that was simulated, such as `sysvinit-3.14`; empty where the dialect has no simulation. */
  readonly init: string;
  /** The same for people. */
  readonly title: string;
  readonly dialect: Dialect;
  /** What was simulated, with all defaults filled in; the text of the table is left out. */
  readonly scenario: World;
  /** What can be done to the machine; null where there is none. */
  readonly offers: Offers | null;
  readonly problems: readonly ScenarioProblem[];
  /** The run in a sentence. */
  readonly summary: string;
  readonly moment?: Moment;
}

/** The argument of `inittab.compareLevels`. */
export interface ComparisonQuestion extends InittabQuestion {
  readonly from: string;
  readonly to: string;
}

/** What a change of level does: the answer of `inittab.compareLevels`. */
export interface LevelComparison {
  /** The level is changed at this time, in seconds. */
  readonly at: number;
  readonly scenario: Omit<Scenario, "inittab">;
  readonly stops: readonly ProcessInterval[];
  readonly stays: readonly ProcessInterval[];
  readonly starts: readonly ProcessInterval[];
}

/** The formats of `inittab.renderSimulation`. */
export const exportFormats = ["svg", "json", "md"] as const;

/** A format of `inittab.renderSimulation`. */
export type ExportFormat = (typeof exportFormats)[number];
