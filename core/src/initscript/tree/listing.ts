// A plain listing of a file tree, and how paths are followed in it. No I/O: a caller looks at what is asked for.

/** What stands at one path of a tree, without following a symbolic link. */
export type TreeNode =
  | { readonly kind: "missing" }
  | {
      readonly kind: "file";
      /** Empty if only the kind was asked for. */
      readonly text: string;
      /** The permission bits, such as 0o755; undefined if unknown, and then everything is allowed. */
      readonly mode?: number | undefined;
      /** The text is only the beginning, or has NUL bytes in it, or was not read for all that was read before. */
      readonly flaw?: "cut" | "binary" | "unread" | undefined;
      /** The caller's file system followed a symbolic link and could not say where to. */
      readonly followed?: boolean;
    }
  | {
      readonly kind: "folder";
      /** In the order in which insserv and chkconfig are to see them. */
      readonly names: readonly string[];
      /** There are more names than are listed. */
      readonly isCut?: boolean;
      readonly followed?: boolean;
    }
  | { readonly kind: "link"; readonly target: string }
  /** A device, a socket, a FIFO. */
  | { readonly kind: "other" }
  | { readonly kind: "unreadable"; readonly why: WhyUnreadable };

/**
 * `denied`: it may not be read; `far`: more links and folders lead there than are followed; anything else is what the
 * file system says, word for word.
 */
type WhyUnreadable = "denied" | "far" | (string & {});

/** What is known of a tree, by path below its root: `""` is the root, `etc/init.d/ssh` a script. */
export type TreeListing = ReadonlyMap<string, TreeNode>;

/** Something to look at, below the root of the tree. */
export interface TreeQuestion {
  /** `""` is the root itself. All folders on the way are real ones. */
  readonly path: string;
  /** The text of a file is wanted, not only its kind. */
  readonly text: boolean;
}

/** Where a path leads to. */
export type TreeDestination =
  /** Not known yet: somebody must look at this path, whose parent is a real folder of the tree. */
  | { readonly kind: "ask"; readonly path: string }
  | {
      readonly kind: "file" | "folder" | "other";
      readonly path: string;
      readonly node: TreeNode;
      /** A link climbs above the root on the way. A root directory is its own parent, any other folder is not. */
      readonly climbed: boolean;
    }
  /** Nothing is there; `absolute`: a link on the way begins at the root, which means another place on another root. */
  | { readonly kind: "missing"; readonly absolute: boolean }
  | { readonly kind: "loop" }
  /** Nothing is there, and a link climbs above the root on the way. */
  | { readonly kind: "outside" }
  | { readonly kind: "unreadable"; readonly path: string; readonly why: WhyUnreadable };

/** The most links that are followed for one path. Source: path_resolution(7). */
const linkLimit = 40;

/**
 * Follows a path as a machine does whose root directory is the root of the tree: absolute link targets begin there, and
 * `..` stays there. So nothing outside is ever asked for.
 */
export function followPath(listing: TreeListing, path: string): TreeDestination {
  let left = path.split("/");
  const done: string[] = [];
  let links = 0;
  let climbed = false;
  let absolute = false;
  const nothing = (): TreeDestination => (climbed ? { kind: "outside" } : { kind: "missing", absolute });
  for (;;) {
    const at = done.join("/");
    const node = listing.get(at);
    if (node === undefined) return { kind: "ask", path: at };
    if (node.kind === "missing") return nothing();
    if (node.kind === "unreadable") return { kind: "unreadable", path: at, why: node.why };
    if (node.kind === "link") {
      if (++links > linkLimit) return { kind: "loop" };
      left = [...node.target.split("/"), ...left];
      if (node.target.startsWith("/")) {
        done.length = 0;
        absolute = true;
      } else done.pop();
      continue;
    }
    let next = left.shift();
    while (next === "" || next === ".") next = left.shift();
    if (next === undefined) return { kind: node.kind, path: at, node, climbed };
    if (node.kind !== "folder") return nothing();
    if (next !== "..") done.push(next);
    else if (done.pop() === undefined) climbed = true;
  }
}
