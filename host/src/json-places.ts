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

/** A string of a JSON text: a value, or the name of a member. */
interface PlacedString {
  readonly value: string;
  readonly isName: boolean;
  /** The names and indexes that lead to the value; of a name those that lead to its member. */
  readonly path: readonly (string | number)[];
  /** Without the quotes. */
  readonly start: number;
  readonly end: number;
}

/** All strings of a JSON text in its order. The text must not be nested endlessly. */
export function stringsInJson(text: string): readonly PlacedString[] {
  const root = parseTree(text, [], strict);
  return root === undefined ? [] : stringsBelow(root, []);
}

function stringsBelow(node: Node, path: readonly (string | number)[]): readonly PlacedString[] {
  if (node.type === "string") return [placedString(node, path, false)];
  return (node.children ?? []).flatMap((child, index) => {
    const [name, value] = child.type === "property" ? (child.children ?? []) : [];
    if (name === undefined) return stringsBelow(child, [...path, index]);
    const inside = [...path, String(name.value)];
    return [placedString(name, inside, true), ...(value === undefined ? [] : stringsBelow(value, inside))];
  });
}

function placedString(node: Node, path: PlacedString["path"], isName: boolean): PlacedString {
  const { offset, length } = node;
  return { value: String(node.value), isName, path, start: offset + 1, end: offset + length - 1 };
}
