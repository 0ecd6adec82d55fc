// The families that there are. What is known of each is in its own folder.

import { aixRc } from "./aix-rc/family.ts";
import { arch } from "./arch/family.ts";
import { buildroot } from "./buildroot/family.ts";
import type { FamilyFacts } from "./contract.ts";
import { debian } from "./debian/family.ts";
import { entware } from "./entware/family.ts";
import { freebsdRc } from "./freebsd-rc/family.ts";
import { type FamilyGuess, guessAmong, guessGiven } from "./guess.ts";
import { lfs } from "./lfs/family.ts";
import { type ScriptFamily, scriptFamilies } from "./names.ts";
import { openembedded } from "./openembedded/family.ts";
import { openrc } from "./openrc/family.ts";
import { openwrt } from "./openwrt/family.ts";
import { redhat } from "./redhat/family.ts";
import { slackware } from "./slackware/family.ts";
import { slitaz } from "./slitaz/family.ts";
import { solarisRc } from "./solaris-rc/family.ts";
import { suse } from "./suse/family.ts";
import { hasTrait, type RuleFamilies } from "./traits.ts";

/** What is known of each family. */
export const scriptFamilyFacts: { readonly [Name in ScriptFamily]: FamilyFacts<Name> } = {
  redhat,
  debian,
  buildroot,
  openembedded,
  openrc,
  openwrt,
  suse,
  slackware,
  lfs,
  entware,
  slitaz,
  "freebsd-rc": freebsdRc,
  arch,
  "solaris-rc": solarisRc,
  "aix-rc": aixRc,
};

/** The table as a list. */
export const familyTable: readonly FamilyFacts<ScriptFamily>[] = scriptFamilies.map(
  (name) => scriptFamilyFacts[name],
);

/** The families of whose BusyBox it is known how it is built. */
export const busyboxFamilies: readonly FamilyFacts<ScriptFamily>[] = familyTable.filter(
  ({ busyboxOf }) => busyboxOf !== undefined,
);

/**
 * The families that a script belongs to by its text and, where it is a file, by the file's base name and its path as far
 * as it is known.
 */
export function guessFamily(text: string, name: string = "", path: string = name): FamilyGuess<ScriptFamily> {
  return guessAmong(familyTable, { text, name, path });
}

/** The family that the user names. */
export function givenFamily(
  family: ScriptFamily,
  by: "request" | "comment" = "request",
): FamilyGuess<ScriptFamily> {
  return guessGiven(scriptFamilyFacts[family], by);
}

/** The families that a rule is true for; undefined for all, those to come and those without a name included. */
export function familiesOf(
  families: RuleFamilies<ScriptFamily>,
): readonly FamilyFacts<ScriptFamily>[] | undefined {
  if (families === "all") return undefined;
  if (typeof families === "string") return familyTable.filter((family) => hasTrait(family, families));
  return families.map((name) => scriptFamilyFacts[name]);
}
