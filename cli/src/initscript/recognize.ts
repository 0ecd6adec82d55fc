// Which files `check` takes for init scripts, which for inittabs, and which for recipes.

import { basename, resolve } from "node:path";
import {
  isInitScript,
  isInitScriptPlace,
  isRecipePath,
  type Message,
  type NoService,
  resemblesInitScript,
  seeScript,
  speaksOfInitScripts,
  speaksOfItself,
  treeFileLimit,
} from "@inittab/core";
import { openRegular } from "@inittab/host/look";
import { type IsWanted, isInittabName } from "../find-files.ts";
import { type Input, standardInput } from "../input.ts";
import { message } from "../message.ts";
import type { ArchivePlace } from "../root/root.ts";
import type { Unreadable } from "../unreadable.ts";

/** How much of a file is read to find a header. */
const examined = 16_384;

/**
 * Wanted are inittabs by name, files where init scripts stand, files with a header beside those that were named, and
 * recipes that speak of init scripts.
 */
export const isCheckable: IsWanted = async ({ path, name, link, top, place }) => {
  if (isInittabName(name)) return true;
  // A link leads to a script that is found itself, or away from the folder.
  if (link) return false;
  if (isInitScriptPlace(resolve(path))) return true;
  if (isRecipePath(name)) return await beginsLike({ path, place }, speaksOfInitScripts);
  return top && (await beginsLike({ path, place }, (text) => isInitScript("", text) || speaksOfItself(text)));
};

/** Whether this is true of the beginning of a file. */
async function beginsLike(
  { path, place }: { readonly path: string; readonly place: ArchivePlace | undefined },
  isLike: (beginning: string) => boolean,
): Promise<boolean> {
  const kept = place?.root.bytes(place.below);
  if (place !== undefined) return kept !== undefined && isLike(kept.toString("latin1", 0, examined));
  try {
    const file = await openRegular(path);
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(examined), 0, examined, 0);
      return isLike(buffer.toString("latin1", 0, bytesRead));
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
  | "recipe"
  /** Nothing that was asked for. */
  | "neither"
  | NotJudged
  | Unreadable;

/** Returns what a file is; `named` are those of the command line, which are never skipped. */
export function kindOf({ path, text }: Input, named: boolean): Kind {
  const full = path === standardInput.shown ? "" : resolve(path);
  if (isInittabName(basename(path)) && !isInitScriptPlace(full)) return "inittab";
  // Files of other programs end in `.inc` too.
  if (isRecipePath(full) && !isInitScriptPlace(full) && (!full.endsWith(".inc") || speaksOfInitScripts(text)))
    return "recipe";
  const sight = seeScript(full, text);
  if (sight.kind === "none") return { path, notJudged: sight.why };
  const beginning = text.slice(0, examined);
  const looksLikeOne = beginning.startsWith("#!") || resemblesInitScript(text);
  if (sight.kind === "elsewhere" && !(named && looksLikeOne) && !speaksOfItself(beginning))
    return named ? "inittab" : "neither";
  if (beginning.includes("\0")) return { path, why: message("check.binary-script") };
  if (text.length > treeFileLimit) return { path, why: message("check.large-script") };
  return "script";
}

/** Why a file is not checked, to be read after "it". */
export function whyNotJudged(why: NoService): Message {
  return message(`check.not-judged.${why}`);
}
