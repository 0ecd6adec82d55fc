// The one folder of all links, as OpenWrt has it: etc/rc.d.

import { followPath, type TreeListing, type TreeQuestion } from "./listing.ts";

/** Where it is. */
export const singleFolder = "etc/rc.d";

/** Whether a name in it can be one that is run; folders of other systems have other names there. */
const isRun = (name: string): boolean => /^[SK]/.test(name);

/** What matters of it, known or not. */
export function* singleFolderQuestions(listing: TreeListing): Generator<TreeQuestion> {
  yield { path: singleFolder, text: false };
  for (const name of singleFolderNames(listing)) yield { path: `${singleFolder}/${name}`, text: true };
}

/** The names in it that are run, or would be. */
export function singleFolderNames(listing: TreeListing): readonly string[] {
  const found = followPath(listing, singleFolder);
  return found.kind === "folder" && found.node.kind === "folder" ? found.node.names.filter(isRun) : [];
}

/** Whether a change at this path can change what is read here. */
export function isSingleFolderPath(path: string): boolean {
  const [folder, name = "", ...deeper] = path.split(`${singleFolder}/`);
  return (
    path === singleFolder || (folder === "" && deeper.length === 0 && isRun(name) && !name.includes("/"))
  );
}
