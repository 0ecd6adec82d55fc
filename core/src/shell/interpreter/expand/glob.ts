// File names for patterns.

import { toByteString } from "../../../text/bytes.ts";
import { pathFrom, type ShellState, spend } from "../state.ts";
import { isPattern, matches, plainOf, readPattern } from "./pattern.ts";

/** The names of files that a pattern matches, in the order of their bytes; empty where there is none. */
export function filesFor(shell: ShellState, pattern: string): readonly string[] {
  const { files } = shell;
  const rooted = pattern.startsWith("/");
  const parts = cutAtSlashes(pattern);
  let found: readonly string[] = [rooted ? "/" : ""];
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    const next: string[] = [];
    for (const before of found) {
      spend(shell);
      if (part === "") {
        if (last && files.status(pathFrom(shell, before || "."))?.kind === "folder") next.push(before);
        else if (!last) next.push(before);
        continue;
      }
      const folder = pathFrom(shell, before === "" ? "." : before);
      for (const name of namesIn(shell, folder, part)) {
        const path = before + name;
        if (last ? files.linkStatus(pathFrom(shell, path)) !== undefined : isFolder(shell, path))
          next.push(last ? path : `${path}/`);
      }
    }
    found = next;
  }
  return [...found].sort(byBytes);
}

function isFolder(shell: ShellState, path: string): boolean {
  return shell.files.status(pathFrom(shell, path))?.kind === "folder";
}

function namesIn(shell: ShellState, folder: string, part: string): readonly string[] {
  if (!isPattern(part)) return [plainOf(part)];
  const pattern = readPattern(part);
  const [first] = pattern;
  const wantsDot = first?.kind === "character" && first.text === ".";
  const names = shell.files.names(folder) ?? [];
  spend(shell, names.length);
  const all = wantsDot ? [".", "..", ...names] : names.filter((name) => !name.startsWith("."));
  return all.filter((name) => matches(pattern, name));
}

/** Slashes in brackets cut too, since no file name has one. */
function cutAtSlashes(pattern: string): readonly string[] {
  const parts = pattern.replace(/^\/+/, "").split("/");
  return parts.filter((part, index) => part !== "" || index === parts.length - 1);
}

/** Compares as the C locale does. */
export function byBytes(left: string, right: string): number {
  const [first, second] = [toByteString(left), toByteString(right)];
  return first < second ? -1 : first > second ? 1 : 0;
}
