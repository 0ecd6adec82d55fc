// The one table of programs, by name.

import { bootPrograms } from "./boot.ts";
import { consolePrograms } from "./consoles.ts";
import { daemonPrograms } from "./daemons.ts";
import type { Program } from "./program.ts";

/** Every program that is known. */
export const programs: readonly Program[] = [...consolePrograms, ...daemonPrograms, ...bootPrograms];

const byName: ReadonlyMap<string, Program> = new Map(
  programs.flatMap((program) => program.names.map((name) => [name, program] as const)),
);

/** The program with this name or path; undefined where nothing is known of it. */
export function findProgram(path: string): Program | undefined {
  return byName.get(path.slice(path.lastIndexOf("/") + 1));
}
