import { readFileSync } from "node:fs";

/** The release of Inittab. */
export function programVersion(): string {
  // The bundle lies one folder below the package, as this file does.
  const description: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof description === "object" && description !== null && "version" in description
    ? String(description.version)
    : "0.0.0";
}
