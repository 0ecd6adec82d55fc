// procd's way through /etc/rc.d, as far as names and files tell it; rcs.ts runs the scripts. Source: spec/openwrt.md, section 3.

import type { ScriptsRun } from "../../inittab/procd-entries.ts";
import {
  type BootEntry,
  type BootWalk,
  beginBoot,
  type CallScript,
  callEntry,
  endBoot,
  skipEntry,
} from "../boot/model.ts";
import { rcFolder, rcsNames } from "./rcs.ts";

/** What is followed. */
export interface RcdBoot {
  readonly entries: readonly BootEntry[];
  /** Undefined: the inittab asks for no run. */
  readonly run: ScriptsRun | undefined;
  /** The text behind an entry. */
  readonly textOf: (path: string) => string;
  readonly call: CallScript;
}

/** The scripts one after the other; what cannot be executed is passed over without a word. */
export function walkRcd({ entries, run, textOf, call }: RcdBoot): BootWalk {
  const walk = beginBoot({ path: "/sbin/procd", line: 1 }, call);
  if (run === undefined) return endBoot(walk, 0);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  for (const name of rcsNames([...byName.keys()], run.pattern)) {
    const path = `${rcFolder}/${name}`;
    const entry = byName.get(name);
    if (entry?.kind !== "file") skipEntry(walk, path, "not-a-file");
    else if (!entry.executable) skipEntry(walk, path, "not-executable");
    else if (!textOf(path).startsWith("#!")) skipEntry(walk, path, "no-first-line");
    else callEntry(walk, [path, run.argument], "run");
  }
  return endBoot(walk, 0);
}
