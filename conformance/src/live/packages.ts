// Debian packages, unpacked and not installed.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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
  for (const name of names) {
    if (existsSync(join(folder, name))) continue;
    const download = mkdtempSync(join(tmpdir(), "inittab-deb-"));
    spawnSync("apt-get", ["download", "-q", name], { cwd: download });
    const file = readdirSync(download).find((each) => each.endsWith(".deb"));
    if (file === undefined) skip(what, `the Debian package ${name} cannot be had`);
    const unpacked = spawnSync("dpkg-deb", ["-x", join(download, file), join(folder, name)]);
    rmSync(download, { recursive: true });
    if (unpacked.status !== 0) skip(what, "dpkg-deb does not unpack packages here");
  }
  return folder;
}
