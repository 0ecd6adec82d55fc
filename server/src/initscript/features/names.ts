// The names of services across the headers of a system: where each is provided and who asks for it.

import {
  finish,
  type HeaderWord,
  type InitScript,
  type InitTree,
  type Message,
  readLsbSections,
  type Slices,
  spend,
} from "@inittab/core";
import { message } from "../../message.ts";

/** A name in a header. */
export interface NameUse {
  readonly script: InitScript;
  readonly word: HeaderWord;
  readonly role: "provides" | "asks";
}

/** A stretch of a file of the system. */
export interface TreePlace {
  /** Below the root of the system. */
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const known = new WeakMap<InitTree, readonly NameUse[]>();

/** Every name in the headers of a system's scripts, in the order of the folder and the text. */
export function nameUses(tree: InitTree): readonly NameUse[] {
  return known.get(tree) ?? finish(prepareNames(tree));
}

/** Finds them in slices, so that nobody need wait who asks then. */
export function* prepareNames(tree: InitTree): Slices<readonly NameUse[]> {
  const uses = known.get(tree) ?? (yield* findUses(tree));
  known.set(tree, uses);
  return uses;
}

function* findUses(tree: InitTree): Slices<readonly NameUse[]> {
  const found: NameUse[] = [];
  const meter = { spent: 0 };
  for (const script of tree.scripts) {
    // Of several sections all readers but one take the first.
    for (const { fact, words } of readLsbSections(script.text)[0]?.fields ?? []) {
      if (fact?.value !== "names" && fact?.value !== "dependencies") continue;
      const role = fact.value === "names" ? "provides" : "asks";
      for (const word of words) found.push({ script, word, role });
    }
    if (spend(meter, scriptCost + Math.ceil(script.text.length / charactersInUnit))) yield;
  }
  return found;
}

/** To read a header takes about as long as looking at so many things in a list, and so does a line of it. */
const scriptCost = 20;
const charactersInUnit = 10;

/** Where a name is defined: by the script that provides it, by insserv's configuration, or by a file's name. */
export function definitionsOf(tree: InitTree, name: string): readonly TreePlace[] {
  if (name.startsWith("$")) return facilityLines(tree, name);
  const provided = nameUses(tree).filter(({ role, word }) => role === "provides" && word.text === name);
  if (provided.length > 0) return provided.map(({ script, word }) => placeIn(script, word));
  // Insserv takes the file's name for a script that provides nothing.
  return tree.scripts
    .filter((script) => script.name === name || script.name === `${name}.sh`)
    .map((script) => ({ path: script.path, text: script.text, start: 0, end: 0 }));
}

/** Where headers speak of a name. */
export function referencesOf(tree: InitTree, name: string, withProvides: boolean): readonly TreePlace[] {
  return nameUses(tree)
    .filter(({ word, role }) => word.text === name && (withProvides || role === "asks"))
    .map(({ script, word }) => placeIn(script, word));
}

/** The names that scripts of the system provide, each once, in alphabetical order. */
export function providedNames(tree: InitTree): readonly string[] {
  const names = nameUses(tree).flatMap(({ role, word }) => (role === "provides" ? word.text : []));
  return [...new Set(names)].toSorted();
}

/** The facilities that the system's own configuration defines. */
export function configuredFacilities(tree: InitTree): readonly string[] {
  const names = configurationLines(tree).map(({ name }) => name);
  return [...new Set(names)].toSorted();
}

/** Why a name cannot be renamed to this one; undefined if it can. */
export function renameObstacle(tree: InitTree, name: string, to: string): Message | undefined {
  if (name.startsWith("$")) return message("rename.facility", { name });
  if (!/^[A-Za-z0-9][\w.+-]*$/.test(to)) return message("rename.no-name", { name: JSON.stringify(to) });
  const taken = nameUses(tree).find(({ role, word }) => role === "provides" && word.text === to);
  return taken && message("rename.taken", { name: to, script: taken.script.name });
}

function placeIn({ path, text }: InitScript, { start, end }: HeaderWord): TreePlace {
  return { path, text, start, end };
}

function facilityLines(tree: InitTree, name: string): readonly TreePlace[] {
  return configurationLines(tree).flatMap((line) => (line.name === name ? line.place : []));
}

function configurationLines(tree: InitTree): readonly { readonly name: string; readonly place: TreePlace }[] {
  const files = tree.configuration === undefined ? [] : [tree.configuration];
  return [...files, ...tree.configurationFiles].flatMap(({ path, text }) =>
    [...text.matchAll(/^\$\S+/gm)].map(({ 0: name, index }) => ({
      name,
      place: { path, text, start: index, end: index + name.length },
    })),
  );
}
