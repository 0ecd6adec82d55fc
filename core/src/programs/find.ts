// The one table of programs, by name.

import { remembered } from "../text/remembered.ts";
import { bootPrograms } from "./boot.ts";
import { consolePrograms } from "./consoles.ts";
import { daemonPrograms } from "./daemons.ts";
import { networkDaemonPrograms } from "./network-daemons.ts";
import type { OwnPrograms, ownRuns } from "./own-runs.ts";
import { detaches, ends, type Program, type ProgramRun, stays } from "./program.ts";

/** Every program that is known. */
export const programs: readonly Program[] = [
  ...consolePrograms,
  ...networkDaemonPrograms,
  ...daemonPrograms,
  ...bootPrograms,
];

const byName: ReadonlyMap<string, Program> = new Map(
  programs.flatMap((program) => program.names.map((name) => [name, program] as const)),
);

/**
 * The program with this name or path; undefined if it is not known. A script of init.d may have the name of the
 * program that it starts, and is another thing.
 */
export function findProgram(path: string): Program | undefined {
  const found = byName.get(path.slice(path.lastIndexOf("/") + 1));
  return found !== undefined && found.kind !== "boot" && scriptFolder.test(path) ? undefined : found;
}

const scriptFolder = /(?:^|\/)(?:init|rc)\.d\//;

/** Finds a program by its name or path. */
export type ProgramFinder = (path: string) => Program | undefined;

/** Finds those of the table, and before them a user's own. */
export function programFinder(own: OwnPrograms | undefined): ProgramFinder {
  return own === undefined ? findProgram : finderWith(own);
}

/** Always the same for the same settings, so that what it has found can be remembered. */
const finderWith = remembered((own: OwnPrograms): ProgramFinder => {
  const named = new Map(Object.entries(own));
  return (path) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const run = named.get(path) ?? named.get(name);
    return run === undefined ? findProgram(path) : { kind: "daemon", names: [name], run: runsOf[run] };
  };
});

const runsOf: Readonly<Record<(typeof ownRuns)[number], ProgramRun>> = {
  stays: stays(),
  background: detaches(""),
  ends,
};
