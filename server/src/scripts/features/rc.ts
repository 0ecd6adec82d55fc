// What rc does in a runlevel, for the tree of runlevels and for a record of a simulation that calls rc.

import {
  type BehaviourOf,
  followChanges,
  guessFlavor,
  type RcFlavor,
  type RcLevel,
  type RcVisit,
  type RcVisitStep,
  rcFlavors,
  rcLevels,
  type ScriptAction,
} from "@inittab/core";
import type { System } from "../system.ts";

/** A question about rc, as a client asks it. */
export interface RcQuestion {
  /** The level that is entered. */
  readonly level: string;
  /** The level before; `N`, the default, at boot. */
  readonly previous: string;
}

/** Follows rc into a level; undefined where the system has no rc folders or nobody can tell whose rc it is. */
export function rcVisit(
  { tree, uriOf }: System,
  { level, previous }: RcQuestion,
  behaviours: BehaviourOf,
): RcVisit | undefined {
  const wanted = rcLevels.find((each) => each === level);
  const guess = guessFlavor(tree);
  if (wanted === undefined || guess === undefined || !tree.folders.has(wanted)) return undefined;
  const { flavor, because } = guess;
  // What is locked in a level is what the boot into it has left.
  const changes = changesTo(previous, wanted, flavor);
  const walks = followChanges(tree, { flavor, changes, locks: [], behaviours });
  const { events = [], recorded } = walks.at(-1) ?? {};
  const entries = tree.folders.get(wanted)?.entries ?? [];
  const steps = events.map(({ step, remark, broken }): RcVisitStep => {
    const path = "path" in step ? step.path : "entry" in step ? `rc${wanted}.d/${step.entry}` : "";
    const name = path.slice(path.lastIndexOf("/") + 1);
    const entry = path.startsWith(`rc${wanted}.d/`) ? entries.find((each) => each.name === name) : undefined;
    const script = entry?.realPath ?? tree.scripts.find(({ path: place }) => place === `etc/${path}`)?.path;
    return {
      kind:
        step.kind === "call" || step.kind === "failed-call"
          ? "call"
          : step.kind === "skip"
            ? "skip"
            : "other",
      name: step.kind === "orphan-lock-removed" ? step.lock : name,
      argument: "argument" in step ? step.argument : null,
      remark,
      broken,
      uri: script === undefined ? null : uriOf(script),
    };
  });
  return {
    flavor,
    system: rcFlavors[flavor].system,
    because,
    level: wanted,
    previous,
    steps,
    locks: recorded?.locks ?? [],
  };
}

function changesTo(
  previous: string,
  level: RcLevel,
  flavor: RcFlavor,
): readonly { readonly previous: string; readonly runlevel: string }[] {
  const boot =
    rcFlavors[flavor].family === "debian" && level !== "S" ? [{ previous: "N", runlevel: "S" }] : [];
  if (previous === "N") return [...boot, { previous, runlevel: level }];
  return [...boot, { previous: "N", runlevel: previous }, { previous, runlevel: level }];
}

/** What a script does, from what is known of its locks. */
export function behaviourOf(touch: readonly string[], remove: readonly string[]): ReturnType<BehaviourOf> {
  const action = (touched: readonly string[], removed: readonly string[]): ScriptAction => ({
    touch: touched,
    remove: removed,
    exit: 0,
    output: "",
  });
  return { start: action(touch, []), stop: action([], remove) };
}
