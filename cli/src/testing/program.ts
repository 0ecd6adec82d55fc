// Runs the built command line as a user does: arguments, standard input and files in; exit code and output out.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Output } from "../output.ts";
import { runProgram } from "../program.ts";

/** The folder of the command line's package. */
export const packageFolder: string = join(import.meta.dirname, "../..");

/** What surrounds a run. */
export interface RunOptions {
  /** Written into an empty folder, which the program is started in. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with the folder when the files are written. */
  readonly prepare?: (folder: string) => void;
  /** Another program than `bin/inittab.js`. */
  readonly program?: string;
  /** Runs the program as this user. */
  readonly user?: number;
}

/**
 * The shell's grammar has a function of 160 KB. Node 20 compiles it twice, the second time to make it fast, which takes
 * most of a second in each run that reads a script and is never worth it in a short one.
 */
const engineOptions = ["--liftoff-only"];

/** How a run ended. */
export interface RunResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program and waits for its end. */
export async function runInittab(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const program = options.program ?? join(packageFolder, "bin/inittab.js");
  if (!existsSync(join(packageFolder, "dist/inittab.js")))
    throw new Error("the command line is not built; run `npm run build` first");
  const folder = mkdtempSync(join(tmpdir(), "inittab-cli-"));
  try {
    for (const [path, content] of Object.entries(options.files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    options.prepare?.(folder);
    const child = spawn(process.execPath, [...engineOptions, program, ...args], {
      cwd: folder,
      env: { ...process.env, ...options.environment },
      ...(options.user !== undefined && { uid: options.user, gid: options.user }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => stdout.push(piece));
    child.stderr.on("data", (piece: Buffer) => stderr.push(piece));
    // A program that does not read its input may be gone before all is written.
    child.stdin.on("error", () => {});
    child.stdin.end(options.stdin ?? "");
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    return {
      exitCode,
      stdout: Buffer.concat(stdout).toString(),
      stderr: Buffer.concat(stderr).toString().replaceAll(folder, "FOLDER"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the program in this process, which is faster; for runs that read no file of their own. */
export async function runHere(args: readonly string[]): Promise<RunResult> {
  const result = { stdout: "", stderr: "" };
  const outputTo = (name: "stdout" | "stderr"): Output => ({
    terminal: false,
    width: 100,
    write: async (pieces) => {
      for (const piece of pieces) result[name] += piece;
    },
  });
  const nothing: AsyncIterable<string> = (async function* () {})();
  const streams = { stdin: nothing, out: outputTo("stdout"), err: outputTo("stderr") };
  const exitCode = await runProgram(args, streams);
  return { exitCode, ...result };
}

/** A run as a reader sees it: the output, the lines of standard error marked with `!`, and the exit code. */
export async function show(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { exitCode, stdout, stderr } = await runInittab(args, options);
  const errors = stderr.replace(/^(?=.)/gm, "! ");
  return `${stdout}${errors}exit ${exitCode}`;
}
