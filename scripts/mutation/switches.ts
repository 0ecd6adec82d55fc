// Writes mutants into the code of a file, each behind a switch, so that it is compiled once for all of them.

import MagicString from "magic-string";
import { loopBodies } from "./changes.ts";
import type { Mutant, Place } from "./mutant.ts";

/** The file with its mutants in it, all switched off, and a source map. */
export function withSwitches(
  path: string,
  text: string,
  mutants: readonly Mutant[],
): { readonly code: string; readonly map: string } {
  const code = new MagicString(text);
  const places = mutants.flatMap(({ id, mutated, places }) =>
    places.map((place) => ({ id, mutated, place })),
  );
  // Of two that begin or end at the same place the outer one comes first.
  places.sort((one, other) => one.place.start - other.place.start || other.place.end - one.place.end);
  for (const { id, mutated, place } of places) write(code, text, place, id, mutated);
  for (const { start, end, isBlock } of loopBodies(path, text)) {
    if (isBlock) code.appendLeft(start + 1, " mutation__.round();");
    else {
      code.prependRight(start, "{ mutation__.round(); ");
      code.appendLeft(end, " }");
    }
  }
  // On the first line, so that all others keep their numbers.
  code.prepend("const mutation__ = globalThis.mutation__; ");
  return { code: code.toString(), map: code.generateMap({ source: path, hires: true }).toString() };
}

function write(
  code: MagicString,
  text: string,
  { start, end, form }: Place,
  id: number,
  mutated: string,
): void {
  const isOn = `mutation__.isOn(${id})`;
  if (form === "block") {
    code.appendLeft(start + 1, ` if (${isOn}) {} else {`);
    code.prependRight(end - 1, "}");
  } else if (form === "property") {
    code.appendLeft(end, `: ${isOn} ? ${mutated} : ${text.slice(start, end)}`);
  } else {
    code.appendRight(start, `(${isOn} ? (${mutated}) : (`);
    code.prependLeft(end, "))");
  }
}
