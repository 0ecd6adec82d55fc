// Everything that can happen to init.

import type { TabFile } from "../../../inittab/read.ts";
import type { Ticks } from "../../run/ticks.ts";
import type { PipeRequest } from "./state.ts";

/** The files at boot. */
export interface BootFiles {
  /** Path to text; a file of /etc/inittab.d may stand here or in `inittabD`. */
  readonly files: Readonly<Record<string, string>>;
  /** False: there is no directory /etc/inittab.d. */
  readonly hasInittabD: boolean;
  readonly inittabD?: readonly TabFile[];
}

/** Something that happens to init, and when. Times must not go back; a step at an earlier time counts as now. */
export type InitEvent =
  | {
      readonly kind: "boot";
      readonly at: Ticks;
      readonly arguments: readonly string[];
      /** The environment from the kernel, as `NAME=value`. */
      readonly environment: readonly string[];
      /** The console that can be opened. */
      readonly console: string;
      readonly files: BootFiles;
    }
  /** A child of init has died: one that it started, or one that it inherited. */
  | {
      readonly kind: "died";
      readonly at: Ticks;
      readonly pid: number;
      /** Further ones that died before init could look. */
      readonly others?: readonly number[];
    }
  /** By name without SIG, such as `HUP` or `RTMIN+4`; those that init ignores are ignored. */
  | { readonly kind: "signal"; readonly at: Ticks; readonly signal: string }
  /** Somebody writes to the control pipe. `followed`: and once more, before init can look. */
  | {
      readonly kind: "request";
      readonly at: Ticks;
      readonly request: PipeRequest;
      readonly followed?: true;
    }
  /** A line or less is typed at the console. */
  | { readonly kind: "console"; readonly at: Ticks; readonly text: string }
  /** A file is written, or removed when the text is null. */
  | { readonly kind: "file"; readonly at: Ticks; readonly path: string; readonly text: string | null }
  /** The moment of `nextWake` has come. */
  | { readonly kind: "timer"; readonly at: Ticks };
