// Runs the built command line as a user does.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { localeOf } from "../localizer.ts";
import { runProgram } from "../program.ts";
import { inFolder, type RunResult, runCaptured, runScript, type ScriptOptions, shown } from "./process.ts";

/** The folder of the command line's package. */
export const packageFolder: string = join(import.meta.dirname, "../..");

/** What surrounds a run. */
export interface RunOptions extends ScriptOptions {
  /** Another program than `bin/inittab.js`. */
  readonly program?: string;
}

/** Runs the program and waits for its end. */
export async function runInittab(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  if (!existsSync(join(packageFolder, "dist/inittab.js")))
    throw new Error("the command line is not built; run `npm run build` first");
  const { program, user } = options;
  if (coreIsChanged && program === undefined && user === undefined) return runInThisProcess(args, options);
  return runScript(program ?? join(packageFolder, "bin/inittab.js"), args, options);
}

/** A mutation run changes core in this process alone, where the program must be if its tests are to see it. */
const coreIsChanged = "mutation__" in globalThis;

/** When the last run in this process is over: a process has one working directory, so that they take turns. */
let lastRun: Promise<unknown> = Promise.resolve();

function runInThisProcess(args: readonly string[], options: RunOptions): Promise<RunResult> {
  const run = lastRun.then(() => runAlone(args, options));
  lastRun = run.catch(() => {});
  return run;
}

function runAlone(args: readonly string[], options: RunOptions): Promise<RunResult> {
  return inFolder(options, async (folder) => {
    const before = process.cwd();
    process.chdir(options.cwd ?? folder);
    try {
      const { stdin = "", environment } = options;
      const input = (async function* () {
        yield typeof stdin === "string" ? stdin : Buffer.from(stdin);
      })();
      const locale = localeOf({ ...process.env, ...environment });
      return await runCaptured((streams) => runProgram(args, { ...streams, stdin: input, locale }));
    } finally {
      process.chdir(before);
    }
  });
}

/** Runs the program in this process, which is faster; `locale` is what the environment names. */
export function runHere(args: readonly string[], locale?: string): Promise<RunResult> {
  return runCaptured((streams) => runProgram(args, { ...streams, locale }));
}

/** A run as a reader sees it: the output, the lines of standard error marked with `!`, and the exit code. */
export async function show(args: readonly string[], options: RunOptions = {}): Promise<string> {
  return shown(await runInittab(args, options));
}
