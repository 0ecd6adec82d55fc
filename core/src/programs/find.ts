// The one table of programs, by name.

import { remembered } from "../text/remembered.ts";
import { bootPrograms } from "./boot.ts";
import { consolePrograms } from "./consoles.ts";
import { daemonPrograms } from "./daemons.ts";
import { detaches, ends, type Program, type ProgramRun, stays } from "./program.ts";

/** Every program that is known. */
export const programs: readonly Program[] = [...consolePrograms, ...daemonPrograms, ...bootPrograms];

const byName: ReadonlyMap<string, Program> = new Map(
  programs.flatMap((program) => program.names.map((name) => [name, program] as const)),
);

/** The program with this name or path; undefined where nothing is known of it. */
export function findProgram(path: string): Program | undefined {
  return byName.get(path.slice(path.lastIndexOf("/") + 1));
}

/** What a user may say of a program of their own. */
export const ownRuns = ["stays", "background", "ends"] as const;

/** Programs of a user's own by their names or paths, and what becomes of the process that init starts. */
export type OwnPrograms = Readonly<Record<string, (typeof ownRuns)[number]>>;

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
    return run === undefined ? findProgram(path) : { ...ownProgram, names: [name], run: runsOf[run] };
  };
});

const ownProgram = {
  kind: "daemon",
  about: "one of the programs in the settings",
  source: "the settings",
} as const;

const runsOf: Readonly<Record<(typeof ownRuns)[number], ProgramRun>> = {
  stays: stays(),
  background: detaches(),
  ends,
};
