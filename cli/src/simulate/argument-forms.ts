// How an init's events and processes are written on the command line: the shape that each init fills.

import type {
  AnyHappening,
  HappeningReading,
  Message,
  ProcessSettings,
  SimulatedProgram,
} from "@inittab/core";

/** What happens, or the name of a file that becomes the table. */
export type ArgumentHappening = AnyHappening | { readonly writeFrom: string };

/** The options of the command line that are not for every init. */
export interface SpecialOptions {
  readonly init?: string;
  readonly build?: string;
  readonly config?: readonly string[];
  readonly rc?: string;
}

/** How the events and processes of an init are written. */
export interface ArgumentForms {
  /** What `--at` takes, for the help text. */
  readonly events: readonly string[];
  /** What happens, from the word after the time and the rest. */
  readonly readHappening: (what: string, rest: string) => HappeningReading<AnyHappening>;
  /** What `--run` takes, for the help text. */
  readonly process: string;
  /** A part of `--run` after the time that only this init knows. */
  readonly parseSetting: (part: string) => ProcessSettings | undefined;
  /** Why an option that is given is not for this init; `program` is what the options choose. */
  readonly refusalOf: (options: SpecialOptions, program: SimulatedProgram) => Message | undefined;
  /** Traces of this init show environments, utmp and wtmp where they are asked to. */
  readonly hasExtras?: true;
  /** What a scenario needs besides, so that these events can happen. */
  readonly worldFor: (events: readonly AnyHappening[]) => object;
}

/** `leaves=NAME`: a child that the process leaves behind. */
export function leavesSetting(part: string): ProcessSettings | undefined {
  const [, leaves] = /^leaves=(.+)$/s.exec(part) ?? [];
  return leaves === undefined ? undefined : { leaves };
}
