// The scripts of rc in a simulation: `inittab simulate --rc`.

import { guessFlavor, type RcCall, type RcVisit, rcFlavors, visitLevels } from "@inittab/core";
import type { Streams } from "../command.ts";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { readSystem } from "../initscript/read-tree.ts";
import { visible } from "../terminal-text.ts";

/** Says what rc does in each of the calls of a run. */
export type FollowCalls = (calls: readonly RcCall[]) => readonly RcVisit[];

/** Reads the tree of a system; undefined: it was told why that cannot be. */
export async function scriptsOf(path: string, { err }: Streams): Promise<FollowCalls | undefined> {
  const tell = (what: string) => err.write([`inittab: ${visible(path)}: ${visible(what)}\n`]);
  const read = await readSystem(path);
  if ("why" in read) {
    await tell(read.why);
    return undefined;
  }
  const { tree, shown } = read;
  if (tree.folders.size === 0) {
    await tell("there is no folder etc/rcN.d or etc/rc.d/rcN.d");
    return undefined;
  }
  const guess = guessFlavor(tree);
  if (guess === undefined) {
    await tell("nothing tells whose rc this is");
    return undefined;
  }
  const { flavor, because } = guess;
  await tell(`taken for ${rcFlavors[flavor].system}, flavor ${flavor}, because ${because}`);
  const { behaviourOf } = await loadBehaviours();
  return (calls) => {
    const changes = calls.map(({ previous, level }) => ({ previous, runlevel: level }));
    return visitLevels(tree, { changes, behaviours: behaviourOf, uriOf: shown }) ?? [];
  };
}
