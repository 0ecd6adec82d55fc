// What rules see of the order in which procd calls scripts: the names of the links that `enable` makes of them.

import { byBytesOf } from "../../../initscript/boot/name-order.ts";
import type { InitTree } from "../../../initscript/tree/model.ts";
import { wantedLinks } from "../openwrt/link-facts.ts";

/** The link of a script with this letter; undefined where there is none or its number is not known. */
export function linkOf(name: string, text: string, letter: "S" | "K"): string | undefined {
  return wantedLinks(name, text)?.find((link) => link.startsWith(letter));
}

/** The same of a script of the tree. */
export function linkIn(tree: InitTree, name: string, letter: "S" | "K"): string | undefined {
  const script = tree.scripts.find((each) => each.name === name);
  return script === undefined ? undefined : linkOf(name, script.text, letter);
}

/** Whether procd calls one link after another. */
export function isAfter(one: string, other: string): boolean {
  return byBytesOf(one, other) > 0;
}
