// How services wait for each other.

import { listOf } from "./deptree.ts";
import type { Work } from "./tasks.ts";
import { eerror, type OpenrcProcess, type OpenrcWorld } from "./world.ts";

const limit = 60;
const reportEvery = 10;

/**
 * Waits until nothing works on a service any more; says whether that came true. Without a limit for a service with the
 * keyword `-timeout`, otherwise 60 seconds, with a line every 10 (observed stop-stall).
 */
export function* waitForService(world: OpenrcWorld, process: OpenrcProcess, service: string): Work<boolean> {
  const isFree = (): boolean => !world.locks.has(service);
  const keywords = listOf(world.kept.tree?.tree.byName.get(service), "keyword");
  const patience =
    keywords.includes("-timeout") || keywords.includes("notimeout") ? Number.POSITIVE_INFINITY : limit;
  if (patience === Number.POSITIVE_INFINITY && !isFree()) yield { kind: "until", isTrue: isFree };
  for (let left = patience; !isFree() && left > 0; left -= reportEvery) {
    if (left < patience)
      eerror(
        world,
        process,
        `${process.environment.get("RC_SVCNAME")}: waiting for ${service} (${left} seconds)`,
      );
    yield { kind: "until", isTrue: isFree, seconds: reportEvery };
  }
  return isFree();
}
