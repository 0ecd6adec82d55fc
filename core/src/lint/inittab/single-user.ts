// Single-user mode: what runs in it, and what keeps init from adding a sulogin of its own.

import { findAction } from "../../inittab/actions.ts";
import type { FileContext } from "./contract.ts";

/** The records that name `S`: those that run on entering it, and the first of those that only keep init's own away. */
export interface SingleUserRecords {
  /** A record runs in `S`, and its field is exactly `S`: init starts such records again each time they have ended. */
  readonly exact: boolean;
  /** A record runs in `S`. */
  readonly any: boolean;
  /** The first record that has an `S` and does not run on entering the level; undefined if there is none. */
  readonly idle: number | undefined;
}

/** Stops at the first record that runs in `S` and nowhere else. */
export function singleUserRecords(file: FileContext): SingleUserRecords {
  let any = false;
  let idle: number | undefined;
  for (let index = file.nextSingleUser(0); index >= 0; index = file.nextSingleUser(index + 1)) {
    const line = file.scan.lines[index];
    if (findAction(line?.action ?? "")?.trigger !== "runlevel") {
      idle ??= index;
      continue;
    }
    if (line?.runlevels === "S") return { exact: true, any: true, idle };
    any = true;
  }
  return { exact: false, any, idle };
}
