// The files that a script reads by a whole path which nothing else in it names: what its text says without running it.

import type { TextRange } from "../../../text/range.ts";

/** A file that is read, and where its path stands. */
export interface ReadFile extends TextRange {
  readonly path: string;
}

/** The files; one that the script names twice may have been looked for, and a variable folder is filled by the machine. */
export function filesReadBy(text: string): readonly ReadFile[] {
  const reads = [...text.matchAll(/(?:^|[;&|{])[ \t]*(?:\.|source)[ \t]+(\/[\w.+@/-]+)(?=[ \t]*(?:$|;))/gm)];
  const times = new Map<string, number>();
  for (const [path] of withoutComments(text).matchAll(/\/[\w.+@/-]+/g))
    times.set(path, (times.get(path) ?? 0) + 1);
  return reads.flatMap((match) => {
    const [all, path = ""] = match;
    const start = match.index + all.length - path.length;
    return times.get(path) === 1 && !path.startsWith("/var/")
      ? [{ path, start, end: start + path.length }]
      : [];
  });
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, "");
}
