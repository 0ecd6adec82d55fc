// How Red Hat's libraries read pid files. Spec 4.2.

import type { RedHatLibrary } from "../facts/redhat-library.ts";
import { type HelperWorld, livePid, shellWords } from "./world.ts";

/** What a pid file says; `code` is what `status` would answer if nothing else were known. */
export interface PidFileReading {
  readonly code: 0 | 1 | 3 | 4;
  readonly pids: readonly number[];
}

/** Where the pid file of a program of this name is when nobody says otherwise. */
export function usualPidFile(name: string): string {
  return `/var/run/${name}.pid`;
}

/** Reads a pid file as a generation of the library does. */
export function readPidFile(
  world: HelperWorld,
  library: RedHatLibrary,
  { path, binary }: { readonly path: string; readonly binary?: string | undefined },
): PidFileReading {
  const { lines: counted, unreadable } = library.pidFile;
  const content = world.pidFiles.get(path);
  if (content === undefined) return { code: 3, pids: [] };
  if (typeof content !== "string") return { code: unreadable, pids: [] };
  const lines = content.split("\n");
  const empty = lines.findIndex((line) => shellWords(line).length === 0);
  const read = counted === "first" ? lines.slice(0, 1) : lines.slice(0, empty < 0 ? undefined : empty);
  const pids = read.flatMap(shellWords).flatMap((word) => {
    const pid = livePid(world, word);
    const fits =
      binary === undefined || world.processes.some((each) => each.pid === pid && each.executable === binary);
    return pid !== undefined && fits ? pid : [];
  });
  return { code: pids.length > 0 ? 0 : 1, pids };
}
