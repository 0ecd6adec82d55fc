// What init does with a process of an action, as far as a picture shows it.

import { findAction } from "../../inittab/actions.ts";
import type { RecordManner } from "../answer.ts";

/** What a record with this action is for init. */
export function mannerOf(action: string): RecordManner {
  const known = findAction(action);
  if (known?.waits === true) return "waits";
  return known?.respawns === true ? "respawns" : "once";
}
