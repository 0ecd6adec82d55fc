// Which family a system belongs to, and so the scripts in it.

import type { Message } from "../../text/message.ts";
import { finish, type Slices, spend } from "../../text/slices.ts";
import type { FamilyFacts, TreeMark } from "../families/contract.ts";
import { familyTable, givenFamily, guessFamily, scriptFamilyFacts } from "../families/families.ts";
import { type FamilyGuess, familyOfMost } from "../families/guess.ts";
import type { ScriptFamily } from "../families/names.ts";
import { statedFamily } from "../families/statement.ts";
import { message } from "../message.ts";
import type { FollowInRoot } from "../root/follow.ts";
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
  const { scriptFolder } = tree;
  return mostMarked(tree.signs.get("etc/inittab") ?? "", (mark) => shows(tree, mark), { scriptFolder });
}

/** Which of the families an inittab speaks for most, and the files of the root around it. */
export function familyInRoot(
  table: string,
  follow: FollowInRoot,
  families: readonly FamilyFacts<ScriptFamily>[],
): FamilyGuess<ScriptFamily> | undefined {
  const textAt = (path: string) => {
    const end = follow(path);
    return end.kind === "file" && end.node.kind === "file" ? end.node.text : undefined;
  };
  return mostMarked(table, (mark) => "file" in mark && says(mark, textAt(mark.file)), { families });
}

interface Marking {
  readonly families?: readonly FamilyFacts<ScriptFamily>[];
  readonly scriptFolder?: string | undefined;
}

function mostMarked(
  inittab: string,
  hasMark: (mark: TreeMark) => boolean,
  { families = familyTable, scriptFolder = "" }: Marking,
): FamilyGuess<ScriptFamily> | undefined {
  const lines = inittab.split("\n").filter((line) => !/^[ \t]*#/.test(line));
  const found = families
    .map((family) => {
      const marks = family.treeMarks.filter(hasMark);
      const words = family.tableMarks.flatMap(
        (mark) => lines.map((line) => mark.exec(line)?.[0]).find((each) => each !== undefined) ?? [],
      );
      return {
        family,
        count: marks.length + words.length,
        because: evidence(scriptFolder, marks[0], words[0]),
      };
    })
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  const [first, second] = found;
  if (first === undefined || first.count === second?.count) return undefined;
  return ofTree(first.family, "clear", first.because);
}

function evidence(scriptFolder: string, mark: TreeMark | undefined, words: string = ""): Message {
  if (mark === undefined) return message("family.table", { words: words.replace(/^:/, "") });
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
  return says(mark, tree.signs.get(mark.file));
}

function says(
  { says: words }: Extract<TreeMark, { readonly file: string }>,
  text: string | undefined,
): boolean {
  return text !== undefined && (words === undefined || words.test(text));
}
