// Every init that can be simulated, behind one door: the command line, the server and the views ask here, and draw and
// tell all runs alike.

import { type Dialect, isUnknown } from "../inittab/dialect.ts";
import type { MachineSpec } from "../inittab/machine-profile.ts";
import type { SysvinitVersion } from "../inittab/versions.ts";
import { listOf, type Message } from "../text/message.ts";
import type { BusyboxChoice } from "./busybox/options.ts";
import type { BusyboxScenario } from "./busybox/scenario.ts";
import { busyboxInit } from "./busybox/simulated.ts";
import { busyboxWays } from "./busybox/ways.ts";
import type { MachineDoor } from "./contract.ts";
import { message } from "./message.ts";
import type { ProcdScenario } from "./procd/scenario.ts";
import { procdInit } from "./procd/simulated.ts";
import { procdWays } from "./procd/ways.ts";
import type { JsonSchema } from "./run/json-schema.ts";
import type { Simulation as SimulationOf } from "./run/simulation.ts";
import type { Move, WayEvent, Ways } from "./run/ways.ts";
import type { Scenario } from "./sysvinit/scenario.ts";
import { sysvinitInit } from "./sysvinit/simulated.ts";
import { sysvinitWays } from "./sysvinit/ways.ts";
import { waysOn } from "./ways-on-machine.ts";

/** A scenario of any init that can be simulated. */
export type AnyScenario = Scenario | BusyboxScenario | ProcdScenario;

/** An event of any machine, without its time. */
export type AnyHappening = WithoutTime<NonNullable<AnyScenario["events"]>[number]>;

type WithoutTime<Event> = Event extends unknown ? Omit<Event, "at"> : never;

/** A dialect that has a machine. */
export type SimulatedDialect = Extract<Dialect, "sysvinit" | "busybox" | "procd">;

/** Which program of a dialect is meant. */
export interface SimulatedProgram extends BusyboxChoice {
  /** Whatever the scenario names. */
  readonly version?: SysvinitVersion;
  /** Where neither that nor the scenario names one. Default: the newest. */
  readonly usualVersion?: SysvinitVersion;
}

/** An init that can be simulated. */
export type SimulatedInit = MachineDoor<AnyScenario, SimulatedDialect>;

/** A scenario that was opened, and the machine that plays it. */
export type Simulation = SimulationOf<AnyScenario>;

/** All machines: a new one is a line here. */
const machines: Readonly<Record<SimulatedDialect, (program: SimulatedProgram) => SimulatedInit>> = {
  sysvinit: sysvinitInit,
  busybox: busyboxInit,
  procd: procdInit,
};

/** The dialects that have a machine. */
export const simulatedDialects: readonly SimulatedDialect[] = ["sysvinit", "busybox", "procd"];

/** The machine of a dialect, or undefined: there is none. */
export function simulatedInit(dialect: Dialect, program: SimulatedProgram = {}): SimulatedInit | undefined {
  const known = simulatedDialects.find((name) => name === dialect);
  return known === undefined ? undefined : machines[known](program);
}

/** What a search through all ways of a machine starts from. */
export interface WaysProgram extends SimulatedProgram {
  /** The events that are on. */
  readonly events: ReadonlySet<WayEvent>;
  /** Texts that the table may be replaced with while init runs. */
  readonly replacements?: readonly string[];
  /** Texts of tables beside this one: what means something to them can happen as well. */
  readonly beside?: readonly string[];
  /** The machine, which says what terminals there are. Default: one that has all of them. */
  readonly machine?: MachineSpec;
  /** False: nothing is left out for what it cannot change, and no record stands for another. Default: true. */
  readonly reduce?: boolean;
}

/** What a search does with all ways of a machine. */
type WaysUse<Result> = <State, Way extends Move>(ways: Ways<State, Way>) => Result;

/** The machines that can be searched: a new one is a line here. */
const searched: {
  readonly [Name in SimulatedDialect]?: <Result>(
    table: string,
    program: WaysProgram,
    use: WaysUse<Result>,
  ) => Result;
} = {
  sysvinit: (table, program, use) => use(waysOn(sysvinitWays(table, program), program.machine)),
  busybox: (table, program, use) => use(waysOn(busyboxWays(table, program), program.machine)),
  procd: (table, program, use) => use(waysOn(procdWays(table, program), program.machine)),
};

/** The dialects whose machine can be searched. */
export const searchedDialects: readonly SimulatedDialect[] = simulatedDialects.filter(
  (name) => searched[name] !== undefined,
);

/** Hands over all ways of a machine with this table, as a search wants them; undefined: no machine of this name is searched. */
export function withWays<Result>(
  name: string,
  table: string,
  program: WaysProgram,
  use: WaysUse<Result>,
): Result | undefined {
  const known = searchedDialects.find((each) => each === name);
  return known === undefined ? undefined : searched[known]?.(table, program, use);
}

/** The schema of scenario files, whichever init they are for: what editors complete and check them by. */
export const scenarioFileSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Inittab scenario",
  description: "An inittab of sysvinit, BusyBox or procd, a world around it, and what happens.",
  anyOf: simulatedDialects.map((dialect) => {
    const { $schema: _, ...schema } = machines[dialect]({}).schema;
    return schema;
  }),
};

/** Why a file of this dialect is not simulated, in words that fit after its name and a colon. */
export function whyNotSimulated(dialect: Dialect, because: Message | undefined): Message {
  const reason = because === undefined ? "" : message("not-simulated.because", { because });
  const known = listOf(simulatedDialects, "or");
  return isUnknown(dialect)
    ? message("not-simulated.unknown", { reason, known })
    : message("not-simulated.dialect", { dialect, reason, known });
}

/** Which init a scenario is for, by members that only such a scenario has; undefined: it has none of them. */
export function scenarioDialect(value: unknown): SimulatedDialect | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return simulatedDialects.find((dialect) => machines[dialect]({}).claims(value));
}
