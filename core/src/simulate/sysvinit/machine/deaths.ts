// The dead of the list: first marked when the signal comes, then taken note of in the main loop.
// Source: spec/sysvinit.md, section 5.1.

import { accountDeath } from "./accounting.ts";
import { noteDeathWhileKilling } from "./killing.ts";
import { placeOfProcess, zombiesIn } from "./roster.ts";
import { addPending, setEntry, type Work } from "./work.ts";

/** Marks the entry whose process has died; deaths of others mean nothing to init. */
export function markDeath(work: Work, pid: number): void {
  const index = placeOfProcess(work.state.entries, pid);
  if (index < 0) return;
  addPending(work, "CHLD");
  setEntry(work, index, { zombie: true });
  if (work.state.phase.kind === "killing") noteDeathWhileKilling(work, work.state.phase, index);
}

/** Takes note of the dead. */
export function noteDeaths(work: Work): void {
  const zombies = zombiesIn(work.state.entries);
  for (const index of zombies) {
    const entry = work.state.entries[index];
    if (entry !== undefined) accountDeath(work, entry);
  }
  for (const index of zombies) setEntry(work, index, { running: false, zombie: false, waiting: false });
}
