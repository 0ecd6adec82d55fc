// Servers measured side by side: they take turns, so that a busy machine does the same to all.

import type { Session } from "./session.ts";

/** How many runs a server has before the next one has its turn: its code is warm then, as that of a server in use. */
const turn = 10;

/** The samples of one server. */
export interface Samples {
  /** Wall-clock milliseconds of each run. */
  readonly wall: readonly number[];
  /** Processor time of a run in milliseconds, the mean of each turn. */
  readonly processor: readonly number[];
}

/** Does some work many times with each of these; the samples come in their order. */
export async function inTurns<Running extends { readonly session: Session }>(
  all: readonly Running[],
  runs: number,
  work: (running: Running, run: number) => Promise<void>,
): Promise<readonly Samples[]> {
  const samples = all.map((running) => ({ running, wall: [] as number[], processor: [] as number[] }));
  for (let done = 0; done < runs; done += turn)
    for (const { running, wall, processor } of samples) {
      const until = Math.min(done + turn, runs);
      const before = running.session.processorTime();
      for (let run = done; run < until; run++) {
        const begin = performance.now();
        await work(running, run);
        wall.push(performance.now() - begin);
      }
      processor.push((running.session.processorTime() - before) / (until - done));
    }
  return samples;
}
