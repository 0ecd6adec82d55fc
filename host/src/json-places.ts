// Where the values of a JSON text stand in it.

import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser/lib/esm/main.js";

/** No comments, no comma before a closing bracket: plain JSON. */
const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

/** A stretch of a text, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Finds the value with a path, or what of it is there; `byName`: the name of the member instead of its value. */
export type StretchFinder = (path: readonly (string | number)[], byName: boolean) => Stretch;

/** Parses a text once, for all places that will be asked for. The text must not be nested endlessly. */
export function stretchesInJson(text: string): StretchFinder {
  const root = parseTree(text, [], strict);
  return (path, byName) => {
    for (let length = path.length; root !== undefined && length > 0; length--) {
      const node = findNodeAtLocation(root, [...path.slice(0, length)]);
      if (node !== undefined) return stretchOf(node, byName && length === path.length);
    }
    return root === undefined ? { start: 0, end: 0 } : { start: root.offset, end: root.offset + 1 };
  };
}

/** The first mistake of a text that is no JSON; undefined where this parser finds none. */
export function firstJsonError(text: string): ParseError | undefined {
  const errors: ParseError[] = [];
  parseTree(text, errors, strict);
  return errors[0];
}

function stretchOf(node: Node, byName: boolean): Stretch {
  const name = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  const { offset, length } = byName && name !== undefined ? name : node;
  return { start: offset, end: offset + length };
}
