import type { TextRange } from "@inittab/core";
import type { Tree } from "web-tree-sitter";

/** The ranges around an offset, each inside the next: word, field, record, file. */
export function selectionRanges(tree: Tree, offset: number): readonly TextRange[] {
  const ranges: TextRange[] = [];
  // Right behind a word is in the word, as long as nothing else begins there.
  let node = tree.rootNode.descendantForIndex(offset);
  if (node !== null && node.parent === null && offset > 0)
    node = tree.rootNode.descendantForIndex(offset - 1);
  for (; node !== null; node = node.parent) {
    const range = { start: node.startIndex, end: node.endIndex };
    const inner = ranges.at(-1);
    if (inner?.start !== range.start || inner.end !== range.end) ranges.push(range);
  }
  return ranges;
}
