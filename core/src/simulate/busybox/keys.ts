// By which key an entry is known in a run. BusyBox knows entries by terminal and command, a reader by their line.

import { inittabPath } from "../../inittab/messages.ts";
import { terminalOf } from "../../inittab/terminal.ts";
import type { RecordKey } from "../run/record-key.ts";
import { readTable, singleUserEntries } from "./machine/table.ts";
import type { BusyboxScenario } from "./scenario.ts";

/** An entry as BusyBox tells it from others; the terminal is a path below /dev, or empty. */
export interface EntryName {
  readonly terminal: string;
  readonly command: string;
}

/** A terminal by the name that people use: without /dev, and `console` for init's own. */
export function terminalName(terminal: string): string {
  return terminal === "" ? "console" : terminal.replace(/^\/dev\//, "");
}

/** The terminal of a record's id by the name that people use. */
export function nameOfId(id: string): string {
  return terminalName(terminalOf(id));
}

/** What decides which entries there can be in a run. */
export type TableSource = Pick<BusyboxScenario, "inittab" | "events">;

/**
 * Gives each entry of a run the same key whenever it is asked for: its line in the table of the boot, or a number without
 * a file for an entry that is built in or comes later.
 */
export function entryKeys({ inittab, events = [] }: TableSource): (entry: EntryName) => RecordKey {
  const known = new Map<string, RecordKey>();
  const keyOf = (entry: EntryName, line?: number): RecordKey => {
    const name = `${entry.terminal}\0${entry.command}`;
    const key = known.get(name) ?? {
      id: terminalName(entry.terminal),
      path: line === undefined ? null : inittabPath,
      line: line ?? known.size + 1,
    };
    known.set(name, key);
    return key;
  };
  // All that can come is numbered now, so that the order of the questions makes no difference.
  for (const entry of readTable([], inittab).entries) keyOf(entry, entry.line);
  const later = events
    .toSorted((one, other) => one.at - other.at)
    .flatMap((event) => ("write" in event ? readTable([], event.write).entries : []));
  for (const entry of [...singleUserEntries, ...later]) keyOf(entry);
  return (entry) => keyOf(entry);
}
