// What `check` does with init scripts: parses their shell part, and looks at the system around them. Loaded with the first
// of them, since the rules for scripts are the larger part of the program.

import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import {
  familyOfScript,
  lintScript,
  readRootForScript,
  type ScriptLintOptions,
  scriptFolders,
  type TreeProblem,
  tangleIn,
} from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { ShellParser } from "@inittab/host/shell";
import type { CheckedScript } from "../formats/format.ts";
import { type Input, standardInput } from "../input.ts";
import { rootAt } from "../root/open.ts";
import type { Root } from "../root/root.ts";
import { placesOf } from "../text-place.ts";
import type { Unreadable } from "../unreadable.ts";
import { type ReadTree, readRootTree, readScripts } from "./read-tree.ts";

/** Checks scripts; what it reads besides is kept from one to the next. */
export interface ScriptChecker {
  /** Begins to load the parser, so that it is there when the first script has been read. */
  readonly prepare: () => void;
  readonly check: (input: Input) => Promise<CheckedScript>;
  /** What is wrong with the links around a script, each system's once: reported for the folder of a script. */
  readonly linkProblems: (input: Input) => Promise<readonly Unreadable[]>;
}

/** Makes a checker; `loadParser` loads what parses the shell part. */
export function createScriptChecker(
  options: ScriptLintOptions,
  loadParser: () => Promise<Pick<ShellParser, "parse">> = loadShellOfNode,
): ScriptChecker {
  const trees = new Map<string, Promise<ReadTree | undefined>>();
  const told = new Set<string>();
  // What goes wrong may go well with the next script.
  const loaded = loadOnce(loadParser);
  const treeAround = ({ path, place }: Input): Promise<ReadTree | undefined> => {
    // All of an archive is one system.
    const folder = place === undefined ? dirname(resolve(path)) : place.root.path;
    const known = trees.get(folder) ?? (place === undefined ? readTree(folder) : readRootTree(place.root));
    trees.set(folder, known);
    return known;
  };
  return {
    // What goes wrong is told by whoever needs the parser.
    prepare: () => void loaded().catch(() => {}),
    check: async (input) => {
      const { path, text, encoding } = input;
      const isFile = path !== standardInput.shown;
      const [{ parse }, around, mode] = await Promise.all([
        loaded(),
        isFile ? treeAround(input) : undefined,
        isFile ? modeOf(input) : undefined,
      ]);
      const shell = parse(text);
      const root = isFile ? await rootAround(input) : undefined;
      const name = isFile ? basename(path) : undefined;
      const findings = lintScript(
        {
          text,
          name,
          ...(isFile && { path: resolve(path) }),
          ...(mode !== undefined && { mode }),
          ...(shell !== undefined && { shell }),
          ...(around !== undefined && { tree: around.tree }),
          ...(root !== undefined && { root: await readRootForScript(text, root.look) }),
        },
        options,
      );
      return {
        kind: "script",
        path,
        text,
        encoding,
        family: familyOfScript(
          { text, name, path: isFile ? resolve(path) : undefined, tree: around?.tree },
          options.family,
        ),
        shellRead: shell !== undefined && shell.errors.length === 0,
        findings,
        places: placesOf(text),
      };
    },
    linkProblems: async (input) => {
      const around = input.path === standardInput.shown ? undefined : await treeAround(input);
      if (around === undefined || told.has(around.path)) return [];
      told.add(around.path);
      const tangle = tangleIn(around.tree);
      return [...around.tree.problems, ...(tangle === undefined ? [] : [tangle])]
        .filter(({ kind }) => (around.isAlone ? kindsAlone : linkKinds).has(kind))
        .map((problem) => ({ path: around.shown(problem.path), why: problem.message }));
    },
  };
}

async function loadShellOfNode(): Promise<ShellParser> {
  return (await import("@inittab/host/shell/node")).loadShell();
}

/** What is reported nowhere else. */
const linkKinds: ReadonlySet<TreeProblem["kind"]> = new Set([
  "crowded",
  "dangling",
  "loop",
  "other",
  "outside",
  "tangled",
  "unread",
]);

/** For a folder without a system, the search for its files finds where links lead. */
const kindsAlone: ReadonlySet<TreeProblem["kind"]> = new Set(["crowded", "tangled", "unread"]);

/** The root in whose folder of scripts an input stands; undefined for any other script. */
async function rootAround({ path, place }: Input): Promise<Root | undefined> {
  const full = resolve(path);
  const folder = scriptFolders.find((each) => dirname(full).endsWith(`/${each}`));
  if (folder === undefined || place !== undefined) return place?.root;
  const root = await rootAt(dirname(full).slice(0, -folder.length));
  return "why" in root ? undefined : root;
}

/** The system around a folder of scripts; undefined for a folder that says nothing of being one. */
async function readTree(folder: string): Promise<ReadTree | undefined> {
  if (basename(folder) !== "init.d") return undefined;
  const read = await readScripts(folder);
  return "why" in read ? undefined : read;
}

async function modeOf({ path, place }: Input): Promise<number | undefined> {
  if (place !== undefined) {
    const node = await place.root.look({ path: place.below, text: false });
    return node.kind === "file" ? node.mode : undefined;
  }
  try {
    return (await stat(path)).mode & 0o7777;
  } catch {
    return undefined;
  }
}
