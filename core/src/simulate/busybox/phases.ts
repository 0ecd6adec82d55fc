// The phases of BusyBox init, and how it goes down.

import type { SystemRequest } from "./machine/messages.ts";
import type { BusyboxState } from "./machine/state.ts";

/** The phases of BusyBox init, in the order in which it goes through them. Source: spec/dialects.md, 3.3 and 3.5. */
export const busyboxPhases = ["sysinit", "wait", "once", "respawn/askfirst", "shutdown"] as const;

/** One of them. */
export type BusyboxPhase = (typeof busyboxPhases)[number];

/** Those in which entries are started and do not come again. */
const bootPhases = ["sysinit", "wait", "once"] as const;

/** How a machine goes down: by what init asks of the kernel, or because process 1 has ended. */
export type BusyboxDown = SystemRequest | "panic";

/** The phase that init is in; undefined before the boot and when it is gone. What a signal begins is no phase of its own. */
export function phaseOf({ tasks, deaf, alive }: BusyboxState): BusyboxPhase | undefined {
  if (alive === "gone") return undefined;
  if (deaf) return "shutdown";
  for (const phase of bootPhases)
    if (tasks.some((task) => task.kind === "run" && task.actions.includes(phase))) return phase;
  return tasks.length === 0 ? undefined : "respawn/askfirst";
}
