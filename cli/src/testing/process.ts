// Runs a program of Node as a user does: arguments, standard input and files in; exit code and output out.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Streams } from "../command.ts";
import { programLocalizer } from "../localizer.ts";
import type { Output } from "../output.ts";

/** What surrounds a run. */
export interface ScriptOptions {
  /** Written into an empty folder, which the program is started in. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with the folder when the files are written. */
  readonly prepare?: (folder: string) => void;
  /** The program is started in this folder instead, which stays. */
  readonly cwd?: string;
  /** Runs the program as this user. */
  readonly user?: number;
}

/** How a run ended. */
export interface RunResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script with Node and waits for its end. */
export function runScript(
  script: string,
  args: readonly string[],
  options: ScriptOptions = {},
): Promise<RunResult> {
  return inFolder(options, async (folder) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: options.cwd ?? folder,
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
      stderr: Buffer.concat(stderr).toString(),
    };
  });
}

/** Does something in a new folder with the files of a run, which is called FOLDER in what is said of errors. */
export async function inFolder(
  { files = {}, prepare }: ScriptOptions,
  run: (folder: string) => Promise<RunResult>,
): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), "inittab-cli-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    prepare?.(folder);
    const result = await run(folder);
    return { ...result, stderr: result.stderr.replaceAll(folder, "FOLDER") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does work in English with streams that nobody reads and nobody fills, in this process. */
export async function runCaptured(work: (streams: Streams) => Promise<number>): Promise<RunResult> {
  const result = { stdout: "", stderr: "" };
  const outputTo = (name: "stdout" | "stderr"): Output => ({
    terminal: false,
    width: 100,
    write: async (pieces) => {
      for (const piece of pieces) result[name] += piece;
    },
  });
  const nothing: AsyncIterable<string> = (async function* () {})();
  const exitCode = await work({
    stdin: nothing,
    out: outputTo("stdout"),
    err: outputTo("stderr"),
    localizer: programLocalizer(),
  });
  return { exitCode, ...result };
}

/** A run as a reader sees it: the output, the lines of standard error marked with `!`, and the exit code. */
export function shown({ exitCode, stdout, stderr }: RunResult): string {
  const errors = stderr.replace(/^(?=.)/gm, "! ");
  return `${stdout}${errors}exit ${exitCode}`;
}
