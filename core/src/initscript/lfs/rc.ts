// rc of Linux From Scratch. Spec/embedded.md, section 4.2; observed: the `lfs-*` cases.

import {
  type BootEntry,
  type BootFolders,
  type BootWalk,
  type BootWalking,
  beginBoot,
  type CallScript,
  callEntry,
  endBoot,
  skipEntry,
} from "../boot/model.ts";
import { byVersion } from "../boot/name-order.ts";

/** What is followed. */
export interface LfsBoot {
  readonly folders: BootFolders;
  readonly call: CallScript;
  readonly previous: string;
  readonly runlevel: string;
}

/** rc: the entries of a level's folder; numbers in names count as numbers. */
export function walkLfsRc({ folders, call, previous, runlevel }: LfsBoot): BootWalk {
  const walk = beginBoot({ path: "/etc/rc.d/init.d/rc", line: 1, environment: { runlevel, previous } }, call);
  const entries = folders.get(folderOf(runlevel));
  if (entries === undefined) return endBoot(walk, 1);
  const before = folders.get(folderOf(previous)) ?? [];
  const inOrder = entries.toSorted((one, other) => byVersion(one.name, other.name));
  for (const letter of ["K", "S"] as const) {
    if (letter === "K" && previous === "N") continue;
    for (const entry of inOrder)
      if (entry.name.startsWith(letter)) visit(walk, { letter, entry, runlevel, before });
  }
  return endBoot(walk, 0);
}

function folderOf(level: string): string {
  return `/etc/rc.d/rc${level}.d`;
}

interface Visit {
  readonly letter: "S" | "K";
  readonly entry: BootEntry;
  readonly runlevel: string;
  readonly before: readonly BootEntry[];
}

/** The level before decides alone; links for stopping in this level keep no start away. */
function visit(walk: BootWalking, { letter, entry, runlevel, before }: Visit): void {
  const path = `${folderOf(runlevel)}/${entry.name}`;
  const rest = /^[SK]\d\d(.*)$/s.exec(entry.name)?.[1];
  const same = before.filter(
    ({ name, kind }) =>
      kind !== "missing" && name.startsWith(letter) && /^.\d\d/.test(name) && name.slice(3) === rest,
  );
  // The question fails where the pattern fits two names.
  if (rest !== undefined && same.length === 1)
    skipEntry(walk, path, letter === "S" ? "started-before" : "stopped-before");
  else if (entry.kind !== "file") skipEntry(walk, path, "not-a-file");
  else if (!entry.executable) skipEntry(walk, path, "not-executable");
  else callEntry(walk, [path, letter === "S" ? "start" : "stop"], "run");
}
