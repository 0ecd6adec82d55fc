// A root file system as far as somebody looks into it. What follows paths in it is written once: run while nothing is
// known yet, it tells what has to be looked at; run afterwards, it judges.

import { followPath, type TreeDestination, type TreeListing, type TreeQuestion } from "../tree/listing.ts";
import { type LookInTree, readAsked } from "../tree/read-asked.ts";

/** Where a path of a root leads to, all links followed inside it. A slash in front changes nothing. */
export type FollowInRoot = (path: string) => TreeDestination;

/** Follows paths in what was read of a root. What the listing does not know counts as missing, as in `buildTree`. */
export function followIn(listing: TreeListing): FollowInRoot {
  return (path) => {
    const destination = followPath(listing, path);
    return destination.kind === "ask" ? { kind: "missing", absolute: false } : destination;
  };
}

/** Reads of a root what a visit asks for; the visit is run again and again until nothing new comes up. */
export function readRoot(look: LookInTree, visit: (follow: FollowInRoot) => void): Promise<TreeListing> {
  return readAsked(function* (listing) {
    const questions = new Map<string, TreeQuestion>();
    visit((path) => {
      const destination = followPath(listing, path);
      if (destination.kind === "ask") questions.set(destination.path, { path: destination.path, text: true });
      return destination;
    });
    return [...questions.values()];
  }, look);
}
