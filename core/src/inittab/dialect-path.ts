// What the folders of a file's path say of its dialect. The file's own name says nothing: people name copies as they
// like. Source: spec/dialects.md, section 8, and the paths of the real files that it is measured with.

import type { Message } from "../text/message.ts";
import { type Dialect, dialectFacts, dialects } from "./dialect.ts";
import { message } from "./guess-message.ts";

/** What a path says, and how much that counts. */
export interface PathClue {
  readonly dialect: Dialect;
  readonly because: Message;
  /**
   * `program`: the folder is called like the init itself, or like a system that has no other; it counts more than the
   * general look of the entries. `system`: a distribution that mostly has this init; it counts where the entries say
   * nothing at all.
   */
  readonly reach: "program" | "system";
}

/** The words of folder names, in lower case, and whose they are. */
const words: readonly (readonly [pattern: RegExp, dialect: Dialect, reach: PathClue["reach"]])[] =
  dialects.flatMap((dialect) => {
    const { program, system } = dialectFacts[dialect].folders ?? {};
    return [
      ...(program === undefined ? [] : [[program, dialect, "program"] as const]),
      ...(system === undefined ? [] : [[system, dialect, "system"] as const]),
    ];
  });

/** Releases of OpenWrt that had BusyBox init with the words that procd was given later. */
const beforeProcd = /^(attitude_adjustment|backfire|kamikaze|whiterussian)$/;

/** What a path says, the folder nearest to the file first; undefined where no folder has a known name. */
export function clueOfPath(path: string): PathClue | undefined {
  for (const folder of foldersOf(path)) {
    if (beforeProcd.test(folder))
      return {
        dialect: "busybox",
        because: message("guess.path-before-procd", { folder }),
        reach: "program",
      };
    for (const word of folder.replace(/hp-ux/, "hpux").split(/[^a-z0-9]+/)) {
      const known = words.find(([pattern]) => pattern.test(word));
      if (known === undefined) continue;
      const [, dialect, reach] = known;
      return { dialect, because: message("guess.path", { word }), reach };
    }
  }
  return undefined;
}

/** The most folders that are looked at, counted from the file. */
const deepest = 40;

function foldersOf(path: string): readonly string[] {
  return path.toLowerCase().slice(-4096).split(/[/\\]/).slice(0, -1).slice(-deepest).reverse();
}
