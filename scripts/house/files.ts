// Which files a check looks at.

import type { Mode, Plan } from "./plan.ts";

/** A test, or something that only tests use. */
export function isTest(path: string): boolean {
  return path.endsWith(".test.ts") || path.includes("/testing/");
}

/** Whether a file is shipped to users. */
export function isProduct(path: string, plan: Plan): boolean {
  return !isTest(path) && plan.product.some((folder) => path.startsWith(folder));
}

/** Whether a file is in a folder or is the file; `folder/*` means the files of the folder without its sub-folders. */
export function isWithin(path: string, place: string): boolean {
  if (!place.endsWith("*")) return path === place || (place.endsWith("/") && path.startsWith(place));
  const folder = place.slice(0, -1);
  return path.startsWith(folder) && !path.slice(folder.length).includes("/");
}

/** Whether a breach in a file fails the check. */
export function isEnforced(mode: Mode, path: string): boolean {
  if (typeof mode === "string") return mode === "error";
  return !mode.reportIn.some((place) => isWithin(path, place));
}
