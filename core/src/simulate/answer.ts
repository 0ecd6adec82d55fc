// What the language server is asked about a simulation, and what it answers: plain JSON, the same for every editor.

import type { Dialect } from "../inittab/dialect.ts";
import type {
  LevelChange,
  LevelComparison as LevelComparisonOf,
  PlainChoice,
  WithoutTable,
} from "./contract.ts";
import type { AnyScenario } from "./machines.ts";
import type { RcCall } from "./rc-calls.ts";
import type { Offers } from "./run/offers.ts";
import type { Moment, SentSignal } from "./run/playback.ts";
import type { SaidLine } from "./run/said.ts";
import type { ScenarioProblem } from "./run/scenario-form.ts";
import type { Lane, RunTrace } from "./run/simulation.ts";
import type { StoryLine } from "./run/story.ts";
import type { Timeline } from "./run/timeline.ts";

/** The inittab that is meant: an open document, or a text. */
export interface InittabQuestion {
  readonly uri?: string;
  readonly text?: string;
}

/** A scenario without its table, which is that of a document. */
export type World = WithoutTable<AnyScenario>;

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

/** A record, or a line that init drops, as the lane of a timeline. */
export interface SimulationLane extends Lane {
  /** The first and the last line in the editor, from 0; null where the record stands in no open file. */
  readonly place: LinePlace | null;
}

/** Lines of an editor, from 0. */
export interface LinePlace {
  readonly first: number;
  readonly last: number;
}

/** A level or a phase of the boot that the file knows, or a group of entries where there are no levels. */
export interface LevelChoice extends Omit<PlainChoice, "records"> {
  readonly records: readonly SimulationLane[];
}

/** The whole run. */
export interface SimulationWhole {
  /** In the format of the recorded cases. */
  readonly run: RunTrace;
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
  readonly scenario?: World;
  /** What can be done to the machine; null where there is none. */
  readonly offers: Offers | null;
  readonly problems: readonly ScenarioProblem[];
  /** The run in a sentence. */
  readonly summary: string;
  readonly moment?: Moment;
}

/** The argument of `inittab.compareLevels`. */
export interface ComparisonQuestion extends InittabQuestion, LevelChange {}

/** What a change of level does: the answer of `inittab.compareLevels`. */
export type LevelComparison = LevelComparisonOf<AnyScenario>;

/** The formats of `inittab.renderSimulation`. */
export const exportFormats = ["svg", "json", "md"] as const;

/** A format of `inittab.renderSimulation`. */
export type ExportFormat = (typeof exportFormats)[number];
