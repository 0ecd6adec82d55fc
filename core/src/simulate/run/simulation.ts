// A scenario that was opened: what the command line, the server and the views ask of a simulation, whatever machine it is.

import type { Message } from "../../text/message.ts";
import type { Slices } from "../../text/slices.ts";
import type { SimulationLimits } from "./limits.ts";
import type { Happening, Offers } from "./offers.ts";
import type { Moment, SentSignal } from "./playback.ts";
import type { RecordReason } from "./reason.ts";
import type { RecordKey } from "./record-key.ts";
import type { SaidLine } from "./said.ts";
import type { ScenarioProblem } from "./scenario-form.ts";
import type { StoryLine, ToldEnd } from "./story.ts";
import type { ProcessInterval, Timeline } from "./timeline.ts";
import type { Scene, Stop } from "./trail.ts";

/** A whole run in the format of the recorded cases, as far as it is the same for every machine. */
export interface RunTrace {
  readonly scenario?: string;
  readonly init: string;
  readonly events: readonly { readonly t: number; readonly event: string }[];
  readonly final: { readonly running: readonly string[] };
  /** How the machine went down, of a machine whose events do not say so. */
  readonly ended?: { readonly t: number; readonly how: string };
  /** The simulation was broken off because it grew beyond a limit. */
  readonly stopped?: { readonly t: number; readonly why: string };
}

/** What every way to run a scenario gives. */
interface Told extends ToldEnd {
  readonly trace: RunTrace;
  readonly timeline: Timeline;
  readonly story: readonly StoryLine[];
  readonly said: readonly SaidLine[];
  /** The PREVLEVEL that a process of init got, by its number; undefined where there is no such thing. */
  readonly previousOf: (pid: number) => string | undefined;
}

/** A whole run, and how it ended. */
export interface SimulatedRun extends Told {
  /** Why each record runs or does not, at the end. */
  readonly reasons: readonly RecordReason[];
  /** How the run came to its end, in a sentence that a table of the records follows. */
  readonly closing: Message;
  /** What a record is called that is in no file. */
  readonly withoutFile: Message;
}

/** A run that can be looked at from any moment. */
export interface SimulatedPlay extends Told {
  readonly signals: readonly SentSignal[];
  readonly moments: readonly number[];
  /** The entries of init's list at the end. */
  readonly entries: readonly Lane[];
  readonly momentAt: (seconds: number) => Moment;
}

/** A run that can be walked through, thing by thing. */
export interface SimulatedWalk extends ToldEnd {
  /** In their order; there is at least one. */
  readonly stops: readonly Stop[];
  readonly timeline: Timeline;
  /** Init and its processes right after the stop at this place. */
  readonly sceneAt: (place: number) => Scene;
  /** The processes of records that run right after that stop. */
  readonly runningAt: (place: number) => readonly ProcessInterval[];
  /** The level or the phase in which init is right after that stop. */
  readonly levelAt: (place: number) => string;
  /** The PREVLEVEL that a process of init got, by its number; undefined where there is no such thing. */
  readonly previousOf: (pid: number) => string | undefined;
  /** The entries of init's list at the end. */
  readonly entries: readonly Lane[];
}

/** What a record is for init: it waits for the process, keeps it running, or starts it and goes on. */
export type RecordManner = "waits" | "respawns" | "once";

/** A record, or a line that init drops, as the lane of a timeline. `Words`: a sentence, or its words in a language. */
export interface Lane<Words = Message> {
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
  readonly dropped: Words | null;
  /** What goes through scripts, where the process calls such a program, and the level that it is called with. */
  readonly boots: { readonly program: string; readonly level: string } | null;
}

/** A scenario and the machine that plays it. All functions are pure: each call is a run of its own. */
export interface Simulation<Scenario> {
  /** The init as traces name it, with its release. */
  readonly init: string;
  /** The same for people. */
  readonly title: Message;
  /** Why it is this one, where nobody has named it and something around the table speaks for it. */
  readonly assumption?: Message;
  /** With what is usually meant filled in. */
  readonly scenario: Scenario;
  /** What can be done to the machine. */
  readonly offers: () => Offers;
  /** What makes the process of a record end on its own with a code; left out if nothing can. */
  readonly endWith?: (id: string, code: number) => Happening;
  /** In the format of the recorded cases. */
  readonly trace: () => RunTrace;
  readonly run: () => SimulatedRun;
  /** The same in slices. */
  readonly runSlices: () => Slices<SimulatedRun>;
  readonly play: (limits?: SimulationLimits) => SimulatedPlay;
  /** The same in slices. */
  readonly playSlices: (limits?: SimulationLimits) => Slices<SimulatedPlay>;
  /** A run to walk through, thing by thing. */
  readonly walk: (limits?: SimulationLimits) => SimulatedWalk;
  /** The same scenario with another table. */
  readonly withTable: (table: string) => Simulation<Scenario>;
}

/** What comes of opening a value: a simulation, which may have warnings, or what keeps it from being a scenario. */
export type Opening<Scenario> =
  | {
      readonly kind: "simulation";
      readonly simulation: Simulation<Scenario>;
      readonly problems: readonly ScenarioProblem[];
    }
  | { readonly kind: "wrong"; readonly problems: readonly ScenarioProblem[] };
