// What runs in a level, and which programs wait for somebody.

import type { FileContext } from "./contract.ts";

/** The actions whose processes stay when the machine is up; what runs at boot in any case may bring up the rest. */
const actionsOfLevels = ["respawn", "ondemand", "once", "wait"] as const;
const actionsOfBoot = ["boot", "bootwait", "sysinit"] as const;

/** The indexes of the records that run in a level or go on in it, those of the level's own actions first. */
export function* runningIn(file: FileContext, level: string): Generator<number> {
  for (const action of actionsOfLevels)
    for (let index = file.nextOf(action, 0); index >= 0; index = file.nextOf(action, index + 1))
      if (file.scan.lines[index]?.runlevels.includes(level) === true) yield index;
  yield* file.linesOf("boot");
}

/** Whether entering the level starts anything, or something was started before that goes on. */
function anythingRuns(file: FileContext, level: string): boolean {
  return runningIn(file, level).next().done !== true;
}

/** The levels that a machine is meant to stay in. */
const stayingLevels = ["3", "5", "2", "4", "1", "7", "8", "9"];

/**
 * The levels to stay in that start something, where the default level starts nothing; none where it does start
 * something, or where the table leaves all of them to programs that the boot has started.
 */
export function levelsInsteadOf(file: FileContext, level: string): readonly string[] {
  if (anythingRuns(file, level)) return [];
  return stayingLevels.filter((other) => anythingRuns(file, other));
}

/** Whether the table does anything at boot; a file that only names a level belongs to another init. */
export function doesAnything(file: FileContext): boolean {
  return [...actionsOfLevels, ...actionsOfBoot].some((action) => file.nextOf(action, 0) >= 0);
}

/** So few records are a part of a table, or that of another program. */
const leastTable = 3;

/** What a whole table has at least one of: something that init does at boot, once for a level, or on request. */
const actionsOfTables = [
  "initdefault",
  "sysinit",
  "boot",
  "bootwait",
  "wait",
  "ctrlaltdel",
  "kbrequest",
  "powerwait",
  "powerfail",
  "powerokwait",
  "powerfailnow",
] as const;

/** Whether the file is a part of a table, such as the lines for some modems; nobody can say what it lacks. */
export function isPartOfTable(file: FileContext): boolean {
  return file.recordCount < leastTable || actionsOfTables.every((action) => file.nextOf(action, 0) < 0);
}

/** Whether the words of a command are a shell that waits for commands: no script, and no `-c`. */
export function isInteractiveShell(words: readonly string[]): boolean {
  const [program = "", ...rest] = words;
  return (
    /^(?:.*\/)?(?:ba|da|a|k|z|c|tc)?sh$/.test(program) &&
    rest.every((word) => /^-(?:[il]+|-login)$/.test(word))
  );
}
