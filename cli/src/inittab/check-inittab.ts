// What `check` does with inittabs. Loaded with the first of them, as the rules for scripts are with the first script.

import { basename, dirname, resolve } from "node:path";
import {
  dialects,
  type InitTree,
  inittabRules,
  type LintOptions,
  lintInittab,
  releaseOf,
  scanInittab,
} from "@inittab/core";
import type { CheckedInittab } from "../formats/format.ts";
import { type Input, standardInput } from "../input.ts";
import { readOptionsFor, type Target } from "../reading-options.ts";
import { placesOf } from "../text-place.ts";

/** Reads an input as the init that is meant would, and checks it with the runlevels of OpenRC around it. */
export async function checkInittab(
  input: Input,
  target: Target,
  lintOptions: LintOptions,
): Promise<CheckedInittab> {
  const openrc = await runlevelsAround(input);
  const scan = scanInittab(input.text, readOptionsFor(target, input));
  return {
    kind: "inittab",
    path: input.path,
    text: input.text,
    encoding: input.encoding,
    dialect: scan.dialect,
    initVersion: releaseOf(scan),
    guess: scan.guess,
    // Rules about our own comments are for every dialect, and say nothing of what its init does.
    // A rule for every dialect is about our own comments and knows nothing of an init.
    hasRules: inittabRules.some(
      ({ dialects: judged }) => judged.length < dialects.length && judged.includes(scan.dialect),
    ),
    findings: lintInittab(scan, { ...lintOptions, ...(openrc !== undefined && { openrc }) }).findings,
    places: placesOf(input.text),
  };
}

/** OpenRC's runlevels in the system whose /etc the file is in; nothing is read for a table that does not name it. */
async function runlevelsAround({ path, text }: Input): Promise<InitTree["openrc"]> {
  const folder = dirname(resolve(path));
  if (path === standardInput.shown || basename(folder) !== "etc" || !/\bopenrc\b/.test(text))
    return undefined;
  const { readSystem } = await import("../initscript/read-tree.ts");
  const read = await readSystem(dirname(folder));
  return "why" in read ? undefined : read.tree.openrc;
}
