// What `check` does with init scripts: finds them, parses their shell part, and looks at the system around them.

import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import {
  familyOfScript,
  isInitScript,
  isInitScriptPlace,
  lintScript,
  type Message,
  type NoService,
  type ScriptLintOptions,
  seeScript,
  type TreeProblem,
  treeFileLimit,
} from "@inittab/core";
import { openRegular } from "@inittab/host/look";
import type { ShellParser } from "@inittab/host/shell";
import { type IsWanted, isInittabName } from "../find-files.ts";
import type { CheckedScript } from "../formats/format.ts";
import { type Input, standardInput, type Unreadable } from "../input.ts";
import { message } from "../message.ts";
import { placesOf } from "../text-place.ts";
import { type ReadTree, readScripts } from "./read-tree.ts";

/** How much of a file is read to find a header. */
const examined = 16_384;

/** Wanted are inittabs by name, files where init scripts stand, and files with a header beside those that were named. */
export const isCheckable: IsWanted = async ({ path, name, link, top }) => {
  if (isInittabName(name)) return true;
  // A link leads to a script that is found itself, or away from the folder.
  if (link) return false;
  return isInitScriptPlace(resolve(path)) || (top && (await hasHeader(path)));
};

async function hasHeader(path: string): Promise<boolean> {
  try {
    const file = await openRegular(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(examined), 0, examined, 0);
      return isInitScript("", buffer.toString("latin1", 0, bytesRead));
    } finally {
      await file.close();
    }
  } catch {
    // Nothing says that it is a script, so that nobody need know.
    return false;
  }
}

/** A file that stands among those that are judged, and why it is not. */
export interface NotJudged {
  readonly path: string;
  readonly notJudged: NoService;
}

/** What a file is, for `check`. */
export type Kind =
  | "inittab"
  | "script"
  /** Nothing that was asked for. */
  | "neither"
  | NotJudged
  | Unreadable;

/** Tells what a file is; `named` are those of the command line, which are never passed over. */
export function kindOf({ path, text }: Input, named: boolean): Kind {
  const full = path === standardInput.shown ? "" : resolve(path);
  if (isInittabName(basename(path)) && !isInitScriptPlace(full)) return "inittab";
  const sight = seeScript(full, text);
  if (sight.kind === "none") {
    if (sight.why !== "foreign" || !named) return { path, notJudged: sight.why };
    return { path, why: message("check.foreign-script") };
  }
  const beginning = text.slice(0, examined);
  if (sight.kind === "elsewhere" && !(named && beginning.startsWith("#!")))
    return named ? "inittab" : "neither";
  if (beginning.includes("\0")) return { path, why: message("check.binary-script") };
  if (text.length > treeFileLimit) return { path, why: message("check.large-script") };
  return "script";
}

/** Why a file is not judged, to be read behind "it". */
export function whyNotJudged(why: NoService): Message {
  return message(`check.not-judged.${why}`);
}

/** Checks scripts; what it reads besides is kept from one to the next. */
export interface ScriptChecker {
  /** Begins to load the parser, so that it is there when the first script has been read. */
  readonly prepare: () => void;
  readonly check: (input: Input) => Promise<CheckedScript>;
  /** What is wrong with the links around a script, each system's once: told for the folder of a script. */
  readonly linkProblems: (path: string) => Promise<readonly Unreadable[]>;
}

/** Makes a checker. */
export function createScriptChecker(options: ScriptLintOptions): ScriptChecker {
  const trees = new Map<string, Promise<ReadTree | undefined>>();
  const told = new Set<string>();
  let parser: Promise<ShellParser> | undefined;
  const treeAround = (path: string): Promise<ReadTree | undefined> => {
    const folder = dirname(resolve(path));
    const known = trees.get(folder) ?? readTree(folder);
    trees.set(folder, known);
    return known;
  };
  const loaded = (): Promise<ShellParser> => {
    parser ??= import("@inittab/host/shell/node").then(({ loadShell }) => loadShell());
    return parser;
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
      return around.tree.problems
        .filter(({ kind }) => linkKinds.has(kind))
        .map((problem) => ({ path: around.shown(problem.path), why: problem.message }));
    },
  };
}

/** What is told nowhere else. */
const linkKinds: ReadonlySet<TreeProblem["kind"]> = new Set([
  "crowded",
  "dangling",
  "loop",
  "other",
  "outside",
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
