// The page of an init script that a path under the cursor names: what its header says it is, and the links to it.

import { type InitTree, listOf, readLsbSections, type ScriptPage, type TextRange } from "@inittab/core";
import { featureMessage } from "../feature-message.ts";

/** Any longer path is no script's. */
const longest = 300;

/** The path of a file of init.d around an offset, and where it stands. */
export function scriptPathAt(
  text: { slice: (start: number, end: number) => string },
  offset: number,
): { readonly name: string; readonly range: TextRange } | undefined {
  const from = Math.max(0, offset - longest);
  const [before = ""] = /[\w./+-]*$/.exec(text.slice(from, offset)) ?? [];
  const [behind = ""] = /^[\w./+-]*/.exec(text.slice(offset, offset + longest)) ?? [];
  const [, name] = /^\/etc\/(?:rc\.d\/)?init\.d\/([\w.+-]+)$/.exec(before + behind) ?? [];
  if (name === undefined) return undefined;
  return { name, range: { start: offset - before.length, end: offset + behind.length } };
}

/** The page of a script of a system; undefined where the system has none of this name. */
export function scriptPage(name: string, tree: InitTree): ScriptPage | undefined {
  const script = tree.scripts.find((each) => each.name === name);
  if (script === undefined) return undefined;
  const fields = readLsbSections(script.text).flatMap((section) => section.fields);
  const says = fields.find(({ fact }) => fact?.keyword === "Short-Description")?.value.text ?? "";
  const links = [...tree.folders.values()]
    .flatMap(({ entries }) => entries)
    .filter(({ realPath }) => realPath === script.realPath);
  return {
    title: featureMessage("hover.script", { name }),
    summary: featureMessage("hover.script-links", {
      count: links.length,
      links: listOf(
        links.map(({ path }) => ({ code: path })),
        "comma",
      ),
    }),
    lines: says === "" ? [] : [{ source: says }],
  };
}
