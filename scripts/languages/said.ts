// What the command line says in a language.

import { runHere, runInittab } from "../../cli/src/testing/program.ts";

/** What it says in this process, which has no parser of shell scripts. */
export async function saidHere(tag: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runHere(["--lang", tag, ...args]);
  return `${stdout}\n${stderr}`;
}

/** What the built program says. */
export async function saidByProgram(tag: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runInittab(["--lang", tag, ...args]);
  return `${stdout}\n${stderr}`;
}
