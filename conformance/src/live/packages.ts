// Debian packages, unpacked and not installed.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { skip } from "./skip.ts";

/**
 * Unpacks Debian packages into a folder that later runs use again; answers with that folder, which has one of each
 * package. Ends the program where one cannot be had: `what` is what is not compared then.
 */
export function unpackPackages(what: string, names: readonly string[]): string {
  const folder = process.env["INITTAB_PACKAGES"] ?? join(tmpdir(), "inittab-packages");
  mkdirSync(folder, { recursive: true });
  const missing = names.filter((name) => !existsSync(join(folder, name)));
  const hindrance = missing.length === 0 ? undefined : unpackInto(folder, missing);
  if (hindrance !== undefined) skip(what, hindrance);
  return folder;
}

/** Answers with the reason if one cannot be had. */
function unpackInto(folder: string, names: readonly string[]): string | undefined {
  // Each is moved to its place when it is complete: a run that is broken off leaves nothing half done there.
  const download = mkdtempSync(join(folder, ".download-"));
  try {
    // All at once: apt takes longer to read its lists than to fetch one package.
    fetchInto(download, names);
    for (const name of names) {
      const file = fileOf(name, download) ?? fileOf(name, fetchInto(download, [name]));
      if (file === undefined) return `the Debian package ${name} cannot be had`;
      const part = join(download, name);
      if (spawnSync("dpkg-deb", ["-x", file, part]).status !== 0)
        return "dpkg-deb does not unpack packages here";
      moveTo(join(folder, name), part);
    }
    return undefined;
  } finally {
    rmSync(download, { recursive: true });
  }
}

/** Fetches nothing at all if apt does not know one of them. */
function fetchInto(folder: string, names: readonly string[]): string {
  spawnSync("apt-get", ["download", "-q", ...names], { cwd: folder });
  return folder;
}

function fileOf(name: string, folder: string): string | undefined {
  const file = readdirSync(folder).find((each) => each.startsWith(`${name}_`) && each.endsWith(".deb"));
  return file === undefined ? undefined : join(folder, file);
}

function moveTo(place: string, part: string): void {
  try {
    renameSync(part, place);
  } catch (error) {
    // A program that runs at the same time may have been faster, which is as good.
    if (!existsSync(place)) throw error;
  }
}
