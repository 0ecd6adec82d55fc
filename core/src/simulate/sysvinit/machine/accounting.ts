// The records for utmp and wtmp. Source: spec/sysvinit.md, section 15; observed: utmp-records.
// Both files are taken to be there and writable: that records are made up later when they were not is not modelled.

import type { Entry } from "./state.ts";
import { emit, type Work } from "./work.ts";

/** The id of records about the system. */
const systemId = "~~";

/** At the end of the sysinit phase. */
export function accountBoot(work: Work): void {
  emit(work, {
    kind: "account",
    type: "BOOT_TIME",
    id: systemId,
    user: "reboot",
    line: "~",
    pid: 0,
    levels: null,
  });
}

/** On entering a level. */
export function accountLevel(work: Work, level: string, previous: string): void {
  const pid = level.charCodeAt(0) + 256 * previous.charCodeAt(0);
  emit(work, {
    kind: "account",
    type: "RUN_LVL",
    id: systemId,
    user: "runlevel",
    line: "~",
    pid,
    levels: [level, previous],
  });
}

/** When a child is about to be run. */
export function accountStart(work: Work, id: string, pid: number): void {
  emit(work, { kind: "account", type: "INIT_PROCESS", id, user: "", line: "", pid, levels: null });
}

/** When init takes note of a death; not for a process with `+`. */
export function accountDeath(work: Work, entry: Entry): void {
  if (entry.process.startsWith("+")) return;
  const { id, pid } = entry;
  emit(work, { kind: "account", type: "DEAD_PROCESS", id, user: "", line: "", pid, levels: null });
}
