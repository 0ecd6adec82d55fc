// Locks that a script keeps beside the folder that rc looks into.

import { lockNameOf } from "../../../initscript/script/lock-behaviour.ts";
import type { FileUse } from "../../../initscript/script/outline.ts";
import { readsLibrary } from "../body/libraries.ts";
import type { ScriptContext } from "../contract.ts";
import type { LockFacts } from "./lock-facts.ts";

/** The files below /var/lock, but not in its subsys, that `start` touches instead of a lock. */
export function misplacedLocks(
  { family }: ScriptContext,
  { outline, action }: LockFacts,
): readonly FileUse[] {
  const isAlsoOfOthers = family.families.some(({ locks }) => !locks);
  if (isAlsoOfOthers || !readsLibrary(outline, "redhat")) return [];
  const start = action("start");
  if (start === undefined || start.touches.length > 0) return [];
  return outline.fileUses(start.commands).filter(({ kind, path }) => {
    if (kind !== "touch" || path === undefined || path.endsWith(".pid")) return false;
    return (
      /^\/var\/lock\/./.test(path) &&
      !/^\/var\/lock\/+subsys(?:\/|$)/.test(path) &&
      lockNameOf(path) === undefined
    );
  });
}
