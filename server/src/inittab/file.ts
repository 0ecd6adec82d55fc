// An inittab that is not open.

import { type InittabScan, scanInittab, type TreeNode } from "@inittab/core";
import { LineIndex } from "../documents/line-index.ts";
import type { Places } from "../documents/open-document.ts";
import { readOptionsFor, type Settings } from "../documents/settings.ts";

/** Reads what is at an address; undefined if that is not a text. */
export function inittabFile(
  uri: string,
  node: TreeNode,
  settings: Settings,
): { readonly places: Places; readonly scan: InittabScan } | undefined {
  if (node.kind !== "file" || node.flaw !== undefined) return undefined;
  const index = new LineIndex(node.text);
  const places = {
    uri,
    offsetAt: index.offsetAt.bind(index),
    placeAt: index.placeAt.bind(index),
  };
  return { places, scan: scanInittab(node.text, readOptionsFor(settings, uri)) };
}
