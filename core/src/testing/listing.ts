import type { TreeListing, TreeNode } from "../initscript/tree/listing.ts";
import type { ExampleFile } from "../lint/contract.ts";

/** The listing of a tree of these files, with the folders that they stand in. The names of a folder are in their order. */
export function listingOf(files: readonly ExampleFile[]): TreeListing {
  const nodes = new Map<string, TreeNode>([["", { kind: "folder", names: [] }]]);
  const put = (path: string, node: TreeNode): void => {
    const known = nodes.has(path);
    nodes.set(path, node);
    if (known) return;
    const slash = path.lastIndexOf("/");
    const parent = path.slice(0, Math.max(slash, 0));
    if (!nodes.has(parent)) put(parent, { kind: "folder", names: [] });
    const entry = nodes.get(parent);
    if (entry?.kind === "folder")
      nodes.set(parent, { ...entry, names: [...entry.names, path.slice(slash + 1)] });
  };
  for (const file of files) put(file.path, nodeOf(file));
  return nodes;
}

function nodeOf({ text = "", target, mode = 0o755, device }: ExampleFile): TreeNode {
  if (target !== undefined) return { kind: "link", target };
  return device === true ? { kind: "other" } : { kind: "file", text, mode };
}
