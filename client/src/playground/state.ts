// What the playground is about, as plain data: what the fragment of the address holds, and what the page begins with.

import { isObject } from "../is-object.ts";

/** A file with the settings that it is read by. */
export interface FileState {
  /** Where the file would stand in a system, such as `etc/inittab`. */
  readonly path: string;
  readonly text: string;
  /** The name of the example system in which it stands; without one there is nothing around it. */
  readonly system?: string;
  /** Values of settings by their names below `inittab`, such as `busybox.release`. */
  readonly settings: Readonly<Record<string, string>>;
  /** What was clicked together in the simulation; the server looks at it. */
  readonly scenario?: object;
}

/** The tabs of a file. */
export const tabNames = ["findings", "simulation", "verify", "explain"] as const;

/** One of the tabs. */
export type TabName = (typeof tabNames)[number];

/** One file, or two side by side. */
export interface PlaygroundState {
  readonly files: readonly FileState[];
  readonly tab: TabName;
}

/** The address at which the extension opens the texts of the fragment that follows it. */
export const openAddress = "vscode://inittab.inittab/open";

/** Longer texts are not put into an address, and none is read from one. In UTF-16 units. */
const longestText = 200_000;

/** How many files stand side by side. */
export const mostSides = 2;

/** A state from whatever an address has held; undefined where it makes no sense. */
export function readState(value: unknown): PlaygroundState | undefined {
  if (!isObject(value) || !Array.isArray(value["files"])) return undefined;
  const files = value["files"].slice(0, mostSides).map(readFile);
  const known = files.filter((file) => file !== undefined);
  if (known.length === 0 || known.length < files.length) return undefined;
  return { files: known, tab: tabNames.find((name) => name === value["tab"]) ?? "findings" };
}

function readFile(value: unknown): FileState | undefined {
  if (!isObject(value)) return undefined;
  const { path, text, system, settings, scenario } = value;
  if (typeof text !== "string" || text.length > longestText) return undefined;
  if (typeof path !== "string" || !isPath(path)) return undefined;
  const named = Object.entries(isObject(settings) ? settings : {});
  const texts = named.flatMap(([name, setting]) =>
    typeof setting === "string" ? [[name, setting] as const] : [],
  );
  const happened = isObject(scenario) && !Array.isArray(scenario) ? { scenario } : {};
  const around = typeof system === "string" && /^[a-z-]{1,40}$/.test(system) ? { system } : {};
  return { path, text, ...around, settings: Object.fromEntries(texts), ...happened };
}

/** Folders and a name, none of them hidden; of it the address of a document is made. */
function isPath(path: string): boolean {
  return path.length <= 200 && /^\w[\w.+-]*(\/\w[\w.+-]*)*$/.test(path);
}
