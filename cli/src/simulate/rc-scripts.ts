// The scripts of rc in a simulation: `inittab simulate --rc`.

import {
  guessFlavor,
  hasLevels,
  type Message,
  type RcCall,
  type RcVisit,
  rcFlavors,
  visitLevels,
} from "@inittab/core";
import type { Streams } from "../command.ts";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { readSystem } from "../initscript/read-tree.ts";
import { message } from "../message.ts";
import { tellOf } from "../tell.ts";

/** Says what rc does in each of the calls of a run. */
export type FollowCalls = (calls: readonly RcCall[]) => readonly RcVisit[];

/** Reads the tree of a system; undefined: it was told why that cannot be. */
export async function scriptsOf(path: string, streams: Streams): Promise<FollowCalls | undefined> {
  const tell = (what: Message) => tellOf(streams, path, what);
  const read = await readSystem(path);
  if ("why" in read) {
    await tell(read.why);
    return undefined;
  }
  const { tree, shown } = read;
  const guess = guessFlavor(tree);
  if (tree.folders.size === 0 && (guess === undefined || hasLevels(guess.flavor))) {
    await tell(message("rc.no-folder"));
    return undefined;
  }
  if (guess === undefined) {
    await tell(message("rc.unknown"));
    return undefined;
  }
  const { flavor, because } = guess;
  const { system } = rcFlavors[flavor];
  await tell(message("rc.taken-for", { system, flavor, because }));
  const { behaviourOf } = await loadBehaviours();
  return (calls) => {
    const changes = calls.map(({ previous, level }) => ({ previous, runlevel: level }));
    return visitLevels(tree, { changes, behaviours: behaviourOf, uriOf: shown }) ?? [];
  };
}
