import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium of this machine; the variable CHROMIUM may name one. Undefined if there is none. */
export function lookForChromium(): string | undefined {
  const { env } = process;
  const folders = (env["PATH"] ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [env["CHROMIUM"] ?? "", ...candidates].find((path) => path !== "" && existsSync(path));
}

/** As `lookForChromium`; throws if there is none. */
export function findChromium(): string {
  const path = lookForChromium();
  if (path === undefined)
    throw new Error("No Chromium was found: install one, or name it in the variable CHROMIUM.");
  return path;
}
