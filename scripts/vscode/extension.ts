// Builds the extension and packs it.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./paths.ts";

/** Bundles everything into `dist`. */
export function buildExtension(signal?: AbortSignal): Promise<void> {
  return node(signal, root("scripts/build.mjs"));
}

/** Packs what was built into this folder; answers with the path of the .vsix. */
export async function packExtension(folder: string, signal?: AbortSignal): Promise<string> {
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(root("package.json"), "utf8"),
  );
  const file = join(folder, `${name}-${version}.vsix`);
  mkdirSync(folder, { recursive: true });
  // The bundles hold everything, hence no dependencies. Links in the README are complete, hence no rewriting.
  await node(
    signal,
    root("node_modules/@vscode/vsce/vsce"),
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--out",
    file,
  );
  return file;
}

/** Runs a program of Node in the project; its output is only of interest when it fails. */
async function node(signal: AbortSignal | undefined, ...words: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [...words], { cwd: root(), signal });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${words[0]} failed:\n${stdout ?? ""}${stderr ?? String(error)}`);
  }
}
