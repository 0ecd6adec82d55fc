// What `check` has said as JSON, as far as the page about the system shows it.

import { relative } from "node:path";
import type { JudgedFile } from "@inittab/core";
import { z } from "zod";

const found = z.object({
  severity: z.string(),
  rule: z.string(),
  message: z.string(),
  start: z.object({ line: z.number(), column: z.number() }),
});

const checked = z.object({
  files: z.array(z.object({ path: z.string(), dialect: z.string().optional(), findings: z.array(found) })),
});

/**
 * The files with their findings; their paths count from the first of these folders that they are below. Undefined where
 * the command has given up.
 */
export function judgedFiles(json: string, folders: readonly string[]): readonly JudgedFile[] | undefined {
  const read = checked.safeParse(jsonIn(json));
  return read.data?.files.map(({ path, dialect, findings }) => {
    const [below] = folders.map((folder) => relative(folder, path)).filter((each) => !each.startsWith(".."));
    return {
      path: below ?? path,
      init: dialect,
      findings: findings.map(({ start, ...finding }) => ({ ...finding, ...start })),
    };
  });
}

function jsonIn(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
