// Which family a system belongs to, and so the scripts in it.

import type { Message } from "../../text/message.ts";
import { finish, type Slices, spend } from "../../text/slices.ts";
import type { FamilyFacts, TreeMark } from "../families/contract.ts";
import { familyTable, givenFamily, guessFamily, scriptFamilyFacts } from "../families/families.ts";
import { type FamilyGuess, familyOfMost } from "../families/guess.ts";
import type { ScriptFamily } from "../families/names.ts";
import { statedFamily } from "../families/statement.ts";
import { message } from "../message.ts";
import type { InitTree } from "./model.ts";

/** A script to be placed. */
export interface PlacedScript {
  readonly text: string;
  /** The file's base name; undefined for a text that is not a file yet. */
  readonly name: string | undefined;
  /** The path as far as it is known. */
  readonly path?: string | undefined;
  readonly tree?: InitTree | undefined;
}

/**
 * The families that a script belongs to: those that the user names, by a comment in the file or for all scripts; else
 * what its interpreter shows, the system around it, its own marks, and at last the scripts beside it.
 */
export function familyOfScript(
  { text, name, path, tree }: PlacedScript,
  asked: ScriptFamily | "auto" = "auto",
): FamilyGuess<ScriptFamily> {
  const stated = statedFamily(text);
  if (stated !== undefined) return givenFamily(stated, "comment");
  if (asked !== "auto") return givenFamily(asked);
  const own = guessFamily(text, name, path);
  if (own.weight === "proof" || tree === undefined) return own;
  const around = familyOfTree(tree);
  if (around?.weight === "clear") return around;
  return own.families.length > 0 || around === undefined ? own : around;
}

const known = new WeakMap<InitTree, { readonly guess: FamilyGuess<ScriptFamily> | undefined }>();

/**
 * The family of a system; undefined where nothing in it speaks for one alone. `clear` is what its files say, `usual` what
 * most of its scripts do. Computed once for each tree.
 */
export function familyOfTree(tree: InitTree): FamilyGuess<ScriptFamily> | undefined {
  return finish(findFamilyOfTree(tree));
}

/** The same in slices. */
export function* findFamilyOfTree(tree: InitTree): Slices<FamilyGuess<ScriptFamily> | undefined> {
  const { stated } = tree;
  if (stated !== undefined) return ofTree(scriptFamilyFacts[stated.family], "clear", stated.because);
  const before = known.get(tree);
  if (before !== undefined) return before.guess;
  const guess = byMarks(tree) ?? (yield* byScripts(tree));
  known.set(tree, { guess });
  return guess;
}

/** By the family with the most marks in the tree and in its inittab. */
function byMarks(tree: InitTree): FamilyGuess<ScriptFamily> | undefined {
  const lines = (tree.signs.get("etc/inittab") ?? "").split("\n").filter((line) => !/^[ \t]*#/.test(line));
  const found = familyTable
    .map((family) => {
      const marks = family.treeMarks.filter((mark) => shows(tree, mark));
      const table = family.tableMarks.filter((mark) => lines.some((line) => mark.test(line)));
      const [mark] = marks;
      return { family, count: marks.length + table.length, because: evidence(tree, mark) };
    })
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = found;
  if (first === undefined || first.count === second?.count) return undefined;
  return ofTree(first.family, "clear", first.because);
}

function evidence({ scriptFolder = "" }: InitTree, mark: TreeMark | undefined): Message {
  if (mark === undefined) return message("family.tree", { path: "etc/inittab" });
  return "file" in mark
    ? message("family.tree", { path: mark.file })
    : message("family.names", { path: scriptFolder });
}

function* byScripts({ scripts, scriptFolder = "" }: InitTree): Slices<FamilyGuess<ScriptFamily> | undefined> {
  const meter = { spent: 0 };
  const guesses: FamilyGuess<ScriptFamily>[] = [];
  for (const { text, name, path } of scripts) {
    guesses.push(guessFamily(text, name, path));
    if (spend(meter, 10 + Math.ceil(text.length / 20))) yield;
  }
  const family = familyOfMost(guesses);
  return family === undefined
    ? undefined
    : ofTree(family, "usual", message("family.most", { path: scriptFolder }));
}

function ofTree(
  { name }: FamilyFacts<ScriptFamily>,
  weight: "clear" | "usual",
  because: Message,
): FamilyGuess<ScriptFamily> {
  const family = scriptFamilyFacts[name];
  return { families: [family], certain: weight === "clear" ? [family] : [], by: "tree", weight, because };
}

function shows(tree: InitTree, mark: TreeMark): boolean {
  if ("scripts" in mark)
    return (
      tree.folders.size === 0 &&
      tree.scripts.length > 0 &&
      tree.scripts.some(({ name }) => mark.scripts.test(name))
    );
  const text = tree.signs.get(mark.file);
  return text !== undefined && (mark.says === undefined || mark.says.test(text));
}
