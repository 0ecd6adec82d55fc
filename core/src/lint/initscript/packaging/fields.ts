// Where the lines of a header belong, looked up by their numbers: a header may have as many lines as a file can hold.

import type { LsbField, LsbSection } from "../../../initscript/header/lsb.ts";
import type { ScriptContext } from "../contract.ts";

/** A line of a header section. */
export interface HeaderPlace {
  readonly section: LsbSection;
  /** The field that the line is. */
  readonly field: LsbField | undefined;
  /** The first field of the section with the same keyword, when that is another one. */
  readonly first: LsbField | undefined;
  /** The last field above. */
  readonly above: LsbField | undefined;
}

const known = new WeakMap<ScriptContext, ReadonlyMap<number, HeaderPlace>>();

/** What the line with this number is in the header that it belongs to; undefined outside of headers. */
export function headerPlaceOf(script: ScriptContext, line: number): HeaderPlace | undefined {
  const places = known.get(script) ?? findPlaces(script);
  known.set(script, places);
  return places.get(line);
}

function findPlaces(script: ScriptContext): ReadonlyMap<number, HeaderPlace> {
  const places = new Map<number, HeaderPlace>();
  for (const section of script.sections()) {
    const firsts = new Map<string, LsbField>();
    const fields = new Map(section.fields.map((field) => [field.line.number, field]));
    let above: LsbField | undefined;
    for (let number = section.begin.line.number; ; number++) {
      const line = script.lines[number - 1];
      if (line === undefined || line.start >= Math.max(section.range.end, section.range.start + 1)) break;
      const field = fields.get(number);
      const name = (field?.fact?.keyword ?? field?.keyword.text ?? "").toLowerCase();
      places.set(number, { section, field, first: firsts.get(name), above });
      if (field === undefined) continue;
      above = field;
      if (!firsts.has(name)) firsts.set(name, field);
    }
  }
  return places;
}
