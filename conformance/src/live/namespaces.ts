// Namespaces of Linux, in which a real program finds folders and processes of its own.

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { skip } from "./skip.ts";

/** Runs shell text in a mount namespace of its own; `mounts` says which folder appears where. */
export function runPrivately(
  script: string,
  mounts: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const unshare = process.getuid?.() === 0 ? ["-m"] : ["-r", "-m"];
  const binds = Object.entries(mounts).map(([at, from]) => `mount --bind '${from}' '${at}'`);
  return spawnSync(
    "unshare",
    [...unshare, "/bin/sh", "-c", ["set -e", ...binds, "set +e", script].join("\n")],
    {
      encoding: "utf8",
      env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", ...environment },
      timeout: 60_000,
    },
  );
}

/** Makes sure that `runPrivately` works on this machine; ends the program where it does not. */
export function needMountNamespaces(what: string): void {
  if (runPrivately("exit 0", {}).status !== 0) skip(what, "mount namespaces are not allowed here");
}

/** Why a program cannot be process 1 of a namespace here, or undefined. */
export function whyNoProcessNamespaces(): string | undefined {
  if (process.getuid?.() !== 0) return "it needs root";
  const tried = spawnSync("unshare", [
    ...["--pid", "--mount", "--ipc", "--uts", "--fork"],
    ...["mount", "-t", "proc", "proc", "/proc"],
  ]);
  return tried.status === 0 ? undefined : "namespaces are not allowed here";
}
