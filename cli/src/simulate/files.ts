// The files of a simulation: its tables, its scenario, and the texts that events write.

import type { AnyHappening } from "@inittab/core";
import type { Streams } from "../command.ts";
import { type Input, readInput } from "../input.ts";
import { readTable } from "../root/read-table.ts";
import { tellOf } from "../tell.ts";
import type { Unreadable } from "../unreadable.ts";
import type { ArgumentEvent } from "./arguments.ts";

/** Reads files, and reports those that it cannot read. */
export class Files {
  failed = false;
  private readonly streams: Streams;

  constructor(streams: Streams) {
    this.streams = streams;
  }

  async read(path: string): Promise<Input | undefined> {
    return this.told(await readInput(path, this.streams.stdin));
  }

  /** An inittab, or the one of a root file system. */
  private async readTable(path: string): Promise<Input | undefined> {
    return this.told(await readTable(path, this.streams.stdin));
  }

  /** Those of them that can be read. */
  async readTables(paths: readonly string[]): Promise<readonly Input[]> {
    const tables: Input[] = [];
    for (const path of paths) {
      const table = await this.readTable(path);
      if (table !== undefined) tables.push(table);
    }
    return tables;
  }

  private async told(input: Input | Unreadable): Promise<Input | undefined> {
    const told = "why" in input ? input.why : input.note;
    if (told !== undefined) await tellOf(this.streams, input.path, told);
    if (!("why" in input)) return input;
    this.failed = true;
    return undefined;
  }

  /** The events, with the texts of the files that they name. */
  async resolve(events: readonly ArgumentEvent[]): Promise<readonly TimedHappening[]> {
    const resolved: TimedHappening[] = [];
    for (const event of events)
      if ("writeFrom" in event) {
        const written = await this.read(event.writeFrom);
        if (written !== undefined) resolved.push({ at: event.at, write: written.text });
      } else resolved.push(event);
    return resolved;
  }
}

/** An event as a scenario has it. */
export type TimedHappening = AnyHappening & { readonly at: number };
