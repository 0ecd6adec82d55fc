// Where a run is broken off. No other file has a default limit of the simulator.

/** Where a run is broken off. */
export interface SimulationLimits {
  /** How many trace events at most. Default 200,000. */
  readonly events?: number;
  /** How many things may happen to init. Default 2,000,000. */
  readonly steps?: number;
}

/** The limits of a run that is told, unless others are asked for. */
export const runLimits: Required<SimulationLimits> = { events: 200_000, steps: 2_000_000 };

/** What a playback keeps at most; more would be shown to nobody. */
export const playbackLimits: Required<SimulationLimits> = { events: 20_000, steps: 40_000 };

/** A playback keeps so many lines of its story. */
export const playbackStoryLimit = 5000;
