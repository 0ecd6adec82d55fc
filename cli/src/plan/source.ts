// Where a table comes from: a file, the root of a system as a folder or an archive, or a file of a git repository.

import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Input, readInput } from "../input.ts";
import { readTable } from "../root/read-table.ts";
import type { Unreadable } from "../unreadable.ts";
import { message } from "./message.ts";

/** The most bytes of a file of a repository. */
const sizeLimit = 4 * 1024 * 1024;

/** Reads OLD or NEW. */
export async function readSource(
  argument: string,
  stdin: AsyncIterable<Buffer | string>,
): Promise<Input | Unreadable> {
  if (argument.startsWith("git:")) return readFromGit(argument);
  const alone = join(argument, "inittab");
  if ((await isFolder(argument)) && !(await isFile(join(argument, "etc/inittab"))) && (await isFile(alone)))
    return readInput(alone, stdin);
  return readTable(argument, stdin);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

/**
 * Git runs none of the programs that a repository can name: `cat-file` knows no text conversion and no filter unless it is
 * asked for, no hook and no monitor is run, and nothing is fetched.
 */
async function readFromGit(argument: string): Promise<Input | Unreadable> {
  const name = argument.slice("git:".length);
  if (!/^[^-:][^:]*:./.test(name)) return { path: argument, why: message("plan.git-form") };
  const { GIT_EXTERNAL_DIFF: _, ...environment } = process.env;
  const settings = ["core.hooksPath=/dev/null", "core.fsmonitor=false", "protocol.allow=never"];
  const args = [...settings.flatMap((setting) => ["-c", setting]), "cat-file", "blob", name];
  return new Promise((done) => {
    execFile(
      "git",
      ["--no-pager", "--no-replace-objects", ...args],
      {
        encoding: "buffer",
        maxBuffer: sizeLimit,
        env: { ...environment, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
      },
      (error, stdout, stderr) => {
        if (error === null) done(textOf(argument, stdout));
        else {
          const why = stderr.toString("utf8").trim().split("\n")[0] || error.message;
          done({ path: argument, why: message("plan.git", { why }) });
        }
      },
    );
  });
}

async function* once(bytes: Buffer): AsyncIterable<Buffer> {
  yield bytes;
}

/** The bytes are taken as those of any other file. */
async function textOf(path: string, bytes: Buffer): Promise<Input | Unreadable> {
  return { ...(await readInput("-", once(bytes))), path };
}
