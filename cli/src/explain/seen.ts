// The file or the system that a message is looked for in.

import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import {
  familyOfScript,
  familyOfTree,
  isInitScript,
  type LookedAt,
  readInittab,
  type SystemSeen,
} from "@inittab/core";
import type { Streams } from "../command.ts";
import { tellProblems } from "../initscript/problems.ts";
import { readScripts } from "../initscript/read-tree.ts";
import { readInput } from "../input.ts";
import { readOptionsFor, type SettledTarget } from "../reading-options.ts";
import { archiveAt } from "../root/open.ts";
import { type Unreadable, whyUnreadable } from "../unreadable.ts";

/** What was read: for places, and for what the system cannot say. */
export interface Seen {
  readonly lookedAt: LookedAt;
  readonly system: SystemSeen;
  /** Something of it could not be read. */
  readonly incomplete: boolean;
}

/** Reads an inittab, an init script, or the system in a folder or an archive. */
export async function seePath(
  path: string,
  target: SettledTarget,
  streams: Streams,
): Promise<Seen | Unreadable> {
  try {
    return (await stat(path)).isDirectory() || (await archiveAt(path)) !== undefined
      ? await seeSystem(path, target, streams)
      : await seeFile(path, target, streams);
  } catch (error) {
    return { path, why: whyUnreadable(error) };
  }
}

async function seeFile(path: string, target: SettledTarget, { stdin }: Streams): Promise<Seen | Unreadable> {
  const input = await readInput(path, stdin);
  if ("why" in input) return input;
  const { text } = input;
  if (!isInitScript(resolve(path), text)) {
    const reading = readInittab(text, readOptionsFor(target, input));
    const inittab = { path, reading };
    return {
      lookedAt: { path, inittab, scripts: [], isWhole: false },
      system: { path, inittab, families: [] },
      incomplete: false,
    };
  }
  const name = basename(path);
  const guess = familyOfScript({ text, name, path: resolve(path) });
  return {
    lookedAt: { path, scripts: [{ name, path, text }], isWhole: false },
    system: { path, ...familyIn(guess) },
    incomplete: false,
  };
}

/** What is known of the family; nothing where it is only likely. */
function familyIn(guess: ReturnType<typeof familyOfTree>): Pick<SystemSeen, "families" | "family"> {
  if (guess === undefined || guess.weight === undefined || guess.weight === "usual") return { families: [] };
  const { families } = guess;
  const [first] = families;
  return {
    families: families.map(({ name }) => name),
    ...(first === undefined ? {} : { family: first.title }),
  };
}

async function seeSystem(path: string, target: SettledTarget, streams: Streams): Promise<Seen | Unreadable> {
  const read = await readScripts(path);
  if ("why" in read) return read;
  const { tree, shown } = read;
  const incomplete = await tellProblems(
    streams,
    read,
    tree.problems.filter(({ kind }) => kind === "unreadable"),
  );
  const text = tree.inittab === undefined ? undefined : tree.signs.get(tree.inittab);
  const inittab =
    text === undefined || tree.inittab === undefined
      ? undefined
      : {
          path: shown(tree.inittab),
          reading: readInittab(text, { ...target, path: resolve(shown(tree.inittab)) }),
        };
  const scripts = tree.scripts.map((script) => ({
    name: script.name,
    path: shown(script.path),
    text: script.text,
  }));
  return {
    lookedAt: { path, inittab, scripts, isWhole: true },
    system: { path, inittab, ...familyIn(familyOfTree(tree)) },
    incomplete,
  };
}
