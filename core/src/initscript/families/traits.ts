// What a rule may ask of the families of a script, instead of naming them: a family to come has the rules that are true
// for it without a change of theirs.

import type { FamilyFacts } from "./contract.ts";
import type { FamilyGuess } from "./guess.ts";

/** What is true of some families. */
export type FamilyTrait =
  /** Headers are read, and the LSB's word on actions and exit statuses counts. */
  | "headers"
  /** insserv makes the links, so that a script without a header is started nowhere. */
  | "insserv"
  | "chkconfig"
  /** rc goes by lock files. */
  | "locks"
  /** There is a command `service`. */
  | "service"
  /** A script without the executable bit is not run although it should. */
  | "executable-bit";

const holds: Readonly<Record<FamilyTrait, (family: FamilyFacts) => boolean>> = {
  headers: ({ readsHeaders }) => readsHeaders,
  insserv: ({ linksBy }) => linksBy === "insserv",
  chkconfig: ({ linksBy }) => linksBy === "chkconfig",
  locks: ({ locks }) => locks,
  service: ({ hasService }) => hasService,
  "executable-bit": ({ calls }) => calls.withoutBit !== "switched-off",
};

/** Whether this is true of a family. */
export function hasTrait(family: FamilyFacts, trait: FamilyTrait): boolean {
  return holds[trait](family);
}

/** For whose scripts a rule is true: `all`, the families of which something is true, or these families. */
export type RuleFamilies<Name extends string = string> = "all" | FamilyTrait | readonly Name[];

/**
 * Whether a rule is true for a script. What is for `all` is for scripts without a family too; a script that nobody can
 * place but that has an LSB header is written for a system that reads it, and such systems have `service`.
 */
export function isFor(families: RuleFamilies, guess: FamilyGuess, hasHeader: boolean = false): boolean {
  if (families === "all") return true;
  if (typeof families !== "string") return guess.families.some(({ name }) => families.includes(name));
  if (guess.families.length === 0) return (families === "headers" || families === "service") && hasHeader;
  return guess.families.some((family) => hasTrait(family, families));
}
