// Links of a system that a file system followed and did not tell of, as those of VS Code do.

import { type Slices, spend, type TreeListing, type TreeNode } from "@inittab/core";

/**
 * The listing with links again where they usually are, as far as their target is plain: a folder of Red Hat's `etc` that
 * has the same names as its namesake in `rc.d`, and an rc entry with the very text of the script that it is named after.
 */
export function* withUsualLinks(listing: TreeListing): Slices<TreeListing> {
  const meter = { spent: 0 };
  const links = new Map<string, string>();
  for (const [path, node] of listing) {
    const target =
      "followed" in node && node.followed === true ? usualTarget(listing, path, node) : undefined;
    if (target !== undefined) links.set(path, target);
    if (spend(meter)) yield;
  }
  if (links.size === 0) return listing;
  const linked = new Map<string, TreeNode>();
  for (const [path, node] of listing) {
    const target = links.get(path);
    if (target !== undefined) linked.set(path, { kind: "link", target });
    // What stands below a link is known by its own path.
    else if (!links.has(path.slice(0, path.lastIndexOf("/")))) linked.set(path, node);
    if (spend(meter)) yield;
  }
  return linked;
}

function usualTarget(listing: TreeListing, path: string, node: TreeNode): string | undefined {
  if (node.kind === "folder") {
    const [, name = ""] = /^etc\/([^/]+)$/.exec(path) ?? [];
    const target = listing.get(`etc/rc.d/${name}`);
    const isSame = target?.kind === "folder" && target.followed !== true && areSame(target.names, node.names);
    return isSame ? `rc.d/${name}` : undefined;
  }
  const [, parent = "", name = ""] = /^(etc|etc\/rc\.d)\/rc[0-6S]\.d\/[SK]\d\d([^/]+)$/.exec(path) ?? [];
  const target = listing.get(`${parent}/init.d/${name}`);
  const isSame = node.kind === "file" && target?.kind === "file" && target.text === node.text;
  return isSame ? `../init.d/${name}` : undefined;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, index) => name === others[index]);
}
