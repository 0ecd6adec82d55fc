// What stands for the same thing in several places of one script: a name of its header, a function.

import { readLsbSections, type ScriptOutline, type TextRange } from "@inittab/core";
import { headerSpotAt, wordAround } from "../header-spot.ts";

/** A function of the script, and each place where it is called. */
export interface FunctionUses {
  readonly definition: TextRange;
  readonly calls: readonly TextRange[];
}

/** The places that mean the same as what is under the cursor, in the order of the text; none where that is nothing. */
export function scriptUsesAt(
  text: string,
  offset: number,
  outline: ScriptOutline | undefined,
): readonly TextRange[] {
  const spot = headerSpotAt(text, offset);
  if (spot?.kind === "value" && spot.word !== undefined) {
    const name = spot.word.text;
    const isName = (value: string | undefined) => value === "names" || value === "dependencies";
    if (!isName(spot.field.fact?.value)) return [];
    return readLsbSections(text).flatMap(({ fields }) =>
      fields
        .filter(({ fact }) => isName(fact?.value))
        .flatMap(({ words }) => words.filter((word) => word.text === name).map(rangeOf)),
    );
  }
  const uses = functionUsesAt(text, offset, outline);
  return uses === undefined
    ? []
    : [uses.definition, ...uses.calls].toSorted((one, other) => one.start - other.start);
}

/** The function whose name is under the cursor; undefined where there is none of this script. */
export function functionUsesAt(
  text: string,
  offset: number,
  outline: ScriptOutline | undefined,
): FunctionUses | undefined {
  const word = wordAround(text, offset, /[\w-]/);
  const found = outline?.functions.get(word.text);
  if (outline === undefined || found === undefined) return undefined;
  const calls = new Map<number, TextRange>();
  for (const { command } of [...outline.topLevel, ...outline.arms.flatMap((arm) => arm.commands)]) {
    const [first] = command.words;
    if (first !== undefined && text.slice(first.start, first.end) === word.text)
      calls.set(first.start, rangeOf(first));
  }
  const uses = {
    definition: rangeOf(found.nameRange),
    calls: [...calls.values()].toSorted((one, other) => one.start - other.start),
  };
  const isHere = [uses.definition, ...uses.calls].some(({ start }) => start === word.start);
  return isHere ? uses : undefined;
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}
