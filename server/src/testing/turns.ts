// How long a server in this process keeps everybody waiting: what it does between two turns of the event loop.

import { readFileSync } from "node:fs";

/** The processor time of this thread in milliseconds; that of the whole process where nobody says it of a thread. */
function processorTime(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ")[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** Does something, and gives back the processor time of the longest turn of the event loop meanwhile, in milliseconds. */
export async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = processorTime();
  let isDone = false;
  const look = () => {
    const now = processorTime();
    longest = Math.max(longest, now - before);
    before = now;
    if (!isDone) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isDone = true;
  look();
  return longest;
}
