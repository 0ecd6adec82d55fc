// Where things are: in the project, and in the user's cache.

import { homedir } from "node:os";
import { join } from "node:path";

/** A path in the project. Programs and tests are run from its root, as npm does. */
export function root(...parts: readonly string[]): string {
  return join(process.cwd(), ...parts);
}

/** The folder for what is downloaded once, in the place that the system has for it. */
export function cacheFolder(): string {
  const { env, platform } = process;
  const base =
    platform === "win32"
      ? (env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"))
      : platform === "darwin"
        ? join(homedir(), "Library", "Caches")
        : (env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"));
  return join(base, "inittab");
}
