// From the words of a header to the scripts that they stand for.

import type { LsbKeyword } from "../../../initscript/facts/lsb-keywords.ts";
import { insservWords } from "../../../initscript/header/insserv.ts";
import type { HeaderWord } from "../../../initscript/header/lines.ts";
import type { TextRange } from "../../../text/range.ts";
import type { ScriptContext } from "../contract.ts";
import type { InsservView } from "./insserv-view.ts";
import { headerRange } from "./values.ts";

/** A name that a dependency word asks for. */
export interface AskedName {
  readonly name: string;
  /** The facility that stands for it; undefined where the word is the name itself. */
  readonly facility: string | undefined;
  /** Written with `+`: it need not exist. */
  readonly optional: boolean;
}

/** The names that a word asks for: itself, or the members of a facility. */
export function askedNames(word: string, view: InsservView | undefined): readonly AskedName[] {
  const ask = (name: string, facility: string | undefined): AskedName => ({
    name: name.replace(/^\+/, ""),
    facility,
    optional: name.startsWith("+"),
  });
  if (!word.startsWith("$")) return [ask(word, undefined)];
  return (view?.configuration.facilities.get(word) ?? []).map((member) => ask(member, word));
}

/** The first word of these keywords that asks for one of a script's names. */
export function wordFor(
  script: ScriptContext,
  view: InsservView,
  target: string,
  keywords: readonly LsbKeyword[],
): { readonly word: HeaderWord; readonly keyword: LsbKeyword } | undefined {
  for (const keyword of keywords) {
    const value = script.insserv().values[keyword];
    const word = (value === undefined ? [] : insservWords(value)).find(({ text }) =>
      askedNames(text, view).some(
        ({ name }) => name === target || view.providers.get(name)?.includes(target),
      ),
    );
    if (word !== undefined) return { word, keyword };
  }
  return undefined;
}

/** Where to tell something about a dependency: at its word, or where the script says what it provides. */
export function dependencyRange(
  script: ScriptContext,
  view: InsservView,
  target: string,
  keywords: readonly LsbKeyword[],
): TextRange {
  return (
    wordFor(script, view, target, keywords)?.word ?? script.insserv().values.Provides ?? headerRange(script)
  );
}
