// Which runlevels of OpenRC entering one of them goes through.

import type { OpenrcFolders } from "../../initscript/tree/openrc-folders.ts";

/** A level and those that are stacked into it, each once. */
export function levelsUnder({ runlevels }: OpenrcFolders, level: string): readonly string[] {
  const levels = new Set([level]);
  for (const each of levels)
    for (const { kind, name } of runlevels.get(each) ?? []) if (kind === "stack") levels.add(name);
  return [...levels];
}
