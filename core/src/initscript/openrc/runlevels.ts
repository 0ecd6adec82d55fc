// Runlevels: folders of links to scripts, and of folders that are stacked in.

import { baseName } from "../base-name.ts";
import type { OpenrcFiles } from "./files.ts";
import type { OpenrcRelease } from "./versions.ts";

/** Where the folders of runlevels are. */
export const runlevelFolder = "/etc/runlevels";

/** Where OpenRC notes the state of the system. */
export const stateFolder = "/run/openrc";

/** The level of a system that was never told one. Observed update-messages: also in a chroot. */
const firstLevel = "sysinit";

/** The present runlevel. */
export function currentRunlevel(files: OpenrcFiles): string {
  return noted(files, "softlevel") ?? firstLevel;
}

/** The present runlevel as it was noted; undefined before the first. */
export function notedRunlevel(files: OpenrcFiles): string | undefined {
  return noted(files, "softlevel");
}

/** Notes the present runlevel. */
export function noteRunlevel(files: OpenrcFiles, level: string): void {
  files.write(`${stateFolder}/softlevel`, `${level}\n`);
}

/** The level that the next change goes to, whatever it asks for: the one before `single`, or that of `-o`. */
export function nextRunlevel(files: OpenrcFiles): string | undefined {
  return noted(files, "krunlevel");
}

/** Notes where the next change goes; undefined: where it asks for. */
export function noteNextRunlevel(files: OpenrcFiles, level: string | undefined): void {
  const path = `${stateFolder}/krunlevel`;
  if (level === undefined) files.remove(path);
  else files.write(path, `${level}\n`);
}

function noted(files: OpenrcFiles, name: string): string | undefined {
  const line = files.read(`${stateFolder}/${name}`)?.split("\n")[0];
  return line === "" ? undefined : line;
}

/** Whether there is a folder for a runlevel. Observed bad-runlevel: a name with a dot first is none. */
export function runlevelExists(files: OpenrcFiles, level: string): boolean {
  if (level === "" || level === "." || level === ".." || level.includes("/")) return false;
  return files.kindOf(`${runlevelFolder}/${level}`) === "folder";
}

/** Whether a service is a member: a link of its name that leads anywhere. */
export function isInRunlevel(files: OpenrcFiles, service: string, level: string): boolean {
  return files.kindOf(`${runlevelFolder}/${level}/${baseName(service)}`) !== undefined;
}

/** The names in a runlevel's folder, without links to nothing. */
export function servicesIn(files: OpenrcFiles, level: string, release: OpenrcRelease): readonly string[] {
  const folder = `${runlevelFolder}/${level}`;
  return files
    .list(folder)
    .filter((name) => !name.startsWith(".") && files.kindOf(`${folder}/${name}`) !== undefined)
    .filter((name) => release.takesShNames || !name.endsWith(".sh"));
}

/** The levels that are stacked directly into a level. */
export function stackedIn(files: OpenrcFiles, level: string): readonly string[] {
  const folder = `${runlevelFolder}/${level}`;
  return files
    .list(folder)
    .filter((name) => !name.startsWith(".") && files.kindOf(`${folder}/${name}`) === "folder");
}

/** A level and all that is stacked into it, the deepest first; or the circle that stacking makes. */
export type RunlevelChain =
  | { readonly kind: "chain"; readonly levels: readonly string[] }
  | { readonly kind: "circle"; readonly ancestors: readonly string[] };

/** Follows the stacking of a level. */
export function runlevelChain(files: OpenrcFiles, level: string): RunlevelChain {
  const levels: string[] = [];
  const enter = (each: string, ancestors: readonly string[]): readonly string[] | undefined => {
    if (ancestors.includes(each)) return ancestors;
    const within = [...ancestors, each];
    for (const stacked of stackedIn(files, each)) {
      const circle = enter(stacked, within);
      if (circle !== undefined) return circle;
    }
    if (!levels.includes(each)) levels.push(each);
    return undefined;
  };
  const circle = enter(level, []);
  return circle === undefined ? { kind: "chain", levels } : { kind: "circle", ancestors: circle };
}

/** The services of a level and of all that is stacked into it. */
export function servicesInChain(
  files: OpenrcFiles,
  level: string,
  release: OpenrcRelease,
): readonly string[] {
  const chain = runlevelChain(files, level);
  if (chain.kind === "circle") return servicesIn(files, level, release);
  return chain.levels.toReversed().flatMap((each) => servicesIn(files, each, release));
}
