// How Red Hat's libraries read pid files. Spec 4.2.

import type { RcFlavor } from "../facts/rc-flavors.ts";
import { baseName, type HelperWorld, livePid, shellWords } from "./world.ts";

/** What a pid file says; `code` is what `status` would answer if nothing else were known. */
export interface PidFileReading {
  readonly code: 0 | 1 | 3 | 4;
  readonly pids: readonly number[];
}

/** Where a program's pid file is when nobody says otherwise. */
export function usualPidFile(program: string): string {
  return `/var/run/${baseName(program)}.pid`;
}

/** Reads a pid file: the newest generation up to the first empty line, older ones the first line only. */
export function readPidFile(
  world: HelperWorld,
  flavor: RcFlavor,
  { path, binary }: { readonly path: string; readonly binary?: string | undefined },
): PidFileReading {
  const content = world.pidFiles.get(path);
  if (content === undefined) return { code: 3, pids: [] };
  if (typeof content !== "string") return { code: flavor === "el6" ? 4 : 1, pids: [] };
  const lines = content.split("\n");
  const empty = lines.findIndex((line) => shellWords(line).length === 0);
  const read = flavor === "el6" ? lines.slice(0, empty < 0 ? undefined : empty) : lines.slice(0, 1);
  const pids = read.flatMap(shellWords).flatMap((word) => {
    const pid = livePid(world, word);
    const fits =
      binary === undefined || world.processes.some((each) => each.pid === pid && each.executable === binary);
    return pid !== undefined && fits ? pid : [];
  });
  return { code: pids.length > 0 ? 0 : 1, pids };
}
