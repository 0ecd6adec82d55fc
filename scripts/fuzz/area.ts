// What the fuzzer knows of an area: inputs at random, and what must hold for each.

/** Something to try with inputs at random. */
export interface Area {
  readonly name: string;
  readonly about: string;
  /** Its share of the time. */
  readonly weight: number;
  /** Why it cannot be tried on this machine; undefined where it can. */
  readonly missing: () => string | undefined;
  /** What is tried, and how a run of it ends; the same seed gives the same inputs. */
  readonly start: () => Promise<Trial>;
}

/** Inputs and what is done with one of them. */
export interface Trial {
  /** Runs inputs with `check` as far as time goes. */
  readonly run: (run: RunOptions) => Promise<Outcome>;
  readonly stop: () => Promise<void>;
}

/** Which inputs are tried, and for how long. */
export interface RunOptions {
  readonly seed: number;
  /** The way to one input, as the report of a failure names it. */
  readonly path?: string;
  readonly milliseconds: number;
  /** No more inputs than this. */
  readonly most?: number;
  /** Called before each input with its number. */
  readonly onInput: (index: number) => void;
}

/** How it went. */
export interface Outcome {
  readonly runs: number;
  readonly failure?: Failure;
}

/** An input for which something does not hold. */
export interface Failure {
  readonly path: string;
  /** The smallest input that was found, printed. */
  readonly input: string;
  readonly error: string;
}
