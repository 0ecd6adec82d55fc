// A root folder with Debian's OpenRC, dash and BusyBox in it, in which a case is played.

import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { caseFiles, type OpenrcCase } from "../initscript/openrc-case.ts";

/** The Debian packages that the root is made of. */
export const openrcPackages: readonly string[] = ["openrc", "librc1", "libeinfo1", "busybox-static"];

/** Makes the part of the root that is the same for all cases. */
export function makeBase(root: string, packages: string): void {
  for (const folder of ["bin", "sbin", "etc", "tmp", "run", "proc", "dev", "sys", "usr", "var", "root"])
    mkdirSync(join(root, folder), { recursive: true });
  for (const name of ["openrc", "librc1", "libeinfo1"])
    for (const folder of ["bin", "sbin", "lib"]) {
      const from = join(packages, name, folder);
      if (existsSync(from)) cpSync(from, join(root, folder), { recursive: true, verbatimSymlinks: true });
    }
  // Debian's build looks for these at every start, and its init script for the owner of a folder.
  writeFileSync(join(root, "etc/insserv.conf"), "");
  mkdirSync(join(root, "etc/insserv.conf.d"));
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
  writeFileSync(join(root, "etc/group"), "root:x:0:\nuucp:x:10:\n");
  const busybox = join(root, "bin/busybox");
  copyFileSync(join(packages, "busybox-static/bin/busybox"), busybox);
  chmodSync(busybox, 0o755);
  copyFileSync("/bin/dash", join(root, "bin/sh"));
  // OpenRC takes its own, which Debian's package does not have.
  for (const applet of spawnSync(busybox, ["--list"], { encoding: "utf8" })
    .stdout.split("\n")
    .filter(Boolean))
    if (applet !== "sh" && applet !== "start-stop-daemon" && applet !== "busybox")
      symlinkSync("busybox", join(root, "bin", applet));
  for (const program of ["sbin/openrc", "sbin/openrc-run", "bin/rc-status", "bin/sh"])
    for (const library of librariesOf(join(root, program), join(root, "lib/x86_64-linux-gnu"))) {
      const to = join(root, library);
      mkdirSync(dirname(to), { recursive: true });
      if (!existsSync(to)) copyFileSync(library, to);
    }
}

/** The libraries that a program needs from this machine. */
function librariesOf(program: string, own: string): readonly string[] {
  const { stdout } = spawnSync("ldd", [program], { encoding: "utf8", env: { LD_LIBRARY_PATH: own } });
  return [...stdout.matchAll(/(\/\S+) \(0x/g)]
    .map(([, path = ""]) => path)
    .filter((path) => !path.startsWith(own));
}

/** Writes what a case's system has. */
export function writeCase(root: string, subject: OpenrcCase): void {
  for (const each of caseFiles(subject)) {
    const path = join(root, each.path);
    mkdirSync(dirname(path), { recursive: true });
    if (each.kind === "folder") mkdirSync(path, { recursive: true });
    else if (each.kind === "link") symlinkSync(each.target, path);
    else {
      writeFileSync(path, each.text);
      chmodSync(path, each.mode);
    }
  }
}

/** The text of a file of the root; empty if it is not there. */
export function textIn(root: string, path: string): string {
  const place = join(root, path);
  return existsSync(place) && lstatSync(place).isFile() ? readFileSync(place, "utf8") : "";
}
