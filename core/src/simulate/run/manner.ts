// What init does with a process, as far as a picture shows it.

import type { RecordManner } from "./simulation.ts";

/** What a record is for init, by the facts of its action; one that is not known is started once. */
export function mannerOf(
  action: { readonly waits?: boolean; readonly respawns?: boolean } | undefined,
): RecordManner {
  if (action?.waits === true) return "waits";
  return action?.respawns === true ? "respawns" : "once";
}
