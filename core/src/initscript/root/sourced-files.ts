// The files that a script reads by a whole path which nothing else in it names: what its text says without running it.

import type { TextRange } from "../../text/range.ts";

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

/**
 * Those that the script reads whatever its argument is, and before it does anything else but name values and start plain
 * commands: at the beginning of a line, after nothing that a shell might leave out or jump over.
 */
export function filesReadFirst(text: string): readonly ReadFile[] {
  return filesReadBy(text).filter(({ start }) => {
    const line = text.lastIndexOf("\n", start - 1) + 1;
    return (
      /^(?:\.|source)[ \t]+$/.test(text.slice(line, start)) && text.slice(0, line).split("\n").every(isPlain)
    );
  });
}

function isPlain(line: string): boolean {
  if (/^[ \t]*(?:#|$)/.test(line)) return true;
  const quotes = (line.match(/["']/g) ?? []).length;
  return quotes % 2 === 0 && !/[(){}<>\\`]/.test(line) && !jumps.test(line);
}

/** Words with which a shell leaves out what comes next, or ends. */
const jumps =
  /(?:^|[\s;&|])(?:if|case|for|while|until|select|function|exec|exit|return|eval|trap|set|kill)(?=$|[\s;&|])/;
