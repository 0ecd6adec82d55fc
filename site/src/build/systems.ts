// The example systems as the playground hands them to its server: everything below a root, as a caller of core tells it.

import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import type { TreeNode } from "@inittab/core";
import type { SiteFile } from "./layout.ts";

/** The file of an example system. */
export function systemFile(root: string, name: string): SiteFile {
  const nodes = Object.fromEntries(nodesBelow(join(root, "test-fixtures/systems", name), ""));
  return { path: `systems/${name}.json`, text: JSON.stringify(nodes) };
}

function* nodesBelow(root: string, path: string): Iterable<readonly [string, TreeNode]> {
  const node = nodeAt(join(root, path));
  yield [path, node];
  if (node.kind !== "folder") return;
  for (const name of node.names) yield* nodesBelow(root, path === "" ? name : `${path}/${name}`);
}

function nodeAt(file: string): TreeNode {
  const stats = lstatSync(file);
  if (stats.isSymbolicLink()) return { kind: "link", target: readlinkSync(file) };
  if (stats.isDirectory()) return { kind: "folder", names: readdirSync(file).toSorted() };
  if (!stats.isFile()) return { kind: "other" };
  // A checkout keeps of the mode whether a file can be run.
  return { kind: "file", text: readFileSync(file, "utf8"), mode: (stats.mode & 0o111) === 0 ? 0o644 : 0o755 };
}
