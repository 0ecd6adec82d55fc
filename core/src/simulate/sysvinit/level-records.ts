// Which records belong to which runlevel, as somebody thinks of them who chooses a level.

import { findAction } from "../../inittab/actions.ts";
import type { InittabReading, InittabRecord } from "../../inittab/read.ts";
import { defaultLevelOf, findRunlevel, isLevel, runlevels } from "../../inittab/runlevels.ts";
import type { Prose } from "../../text/message.ts";

/** A level or a phase of the boot, with what may run in it. */
export interface LevelRecords {
  /** `0` to `9`, `S`, `a` to `c`; `#` and `*` for the phases of the boot. */
  readonly level: string;
  /** What it is for, by convention. */
  readonly purpose: Prose;
  /** Init enters it after the boot if nobody asks for another one. */
  readonly isDefault: boolean;
  /** In init's order. */
  readonly records: readonly InittabRecord[];
}

/**
 * The phases of the boot and the levels that a table of sysvinit knows, each with the records that may run in it. A level
 * that only catch-all records name, those with an empty field, is left out, but never the default one.
 */
export function levelsOf(reading: InittabReading): readonly LevelRecords[] {
  const byDefault = defaultRunlevelOf(reading);
  const named = new Set<string>(byDefault === null ? [] : [byDefault]);
  for (const { runlevels: field, action } of reading.records)
    if (field.length < catchAll && findAction(action)?.process === "run")
      for (const character of field) named.add(findRunlevel(character)?.level ?? "");
  return [...runlevels.filter(({ kind }) => kind === "phase"), ...runlevels.filter(isEntered)]
    .filter(({ level }) => named.has(level))
    .map(({ level, purpose }) => ({
      level,
      purpose,
      isDefault: level === byDefault,
      records: reading.records.filter((record) => takesPart(record, level)),
    }));
}

/** The level that init enters after the boot on its own; null if it would ask. Source: inittab(5), "initdefault". */
export function defaultRunlevelOf(reading: InittabReading): string | null {
  const initdefault = reading.records.find(({ action }) => action === "initdefault");
  const level = initdefault === undefined ? "" : defaultLevelOf(initdefault.runlevels);
  return isLevel(level) ? level : null;
}

/** So many characters has the field that init puts in the place of an empty one. */
export const catchAll = 10;

function isEntered({ kind }: { readonly kind: string }): boolean {
  return kind !== "phase";
}

function takesPart({ runlevels: field, action }: InittabRecord, level: string): boolean {
  if (findAction(action)?.process !== "run") return false;
  return [...field].some((character) => findRunlevel(character)?.level === level);
}
