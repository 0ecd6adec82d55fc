// A file system in memory, for recorded cases and for walks over a tree that was read.

import type { OpenrcFiles } from "./files.ts";

/** What is at a path. */
export type MemoryNode =
  | { readonly kind: "file"; readonly text: string; readonly executable?: boolean }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "folder" };

/** A file system with these nodes; the folders around them are made. */
export function memoryFiles(nodes: Iterable<readonly [string, MemoryNode]>): OpenrcFiles {
  const all = new Map<string, MemoryNode>([["/", { kind: "folder" }]]);
  const put = (path: string, node: MemoryNode): void => {
    const folder = parentOf(path);
    if (path !== "/" && !all.has(folder)) put(folder, { kind: "folder" });
    all.set(path, node);
  };
  for (const [path, node] of nodes) put(normal(path), node);

  const resolve = (path: string, follow: boolean, depth = 0): string => {
    if (path === "/" || depth > 40) return path;
    const folder = resolve(parentOf(path), true, depth + 1);
    const place = `${folder === "/" ? "" : folder}/${path.slice(path.lastIndexOf("/") + 1)}`;
    const node = all.get(place);
    if (!follow || node?.kind !== "link") return place;
    const target = node.target.startsWith("/") ? node.target : `${folder}/${node.target}`;
    return resolve(normal(target), true, depth + 1);
  };
  const at = (path: string): MemoryNode | undefined => {
    const node = all.get(resolve(normal(path), true));
    return node?.kind === "link" ? undefined : node;
  };
  const here = (path: string): string => resolve(normal(path), false);

  return {
    kindOf: (path) => {
      const kind = at(path)?.kind;
      return kind === "link" ? undefined : kind;
    },
    isExecutable: (path) => {
      const node = at(path);
      return node?.kind === "file" && node.executable === true;
    },
    read: (path) => {
      const node = at(path);
      return node?.kind === "file" ? node.text : undefined;
    },
    list: (folder) => {
      if (at(folder)?.kind !== "folder") return [];
      const place = resolve(normal(folder), true);
      const start = place === "/" ? place : `${place}/`;
      return [...all.keys()]
        .filter((path) => path.startsWith(start) && path !== place && !path.slice(start.length).includes("/"))
        .map((path) => path.slice(start.length));
    },
    has: (path) => all.has(here(path)),
    write: (path, text) => {
      const place = resolve(normal(path), true);
      const before = all.get(place);
      if (all.get(parentOf(place))?.kind !== "folder" || before?.kind === "folder") return;
      all.set(place, {
        kind: "file",
        text,
        executable: before?.kind === "file" && before.executable === true,
      });
    },
    link: (path, target) => {
      if (all.get(parentOf(here(path)))?.kind === "folder") all.set(here(path), { kind: "link", target });
    },
    makeFolder: (path) => {
      if (!all.has(here(path))) put(here(path), { kind: "folder" });
    },
    remove: (path) => {
      const place = here(path);
      for (const each of [...all.keys()])
        if (each === place || each.startsWith(`${place}/`)) all.delete(each);
    },
  };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** Without empty parts, `.` and `..`. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/"))
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  return `/${parts.join("/")}`;
}
