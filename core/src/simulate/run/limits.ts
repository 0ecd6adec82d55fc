// Where a run is broken off. No other file has a default limit of the simulator.

import type { Message } from "../../text/message.ts";
import { message } from "./message.ts";

/** Where a run is broken off. */
export interface SimulationLimits {
  /** How many trace events at most. Default 200,000. */
  readonly events?: number;
  /** How many things may happen to init. Default 2,000,000. */
  readonly steps?: number;
}

/** The limits of a run with a story, unless others are asked for. */
export const runLimits: Required<SimulationLimits> = { events: 200_000, steps: 2_000_000 };

/** What a playback keeps at most; more would be shown to nobody. */
export const playbackLimits: Required<SimulationLimits> = { events: 20_000, steps: 40_000 };

/** A playback keeps so many lines of its story. */
export const playbackStoryLimit = 5000;

/** That a run was broken off because it grew beyond a limit; `t` in seconds. */
export interface Break {
  readonly t: number;
  readonly limit: keyof SimulationLimits;
  /** The limit. */
  readonly most: number;
}

/** Why a run was broken off, in a few words. */
export function describeBreak({ limit, most }: Break): Message {
  return message("run.too-many", { limit, most });
}

/** The same in the format of the traces, which is in no other language. */
export function breakInTrace({ t, limit, most }: Break): { readonly t: number; readonly why: string } {
  return { t, why: `more than ${most} ${limit}` };
}
