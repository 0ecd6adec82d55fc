// The scripts of rc, or OpenRC's services, in a simulation: `inittab simulate --rc`.

import {
  familyOfTree,
  flavorSystem,
  guessFlavor,
  type InitTree,
  type Message,
  type OpenrcVersion,
  openrcVersionOf,
  type RcCall,
  type RcVisit,
  type ReportOf,
  reportsIn,
  unknownRc,
  visitLevels,
  whyNoRc,
} from "@inittab/core";
import { loadShell } from "@inittab/host/shell/node";
import type { Streams } from "../command.ts";
import { loadBehaviours } from "../initscript/behaviours.ts";
import { asStated, readSystem, statedOpenrc } from "../initscript/read-tree.ts";
import { message } from "../message.ts";
import { createProjects } from "../project/projects.ts";
import { tellOf } from "../tell.ts";

/** The scripts of a system, for a run that calls them. */
export interface Scripts {
  /** Says what rc or OpenRC does in each of the calls; undefined where the system has nothing for a call. */
  readonly follow: (calls: readonly RcCall[]) => readonly (RcVisit | undefined)[];
  /** What `service NAME status` can answer. */
  readonly reportOf: ReportOf;
}

/** Reads the tree of a system; undefined: the reason was reported. */
export async function scriptsOf(
  path: string,
  asked: OpenrcVersion | undefined,
  settingsOption: string | undefined,
  streams: Streams,
): Promise<Scripts | undefined> {
  const tell = (what: Message) => tellOf(streams, path, what);
  const read = await readSystem(path);
  if ("why" in read) {
    await tell(read.why);
    return undefined;
  }
  const settings = await createProjects(settingsOption, streams, [path]).around({ path });
  const openrc = asked ?? statedOpenrc(settings);
  const { tree, shown } = asStated(read, settings);
  const { told, isKnown } = judge(tree, openrc);
  await tell(told);
  if (!isKnown) return undefined;
  const { behaviourOf } = await loadBehaviours();
  const { parse } = await loadShell();
  return {
    follow: (changes) =>
      visitLevels(tree, {
        ...{ changes, behaviours: behaviourOf, uriOf: shown },
        ...(openrc !== undefined && { openrc }),
      }) ?? [],
    reportOf: reportsIn(tree, parse),
  };
}

/** Whose scripts they are, or why that is not known. */
function judge(
  tree: InitTree,
  asked: OpenrcVersion | undefined,
): { readonly told: Message; readonly isKnown: boolean } {
  if (tree.openrc !== undefined) {
    const because = familyOfTree(tree)?.because ?? message("rc.has-runlevels");
    return {
      told: message("rc.openrc", { version: asked ?? openrcVersionOf(tree), because }),
      isKnown: true,
    };
  }
  const guess = guessFlavor(tree);
  const why = whyNoRc(tree, guess?.flavor);
  if (why !== undefined) return { told: why, isKnown: false };
  if (guess === undefined) return { told: unknownRc, isKnown: false };
  const { flavor, because } = guess;
  return { told: message("rc.taken-for", { system: flavorSystem(flavor), flavor, because }), isKnown: true };
}
