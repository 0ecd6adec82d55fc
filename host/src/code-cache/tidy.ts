// What keeps a cache from growing for ever. Nothing is removed that is not named as a cache names it.

import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { folderOfNode, unpacked } from "./file.ts";

/** A program and its cache. */
export interface Kept {
  /** The folder with the parts of the program; nothing else is kept. */
  readonly program: string;
  /** The folder that is written to. */
  readonly cache: string;
}

/** The name of a file that this process has not finished. */
export function unfinished(name: string): string {
  return `${name}.${process.pid}${ofUnfinished}`;
}

const ofUnfinished = ".unfinished";

/** How long another process may take to finish a file, in milliseconds. */
const patience = 60_000;

/** The name of the part in that of a file. */
const part = /^[\w-]+\.js/;

/** Whether a folder is that of some Node. */
const ofAnyNode = /^v\d+(?:\.\d+){2}[^-]*(?:-[^-]+){1,3}-[a-z\d]+-[a-z\d]+$/;

/**
 * Makes the folder for this Node, and removes what nothing takes any more: folders of other releases, the code of parts
 * that the program no longer has, and what a process has not finished.
 */
export function tidy({ program, cache }: Kept): void {
  const folder = join(cache, folderOfNode);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(cache))
    if (name !== folderOfNode && ofAnyNode.test(name)) removeFolder(join(cache, name));
  const parts = new Set(readdirSync(program));
  for (const name of readdirSync(folder)) {
    const [of] = part.exec(name) ?? [];
    if (of === undefined) continue;
    const isLeft = name.endsWith(ofUnfinished) && ageOf(join(folder, name)) > patience;
    if (isLeft || !parts.has(of)) rmSync(join(folder, name), { force: true });
  }
}

/** Removes code of the same part that was made of another text. */
export function removeOlder(folder: string, path: string, text: Uint8Array): void {
  for (const name of readdirSync(folder)) {
    if (part.exec(name)?.[0] !== basename(path) || name.endsWith(ofUnfinished)) continue;
    const file = join(folder, name);
    if (unpacked(readFileSync(file), text) === undefined) rmSync(file, { force: true });
  }
}

function removeFolder(folder: string): void {
  try {
    for (const name of readdirSync(folder)) if (part.test(name)) rmSync(join(folder, name), { force: true });
    rmdirSync(folder);
  } catch {
    // Something else is in it, or another process is at it.
  }
}

function ageOf(file: string): number {
  return Date.now() - statSync(file).mtimeMs;
}
