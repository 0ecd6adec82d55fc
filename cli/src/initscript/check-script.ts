// What `check` does with init scripts: parses their shell part, and looks at the system around them. Loaded with the first
// of them, since the rules for scripts are the larger part of the program.

import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import {
  familyOfScript,
  lintScript,
  type ScriptLintOptions,
  type TreeProblem,
  tangleIn,
} from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { ShellParser } from "@inittab/host/shell";
import type { CheckedScript } from "../formats/format.ts";
import { type Input, standardInput, type Unreadable } from "../input.ts";
import { placesOf } from "../text-place.ts";
import { type ReadTree, readScripts } from "./read-tree.ts";

/** Checks scripts; what it reads besides is kept from one to the next. */
export interface ScriptChecker {
  /** Begins to load the parser, so that it is there when the first script has been read. */
  readonly prepare: () => void;
  readonly check: (input: Input) => Promise<CheckedScript>;
  /** What is wrong with the links around a script, each system's once: told for the folder of a script. */
  readonly linkProblems: (path: string) => Promise<readonly Unreadable[]>;
}

/** Makes a checker; `loadParser` loads what parses the shell part. */
export function createScriptChecker(
  options: ScriptLintOptions,
  loadParser: () => Promise<ShellParser> = loadShellOfNode,
): ScriptChecker {
  const trees = new Map<string, Promise<ReadTree | undefined>>();
  const told = new Set<string>();
  // What goes wrong may go well with the next script.
  const loaded = loadOnce(loadParser);
  const treeAround = (path: string): Promise<ReadTree | undefined> => {
    const folder = dirname(resolve(path));
    const known = trees.get(folder) ?? readTree(folder);
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
        isFile ? treeAround(path) : undefined,
        isFile ? modeOf(path) : undefined,
      ]);
      const shell = parse(text);
      const name = isFile ? basename(path) : undefined;
      const findings = lintScript(
        {
          text,
          name,
          ...(isFile && { path: resolve(path) }),
          ...(mode !== undefined && { mode }),
          ...(shell !== undefined && { shell }),
          ...(around !== undefined && { tree: around.tree }),
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
    linkProblems: async (path) => {
      const around = path === standardInput.shown ? undefined : await treeAround(path);
      if (around === undefined || told.has(around.path)) return [];
      told.add(around.path);
      const tangle = tangleIn(around.tree);
      return [...around.tree.problems, ...(tangle === undefined ? [] : [tangle])]
        .filter(({ kind }) => linkKinds.has(kind))
        .map((problem) => ({ path: around.shown(problem.path), why: problem.message }));
    },
  };
}

async function loadShellOfNode(): Promise<ShellParser> {
  return (await import("@inittab/host/shell/node")).loadShell();
}

/** What is told nowhere else. */
const linkKinds: ReadonlySet<TreeProblem["kind"]> = new Set([
  "crowded",
  "dangling",
  "loop",
  "other",
  "outside",
  "tangled",
  "unread",
]);

/** The system around a folder of scripts; undefined for a folder that says nothing of being one. */
async function readTree(folder: string): Promise<ReadTree | undefined> {
  if (basename(folder) !== "init.d") return undefined;
  const read = await readScripts(folder);
  return "why" in read ? undefined : read;
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o7777;
  } catch {
    return undefined;
  }
}
