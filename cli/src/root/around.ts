// The root file system around an inittab: the one that it is the etc/inittab of.

import { resolve } from "node:path";
import { type Input, standardInput } from "../input.ts";
import { rootAt } from "./open.ts";
import { type Root, tablePath } from "./root.ts";

/** The root whose `etc/inittab` an input is; undefined for any other, and where it cannot be read. */
export async function rootAround({ path, place }: Pick<Input, "path" | "place">): Promise<Root | undefined> {
  if (place !== undefined) return place.root.shown(tablePath) === path ? place.root : undefined;
  const full = path === standardInput.shown ? "" : resolve(path);
  if (!full.endsWith(`/${tablePath}`)) return undefined;
  const root = await rootAt(full.slice(0, -tablePath.length));
  return "why" in root ? undefined : root;
}
