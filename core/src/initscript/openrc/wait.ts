// How services wait for each other.

import { listOf } from "./deptree.ts";
import { pause, type Work } from "./tasks.ts";
import { eerror, type OpenrcProcess, type OpenrcWorld } from "./world.ts";

const limit = 60;
const reportEvery = 10;
const looksPerSecond = 20;
/** A wait without a limit that has lasted a day never ends. */
const forEver = 86_400;

/**
 * Waits until nothing works on a service any more; says whether that came true. Without a limit for a service with the
 * keyword `-timeout`, otherwise 60 seconds, with a line every 10 (observed stop-stall).
 */
export function* waitForService(world: OpenrcWorld, process: OpenrcProcess, service: string): Work<boolean> {
  const isFree = (): boolean => !world.locks.has(service);
  const keywords = listOf(world.kept.tree?.tree.byName.get(service), "keyword");
  const hasLimit = !keywords.includes("-timeout") && !keywords.includes("notimeout");
  for (let looks = 1; !isFree() && looks <= (hasLimit ? limit : forEver) * looksPerSecond; looks++) {
    yield* pause(1 / looksPerSecond);
    const waited = looks / looksPerSecond;
    if (hasLimit && waited % reportEvery === 0 && waited < limit && !isFree())
      eerror(
        process,
        `${process.environment.get("RC_SVCNAME")}: waiting for ${service} (${limit - waited} seconds)`,
      );
  }
  if (!hasLimit && !isFree()) yield { kind: "hang", what: service };
  return isFree();
}
