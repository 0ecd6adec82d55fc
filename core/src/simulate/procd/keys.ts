// How the entries of procd are named in what is told, and by which key a scenario knows their processes.

import { inittabPath } from "../../inittab/messages.ts";
import { procdEntries, procdWords } from "../../inittab/procd-entries.ts";
import type { InittabRecord } from "../../inittab/read.ts";
import type { RecordKey } from "../run/record-key.ts";
import type { PlacedEntry } from "./machine/state.ts";

/** The words of a process as procd takes them; by this key a scenario knows the process. */
export function commandOf(process: string): string {
  return procdWords(process).join(" ");
}

/** The entries with the lines that they stand in. */
export function placedEntries(records: readonly InittabRecord[]): readonly PlacedEntry[] {
  return records.flatMap((record) =>
    procdEntries([record]).map((entry) => ({ ...entry, line: record.line })),
  );
}

/** The key of an entry; where its id is empty, its action names it. */
export function keyOfEntry({
  id,
  action,
  line,
}: Pick<PlacedEntry, "id" | "line"> & { action: string }): RecordKey {
  return { id: id === "" ? action : id, path: inittabPath, line };
}
