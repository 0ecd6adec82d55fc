// Whether a folder is the root of a system, so that what it lacks is missing. A project keeps an inittab and a few
// scripts in a folder that looks like a root and is laid over one later; of such a part nothing can be concluded.

import { remembered } from "../../text/remembered.ts";
import type { TreeListing } from "../tree/listing.ts";
import { type FollowInRoot, followIn } from "./follow.ts";

/** The root of a system. */
export interface WholeRoot {
  readonly follow: FollowInRoot;
  /** Whether permissions are worth a look: where not even the shell may be run, nobody has kept them. */
  readonly hasModes: boolean;
  /** The folders that are filled when the machine runs, by fstab or by what they are; without a slash in front. */
  readonly mounts: readonly string[];
}

/** Nothing of an image stands in these when the machine runs. */
const alwaysMounted = ["proc", "sys", "dev", "run", "tmp", "mnt", "media"] as const;

const shells = ["bin/sh", "usr/bin/sh", "bin/busybox"] as const;

const inits = ["sbin/init", "usr/sbin/init", "bin/init"] as const;

/** The root, if there is evidence that it is the whole of one: a shell, or an init that is no script. */
export function wholeRoot(follow: FollowInRoot): WholeRoot | undefined {
  const [shell] = filesAt(follow, shells);
  const [init] = filesAt(follow, inits).filter(({ text }) => !text.startsWith("#!"));
  const [fstab] = filesAt(follow, ["etc/fstab"]);
  const proof = shell ?? init;
  if (proof === undefined) return undefined;
  return {
    follow,
    hasModes: proof.mode !== undefined && (proof.mode & 0o111) !== 0,
    mounts: [...alwaysMounted, ...mountPoints(fstab?.text ?? "")],
  };
}

/** The root in what was read of it; undefined without evidence that it is the whole of one. */
export const wholeRootIn: (listing: TreeListing) => WholeRoot | undefined = remembered(
  (listing: TreeListing) => wholeRoot(followIn(listing)),
);

/** Whether there is evidence that what was read is the whole of a root. */
export function isWholeRoot(listing: TreeListing): boolean {
  return wholeRootIn(listing) !== undefined;
}

/** Whether a path may lead to something that is in no image: below a mount point, or below an empty folder, which may be one. */
export function mayBeMounted({ follow, mounts }: WholeRoot, path: string): boolean {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const above = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  if (above.some((folder) => mounts.includes(folder))) return true;
  return above.slice(0, -1).some((folder) => {
    const end = follow(folder);
    return (
      end.kind === "ask" ||
      end.kind === "unreadable" ||
      (end.kind === "folder" && end.node.kind === "folder" && end.node.names.length === 0)
    );
  });
}

function filesAt(
  follow: FollowInRoot,
  paths: readonly string[],
): readonly { readonly text: string; readonly mode?: number | undefined }[] {
  const ends = paths.map((path) => follow(path));
  return ends.flatMap((end) => (end.kind === "file" && end.node.kind === "file" ? end.node : []));
}

/** The second word of each line, fstab(5); the root itself is none. */
function mountPoints(fstab: string): readonly string[] {
  return fstab.split("\n").flatMap((line) => {
    const [device = "#", place = ""] = line.trim().split(/\s+/);
    return !device.startsWith("#") && /^\/./.test(place) ? place.replace(/^\/+|\/+$/g, "") : [];
  });
}
