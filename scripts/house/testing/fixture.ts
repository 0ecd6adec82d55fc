// Small trees for tests.

import type { Tree } from "../source.ts";

/** The files of a text, each under a line `//- path`. The indentation of a template in a test, four blanks, is taken off. */
export function filesOf(fixture: string): Tree {
  const [, ...parts] = fixture.split(/^\s*\/\/- (.+)\n/m);
  const files = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2)
    files.set(parts[index] ?? "", (parts[index + 1] ?? "").replaceAll(/^ {4}/gm, ""));
  return files;
}
