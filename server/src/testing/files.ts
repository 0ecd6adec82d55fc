// A file system for tests: a list of files and links, and nothing else.

import type { TreeNode } from "@inittab/core";
import type { Environment } from "../environment.ts";
import { testEnvironment } from "./environment.ts";

/** A file by its text, one that is not executable, or a link by its target. */
export type TestFiles = Readonly<
  Record<string, string | { readonly link: string } | { readonly idle: string }>
>;

/** An environment in which these files are all that there is below `file:///`. */
export function environmentWith(files: TestFiles): Environment {
  return {
    ...testEnvironment,
    look: async (uri) => nodeAt(files, decodeURIComponent(uri.replace("file:///", "").replace(/\/$/, ""))),
  };
}

function nodeAt(files: TestFiles, path: string): TreeNode {
  const file = files[path];
  if (typeof file === "string") return { kind: "file", text: file, mode: 0o755 };
  if (file !== undefined && "idle" in file) return { kind: "file", text: file.idle, mode: 0o644 };
  if (file !== undefined) return { kind: "link", target: file.link };
  const inside = path === "" ? "" : `${path}/`;
  const names = Object.keys(files)
    .filter((name) => name.startsWith(inside))
    .map((name) => name.slice(inside.length).split("/")[0] ?? "");
  return names.length === 0 ? { kind: "missing" } : { kind: "folder", names: [...new Set(names)].sort() };
}
