// The words of INITSCRIPT_PARAMS as update-rc.d takes them apart: `defaults [NN [KK]]`, or parts `start NN LEVEL... .`.

import { type RecipeWord, wholeAssignments } from "../../initscript/openembedded/recipe.ts";
import type { RecipeContext } from "./contract.ts";

/** A part of a call: from `start` or `stop` to its dot. */
export interface ParamsPart {
  readonly action: RecipeWord;
  readonly number: RecipeWord | undefined;
  readonly levels: readonly RecipeWord[];
  /** Undefined where the list does not end. */
  readonly dot: RecipeWord | undefined;
}

/** A value, taken apart. */
export interface Params {
  readonly words: readonly RecipeWord[];
  readonly command: RecipeWord;
  /** Behind `defaults`. */
  readonly numbers: readonly RecipeWord[];
  readonly parts: readonly ParamsPart[];
}

/** The values that the recipe gives in full; nobody can tell what another would become. */
export function paramsIn({ recipe }: RecipeContext): readonly Params[] {
  return wholeAssignments(recipe, "INITSCRIPT_PARAMS").flatMap(({ words }) => {
    const [command] = words;
    if (command === undefined) return [];
    const numbers = command.text === "defaults" ? words.slice(1) : [];
    return [{ words, command, numbers, parts: isAction(command) ? partsOf(words) : [] }];
  });
}

/** Whether a word begins a part. */
export function isAction({ text }: RecipeWord): boolean {
  return text === "start" || text === "stop";
}

function partsOf(words: readonly RecipeWord[]): readonly ParamsPart[] {
  const parts: ParamsPart[] = [];
  let rest = words;
  for (let [action, number] = rest; action !== undefined && isAction(action); [action, number] = rest) {
    const behind = rest.slice(2);
    const end = behind.findIndex(({ text }) => text === ".");
    parts.push({ action, number, levels: end < 0 ? behind : behind.slice(0, end), dot: behind[end] });
    if (end < 0) break;
    rest = behind.slice(end + 1);
  }
  return parts;
}
