// A link for each word of a process that is the path of a file that exists, in the system that the inittab belongs to.

import { commandWords, fieldRangeAt, fieldTextAt, type InittabScan, type TextRange } from "@inittab/core";
import { URI } from "vscode-uri";
import type { FileLink } from "../../features/answers.ts";

/** An absolute path in a process. */
interface PathWord {
  readonly range: TextRange;
  readonly path: string;
}

/** A generated file may name more files than anybody wants to be looked at. */
const mostPaths = 1000;

/** The absolute paths that processes name, program or argument. */
function pathWords(scan: InittabScan): readonly PathWord[] {
  const found: PathWord[] = [];
  const { dialect, version } = scan;
  for (let index = 0; index < scan.lines.length; index++) {
    const range = fieldRangeAt(scan, index, "process");
    if (range === undefined || scan.lines[index]?.kind !== "record") continue;
    const process = fieldTextAt(scan, index, "process");
    // Joined lines have no simple offsets, and they are rare.
    if (process.length !== range.end - range.start) continue;
    for (const word of commandWords(process, { dialect, version })) {
      // The dash in front is BusyBox's sign for a login shell.
      const path = /^-?(\/[\w@%+=:,./-]+)$/.exec(word.text)?.[1];
      const end = range.start + word.end;
      if (path !== undefined) found.push({ path, range: { start: end - path.length, end } });
    }
  }
  return found;
}

/** The links among the paths. Each file is looked for once. */
export async function fileLinks(
  scan: InittabScan,
  uri: string,
  isFile: (uri: string) => Promise<boolean>,
): Promise<readonly FileLink[]> {
  const words = pathWords(scan);
  const paths = [...new Set(words.map((word) => word.path))].slice(0, mostPaths);
  const targets = new Map<string, string>();
  await Promise.all(
    paths.map(async (path) => {
      const target = fileUri(uri, path);
      if (target !== undefined && (await isFile(target))) targets.set(path, target);
    }),
  );
  return words.flatMap(({ range, path }) => {
    const target = targets.get(path);
    return target === undefined ? [] : [{ range, target }];
  });
}

/**
 * Where a path of an inittab leads: `<root>/etc/inittab` speaks of files below that root, and any other file of those of
 * the machine on which the server runs. Undefined where the address makes no sense.
 */
export function fileUri(uri: string, path: string): string | undefined {
  try {
    const document = URI.parse(uri, true);
    const root = /^(.*)\/etc\/inittab(\.[^/]*)?$/.exec(document.path)?.[1] ?? "";
    return document.with({ path: root + path, query: "", fragment: "" }).toString();
  } catch {
    return undefined;
  }
}
