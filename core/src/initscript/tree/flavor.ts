// Which rc a tree belongs to.

import type { Message } from "../../text/message.ts";
import { type RcFlavor, rcFlavorNames, rcFlavors } from "../facts/rc-flavors.ts";
import { message } from "../message.ts";
import { familyOfTree } from "./family.ts";
import type { InitTree } from "./model.ts";
import { treeFiles } from "./paths.ts";

/** A guess at the rc of a tree. */
export interface FlavorGuess {
  readonly flavor: RcFlavor;
  /** The evidence, to be read after "because". */
  readonly because: Message;
}

/**
 * Guesses the rc of a tree: by the file that names the release, by rc itself, by the folders. Undefined for a system of
 * a family whose rc is none of these, whatever its folders are called.
 */
export function guessFlavor(tree: InitTree): FlavorGuess | undefined {
  const { families = [], weight, because } = familyOfTree(tree) ?? {};
  const [family] = families;
  if (weight !== "clear" || family === undefined || because === undefined) return guessByPlaces(tree);
  const flavors = rcFlavorNames.filter((flavor) => rcFlavors[flavor].family === family.name);
  const flavor = flavors.find((each) => isOf(tree, each)) ?? flavors[0];
  if (flavor === undefined) return undefined;
  if (rcFlavors[flavor].decidesBy === "program") return { flavor, because };
  const guess = guessByPlaces(tree);
  // What is stated goes before what the files look like.
  const isAnother = guess === undefined || !flavors.includes(guess.flavor);
  return tree.stated !== undefined && isAnother ? { flavor, because } : guess;
}

/** By the file that names the release, by rc itself, by the folders. */
function guessByPlaces(tree: InitTree): FlavorGuess | undefined {
  for (const [path, line] of tree.releases) {
    const flavor =
      path === "etc/debian_version"
        ? debianOf(line)
        : path === "etc/devuan_version"
          ? "deb12"
          : redHatOf(line);
    if (flavor !== undefined)
      return { flavor, because: message("flavor.release", { path, line: line.trim() }) };
  }
  if (tree.redHatRc !== undefined) return has("el6", treeFiles.redHatRc);
  const places = [
    ...tree.scripts.map(({ realPath }) => realPath),
    ...[...tree.folders.values()].map(({ path }) => path),
  ];
  if (places.some((path) => path.startsWith("etc/rc.d/"))) return has("el6", "etc/rc.d");
  if (tree.folders.has("S")) return has("deb12", "etc/rcS.d");
  if (tree.configuration !== undefined) return has("deb12", "etc/insserv.conf");
  return undefined;
}

/** Whether the program of a tree is this one of its family. */
function isOf({ signs, folders }: InitTree, flavor: RcFlavor): boolean {
  const rc = rcFlavors[flavor];
  if (rc.decidesBy !== "program") return false;
  const rcS = signs.get("etc/init.d/rcS") ?? "";
  switch (rc.program) {
    case "own-names-unquoted":
      return (
        /\bSENSOR\b|\bUPGRADE\b/.test(rcS) || /^ID=["']?openipc\b/im.test(signs.get("etc/os-release") ?? "")
      );
    case "links-for-busybox":
      return /\/etc\/rc5\.d\//.test(rcS) || (signs.has("etc/init.d/rcK") && folders.size > 0);
    case "own-names":
    case "links":
    case "links-by-version":
    case "single-folder":
      return false;
  }
}

function has(flavor: RcFlavor, path: string): FlavorGuess {
  return { flavor, because: message("flavor.path", { path }) };
}

/** A number from the file that Debian keeps; names of releases to come are newer than any rc of before. */
function debianOf(line: string): RcFlavor {
  const major = Number.parseInt(line, 10);
  return major <= 10 ? "deb9" : "deb12";
}

function redHatOf(line: string): RcFlavor | undefined {
  const major = Number(/release (\d+)/.exec(line)?.[1] ?? Number.NaN);
  // Before it was called Enterprise Linux, or Linux Advanced Server, the numbers were others.
  if (/^Red Hat Linux/.test(line)) return major >= 7 ? "rh73" : "rh5";
  if (major >= 6) return "el6";
  if (major === 5) return "el5";
  return major >= 3 ? "el4" : undefined;
}
