import type { Localizer } from "@inittab/core";
import type { Help } from "./help.ts";
import type { Output } from "./output.ts";

/** How a command ended: nothing wrong, findings, or it could not do its work. */
export type ExitCode = 0 | 1 | 2;

/** What a command may use of the process around it. */
export interface Streams {
  readonly stdin: AsyncIterable<Buffer | string>;
  /** Results alone. */
  readonly out: Output;
  /** Everything else. */
  readonly err: Output;
  /** Words for what is said, in the user's language. */
  readonly localizer: Localizer;
  /** The topmost folders in which an `inittab.json` is looked for. Default: the working directory. */
  readonly folders?: readonly string[];
}

/** A sub-command. */
export interface Command {
  readonly name: string;
  readonly help: Help;
  /** Throws a `UsageError` for bad arguments. */
  readonly run: (args: readonly string[], streams: Streams) => Promise<ExitCode>;
}
