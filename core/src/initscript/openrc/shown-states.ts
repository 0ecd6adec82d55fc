// The state of a system as recorded cases show it.

import { notedRunlevel } from "./runlevels.ts";
import { type StateFolder, servicesInState } from "./states.ts";
import type { OpenrcWorld } from "./world.ts";

const shown: readonly StateFolder[] = [
  "starting",
  "started",
  "stopping",
  "inactive",
  "wasinactive",
  "hotplugged",
  "failed",
  "scheduled",
];

/** The present runlevel, null before the first, and the services in each state; states without any are left out. */
export function openrcStates({ files }: OpenrcWorld): {
  readonly softlevel: string | null;
  readonly states: Readonly<Record<string, readonly string[]>>;
} {
  const lists = shown.map((state) => [state, servicesInState(files, state).toSorted()] as const);
  return {
    softlevel: notedRunlevel(files) ?? null,
    states: Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
  };
}
