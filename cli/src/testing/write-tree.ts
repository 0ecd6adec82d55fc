// File trees for tests, written down as text.

import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a tree into a folder. Lines at the margin are `path`, `path 644`, `path -> target` or `path/`; indented lines
 * are the text of the file above them.
 */
export function writeTree(folder: string, description: string): void {
  const entries: { readonly head: string; readonly lines: string[] }[] = [];
  for (const line of description.split("\n")) {
    if (line.startsWith("  ")) entries.at(-1)?.lines.push(line.slice(2));
    else if (line.trim() !== "") entries.push({ head: line, lines: [] });
  }
  for (const { head, lines } of entries) {
    const [place = "", arrow = "755", target = ""] = head.split(" ");
    const path = join(folder, place);
    mkdirSync(place.endsWith("/") ? path : dirname(path), { recursive: true });
    if (arrow === "->") symlinkSync(target, path);
    else if (!place.endsWith("/")) {
      writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
      chmodSync(path, Number.parseInt(arrow, 8));
    }
  }
}

/** A script with an LSB header; the words of the header by the first letters of the keywords. */
export function lsbScript(
  name: string,
  { start = "", stop = "", levels = "2 3 4 5", down = "0 1 6" }: Readonly<Record<string, string>> = {},
): string {
  return [
    `etc/init.d/${name}`,
    "  #!/bin/sh",
    "  ### BEGIN INIT INFO",
    `  # Provides: ${name}`,
    `  # Required-Start: ${start}`,
    `  # Required-Stop: ${stop}`,
    `  # Default-Start: ${levels}`,
    `  # Default-Stop: ${down}`,
    "  ### END INIT INFO",
  ].join("\n");
}
