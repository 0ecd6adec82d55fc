// The families that there are. What is known of each is in its own folder.

import type { FamilyFacts } from "./contract.ts";
import { debian } from "./debian/family.ts";
import { type FamilyGuess, guessAmong, guessGiven } from "./guess.ts";
import { redhat } from "./redhat/family.ts";

/** The names of the families, in the order in which a choice shows them. */
export const scriptFamilies = ["redhat", "debian"] as const;

/** A way in which a system writes, links and calls its init scripts. */
export type ScriptFamily = (typeof scriptFamilies)[number];

/** What is known of each family. */
export const scriptFamilyFacts: { readonly [Name in ScriptFamily]: FamilyFacts<Name> } = { redhat, debian };

const table: readonly FamilyFacts<ScriptFamily>[] = scriptFamilies.map((name) => scriptFamilyFacts[name]);

/** The families that a script belongs to, by its text and, where it is a file, by the file's base name. */
export function guessFamily(text: string, name: string = ""): FamilyGuess<ScriptFamily> {
  return guessAmong(table, { text, name });
}

/** The family that the user names. */
export function givenFamily(family: ScriptFamily): FamilyGuess<ScriptFamily> {
  return guessGiven(scriptFamilyFacts[family]);
}
