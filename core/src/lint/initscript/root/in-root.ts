// What the rules about scripts ask of the root file system around them.

import { readRoot } from "../../../initscript/root/follow.ts";
import { interpreterInRoot, isMissingInRoot } from "../../../initscript/root/program.ts";
import { filesReadBy } from "../../../initscript/root/sourced-files.ts";
import { wholeRoot } from "../../../initscript/root/whole-root.ts";
import type { TreeListing } from "../../../initscript/tree/listing.ts";
import type { LookInTree } from "../../../initscript/tree/read-asked.ts";
import { programsInRoot } from "./daemon-not-in-root.ts";

/** Reads of a root what the rules about a script ask for. */
export function readRootForScript(text: string, look: LookInTree): Promise<TreeListing> {
  return readRoot(look, (follow) => {
    const root = wholeRoot(follow);
    if (root === undefined) return;
    interpreterInRoot(root, "", text);
    programsInRoot(text, root);
    for (const { path } of filesReadBy(text)) isMissingInRoot(root, path);
  });
}
