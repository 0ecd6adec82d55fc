// What comes of executing a file.

import type { ProcessStart } from "../../shell/interpreter/contract.ts";

/** A process to be, or why there will be none. */
export type Execution =
  | {
      readonly kind: "start";
      readonly start: ProcessStart;
      /** What it is known by afterwards. */
      readonly argv: readonly string[];
      readonly file: string;
      /** The script as it was called, with its arguments; undefined for a program. */
      readonly script: { readonly path: string; readonly args: readonly string[] } | undefined;
    }
  | { readonly kind: "failed"; readonly reason: "missing" | "denied" | "format" | "loop" };
