// What `check` does with inittabs. Loaded with the first of them, as the rules for scripts are with the first script.

import { basename, dirname, resolve } from "node:path";
import {
  dialects,
  type InitTree,
  type InittabLintOptions,
  inittabRules,
  lintInittab,
  namesProgram,
  readRootFor,
  releaseOf,
  scanInittab,
} from "@inittab/core";
import type { CheckedInittab } from "../formats/format.ts";
import { type Input, standardInput } from "../input.ts";
import type { FileSettings } from "../project/file-settings.ts";
import { readOptionsFor, type Target } from "../reading-options.ts";
import { rootAround } from "../root/around.ts";
import { placesOf } from "../text-place.ts";

/** Reads an input as the init that is meant would, and checks it with the root and the runlevels of OpenRC around it. */
export async function checkInittab(
  input: Input,
  { target, settings }: { readonly target: Target; readonly settings: FileSettings },
  lintOptions: InittabLintOptions,
): Promise<CheckedInittab> {
  const openrc = await runlevelsAround(input);
  const scan = scanInittab(input.text, readOptionsFor(target, input, settings));
  const around = await rootAround(input);
  const root = around && (await readRootFor(scan, around.look));
  const { findings } = lintInittab(scan, {
    ...lintOptions,
    ...(root !== undefined && { root }),
    ...(openrc !== undefined && { openrc }),
  });
  return {
    kind: "inittab",
    path: input.path,
    text: input.text,
    encoding: input.encoding,
    dialect: scan.dialect,
    initVersion: releaseOf(scan),
    guess: scan.guess,
    // A rule for every dialect is about our own comments, or about a file of no init, and knows nothing of an init.
    hasRules:
      findings.length > 0 ||
      inittabRules.some(
        ({ dialects: judged }) => judged.length < dialects.length && judged.includes(scan.dialect),
      ),
    findings,
    places: placesOf(input.text),
  };
}

/** OpenRC's runlevels in the system whose /etc the file is in; nothing is read for a table that does not name it. */
async function runlevelsAround({ path, text, place }: Input): Promise<InitTree["openrc"]> {
  const folder = dirname(resolve(path));
  if (path === standardInput.shown || basename(folder) !== "etc" || !namesProgram(text, "openrc"))
    return undefined;
  const { readRootTree, readSystem } = await import("../initscript/read-tree.ts");
  const read = await (place === undefined ? readSystem(dirname(folder)) : readRootTree(place.root));
  return "why" in read ? undefined : read.tree.openrc;
}
