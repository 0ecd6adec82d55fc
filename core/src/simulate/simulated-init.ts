// Every init that can be simulated, behind one door: the command line, the server and the views ask here, and draw and
// tell all runs alike. A new machine is a file like `sysvinit.ts` or `busybox/simulated.ts` and a line in `simulatedInit`.

import type { Dialect } from "../inittab/dialect.ts";
import type { InittabReading, InittabRecord } from "../inittab/read.ts";
import type { SysvinitVersion } from "../inittab/versions.ts";
import { listOf, type Message } from "../text/message.ts";
import type { AnyScenario, LevelChoice, SimulationLane } from "./answer.ts";
import type { BusyboxBuild } from "./busybox/builds.ts";
import { busyboxScenarioSchema } from "./busybox/scenario-schema.ts";
import { busyboxInit } from "./busybox/simulated.ts";
import type { BusyboxTrace } from "./busybox/trace.ts";
import { message } from "./message.ts";
import type { Offers } from "./sysvinit/offers.ts";
import type { Moment, SentSignal } from "./sysvinit/playback.ts";
import type { Timeline } from "./sysvinit/run.ts";
import type { SaidLine } from "./sysvinit/said.ts";
import { type JsonSchema, scenarioSchema } from "./sysvinit/scenario-schema.ts";
import type { SimulationLimits } from "./sysvinit/simulate.ts";
import { sysvinitInit } from "./sysvinit/simulated.ts";
import type { StoryLine } from "./sysvinit/story.ts";
import type { Trace } from "./sysvinit/trace.ts";
import type { ScenarioProblem } from "./sysvinit/validate.ts";
import type { RecordReason } from "./sysvinit/why.ts";

/** The dialects that have a machine. */
export const simulatedDialects: readonly SimulatedDialect[] = ["sysvinit", "busybox"];

/** A dialect that has a machine. */
export type SimulatedDialect = Extract<Dialect, "sysvinit" | "busybox">;

/** Which program of a dialect is meant. */
export interface SimulatedProgram {
  readonly version?: SysvinitVersion;
  /** Default: the one that the scenario names, else Debian's. */
  readonly build?: BusyboxBuild;
}

/** A lane without its place in an editor. */
export type PlainLane = Omit<SimulationLane, "place" | "rcLevel">;

/** Records that belong together, without places in an editor. */
export type PlainChoice = Omit<LevelChoice, "records"> & { readonly records: readonly InittabRecord[] };

/** A whole run, and how it ended. */
export interface SimulatedRun {
  /** In the format of the recorded cases. */
  readonly trace: Trace | BusyboxTrace;
  readonly timeline: Timeline;
  readonly story: readonly StoryLine[];
  readonly said: readonly SaidLine[];
  /** How the machine went down, in words. */
  readonly ended: { readonly t: number; readonly how: string } | undefined;
  /** Why each record runs or does not, at the end. */
  readonly reasons: readonly RecordReason[];
  /** How the run came to its end, in a sentence that a table of the records follows. */
  readonly closing: string;
  /** What a record is called that is in no file. */
  readonly withoutFile: string;
  /** The PREVLEVEL that a process of init got, by its number; undefined where there is no such thing. */
  readonly previousOf: (pid: number) => string | undefined;
}

/** A run that can be looked at from any moment. */
export interface SimulatedPlay
  extends Pick<SimulatedRun, "trace" | "timeline" | "story" | "said" | "ended" | "previousOf"> {
  readonly signals: readonly SentSignal[];
  readonly moments: readonly number[];
  /** The entries of init's list at the end. */
  readonly entries: readonly PlainLane[];
  readonly momentAt: (seconds: number) => Moment;
}

/** An init that can be simulated. All functions are pure; scenarios must have passed `validate`. */
export interface SimulatedInit {
  readonly dialect: SimulatedDialect;
  /** As traces name it, such as `sysvinit-3.14`. */
  readonly nameOf: (scenario: AnyScenario) => string;
  /** For people. */
  readonly titleOf: (scenario: AnyScenario) => string;
  readonly schema: JsonSchema;
  readonly validate: (value: unknown) => readonly ScenarioProblem[];
  /** The scenario with what is usually meant filled in. */
  readonly complete: (scenario: AnyScenario) => AnyScenario;
  readonly trace: (scenario: AnyScenario) => Trace | BusyboxTrace;
  readonly run: (scenario: AnyScenario) => SimulatedRun;
  readonly play: (scenario: AnyScenario, limits?: SimulationLimits) => SimulatedPlay;
  readonly offers: (scenario: AnyScenario) => Offers;
  readonly lane: (record: InittabRecord) => PlainLane;
  /** The lines of a table that have no entry of their own. */
  readonly otherLanes: (reading: InittabReading) => readonly PlainLane[];
  readonly choices: (reading: InittabReading) => readonly PlainChoice[];
  /** Into what a plain boot leads; null where init would ask. */
  readonly goal: (reading: InittabReading) => string | null;
}

/** The machine of a dialect, or undefined: there is none. */
export function simulatedInit(dialect: Dialect, program: SimulatedProgram = {}): SimulatedInit | undefined {
  switch (dialect) {
    case "sysvinit":
      return sysvinitInit(program);
    case "busybox":
      return busyboxInit(program);
    default:
      return undefined;
  }
}

/** The schema of scenario files, whichever init they are for: what editors complete and check them by. */
export const scenarioFileSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Inittab scenario",
  description: "An inittab of sysvinit or BusyBox, a world around it, and what happens.",
  anyOf: [scenarioSchema, busyboxScenarioSchema].map(({ $schema: _, ...schema }) => schema),
};

/** Why a file of this dialect is not simulated, in words that fit behind its name and a colon. */
export function whyNotSimulated(dialect: Dialect, because: Message | undefined): Message {
  const reason = because === undefined ? "" : message("not-simulated.because", { because });
  const known = listOf(simulatedDialects, "or");
  return dialect === "unknown"
    ? message("not-simulated.unknown", { reason, known })
    : message("not-simulated.dialect", { dialect, reason, known });
}

/** Whether a scenario is one of BusyBox's, by what only such a one has. */
export function scenarioDialect(value: unknown): SimulatedDialect | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const init: unknown = "init" in value ? value.init : undefined;
  if (typeof init === "string" && /^busybox\b/.test(init)) return "busybox";
  if (typeof init === "string" && /^sysvinit\b/.test(init)) return "sysvinit";
  return "ttys" in value || "stubs" in value ? "busybox" : undefined;
}
