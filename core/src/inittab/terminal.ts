// What the id of a BusyBox record stands for, and when two records are one. Observed: BusyBox 1.35.0 (tty-id,
// duplicate-entry, long-fields).

import { fromByteString, toByteString } from "../text/bytes.ts";

/** So many bytes of a terminal's path are kept. Source: init.c of 1.35.0; observed: long-fields. */
const terminalLimit = 31;

/** The device that BusyBox opens for an id; empty for its own console. `tty1` and `/dev/tty1` are the same. */
export function terminalOf(id: string): string {
  const path = fullPath(id);
  if (path.length * 3 <= terminalLimit) return path;
  const bytes = toByteString(path);
  return bytes.length <= terminalLimit ? path : fromByteString(bytes.slice(0, terminalLimit));
}

/**
 * The terminal by which BusyBox looks for an entry that it has already. The new name is compared before it is cut, so
 * that an entry with a longer one never finds its twin.
 */
export function soughtTerminal(id: string): string {
  return fullPath(id);
}

/** What makes two records one: the terminal and the command. */
interface Twin {
  readonly id: string;
  readonly process: string;
}

/** Takes away each record that a later one of the same terminal and command replaces. */
export function replaceTwins<Entry extends Twin>(
  records: readonly Entry[],
): {
  readonly kept: readonly Entry[];
  readonly replaced: readonly { readonly record: Entry; readonly by: Entry }[];
} {
  const last = new Map<string, Entry>();
  for (const record of records) last.set(keyOf(record), record);
  const kept: Entry[] = [];
  const replaced: { readonly record: Entry; readonly by: Entry }[] = [];
  for (const record of records) {
    const by = last.get(keyOf(record)) ?? record;
    if (by === record || fullPath(record.id) !== terminalOf(record.id)) kept.push(record);
    else replaced.push({ record, by });
  }
  return { kept, replaced };
}

function keyOf(record: Twin): string {
  return `${fullPath(record.id)}\0${record.process}`;
}

function fullPath(id: string): string {
  return id === "" ? "" : `/dev/${id.replace(/^\/dev\//, "").replace(/^\/+/, "")}`;
}
