// Templates with holes, and texts that fit them. One pass without going back, so that no text takes long.

import { holeKind } from "./holes.ts";

/** A template, read once. */
export interface Pattern {
  /** What stands between the holes; one more than there are holes. */
  readonly literals: readonly string[];
  readonly holes: readonly string[];
  /** How many characters are not holes: the more, the surer a match. */
  readonly weight: number;
  /** The same without the words for an error of the kernel, which any program says. */
  readonly ownWeight: number;
}

const ofTheKernel = /no such file or directory|permission denied|input\/output error|is a directory/g;

/** What a text has in the holes of a template, by their names. */
export type HoleValues = Readonly<Record<string, string>>;

/** Reads a template: `{name}` is a hole. */
export function patternOf(template: string): Pattern {
  const parts = folded(spaced(template)).split(/\{(\w+)\}/);
  const literals = parts.filter((_, index) => index % 2 === 0);
  return {
    literals: literals.map((literal, index) =>
      index === literals.length - 1 ? withoutEnd(literal) : literal,
    ),
    holes: template.match(/\{\w+\}/g)?.map((hole) => hole.slice(1, -1)) ?? [],
    weight: weightOf(literals.join("")),
    ownWeight: weightOf(literals.join("").replace(ofTheKernel, "")),
  };
}

function weightOf(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** A text that is compared: runs of blanks are one, and `folded` has the same length. */
export interface ComparedText {
  /** With the marks at its end. */
  readonly shown: string;
  readonly text: string;
  readonly folded: string;
}

/** The longest text that is looked at. */
const longest = 2000;

/** Prepares a text for many comparisons. */
export function compared(given: string): ComparedText {
  const shown = spaced(given.slice(0, longest));
  const text = withoutEnd(shown);
  return { shown, text, folded: folded(text) };
}

/** The values of a text that is this message from its beginning to its end; undefined if it is not. */
export function matchWhole(
  { literals, holes }: Pattern,
  { text, folded: low }: ComparedText,
): HoleValues | undefined {
  const [first = ""] = literals;
  if (!low.startsWith(first)) return undefined;
  const end = matchRest({ literals, holes }, { text, low, from: first.length, toEnd: true });
  return end?.values;
}

/** The same for a message with something in front of it or behind it, where its own words make it sure. */
export function matchInside(
  { literals, holes }: Pattern,
  { text, folded: low }: ComparedText,
): HoleValues | undefined {
  const [first = ""] = literals;
  if (first.trim().length < 3) return undefined;
  let at = low.indexOf(first);
  for (let tried = 0; at >= 0 && tried < 5; tried++) {
    const rest = isEdge(low, at)
      ? matchRest({ literals, holes }, { text, low, from: at + first.length, toEnd: false })
      : undefined;
    if (rest !== undefined) return rest.values;
    at = low.indexOf(first, at + 1);
  }
  return undefined;
}

/** Whether a word begins here. */
function isEdge(low: string, at: number): boolean {
  return at === 0 || !/\w/.test(low.charAt(at - 1));
}

interface Rest {
  readonly text: string;
  readonly low: string;
  readonly from: number;
  readonly toEnd: boolean;
}

function matchRest(
  { literals, holes }: Pick<Pattern, "literals" | "holes">,
  { text, low, from, toEnd }: Rest,
): { readonly values: HoleValues } | undefined {
  const values: Record<string, string> = {};
  let at = from;
  for (const [index, hole] of holes.entries()) {
    const literal = literals[index + 1] ?? "";
    const isLast = index === holes.length - 1;
    const end = endOfHole({ low, text, at, hole, literal, atEnd: isLast && toEnd });
    if (end === undefined) return undefined;
    values[hole] = text.slice(at, end).trim();
    at = end + literal.length;
  }
  return toEnd && at < low.length ? undefined : { values };
}

interface Hole {
  readonly low: string;
  readonly text: string;
  readonly at: number;
  readonly hole: string;
  /** What stands behind the hole. */
  readonly literal: string;
  readonly atEnd: boolean;
}

/** Where a hole ends: in front of the first place of what follows it at which its own text is of its kind. */
function endOfHole({ low, text, at, hole, literal, atEnd }: Hole): number | undefined {
  const fits = (end: number) => end >= at && holeKind(hole).test(text.slice(at, end).trim());
  if (atEnd) {
    const end = low.length - literal.length;
    return low.endsWith(literal) && fits(end) ? end : undefined;
  }
  if (literal === "") return fits(low.length) ? low.length : undefined;
  let tried = 0;
  for (let end = low.indexOf(literal, at); end >= 0; end = low.indexOf(literal, end + 1)) {
    if (fits(end)) return end;
    tried++;
    if (tried > 40) return undefined;
  }
  return undefined;
}

/** Small letters of ASCII, one kind of quotes; the length stays. */
function folded(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/["`´‘’“”]/g, "'");
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Without the full stops and marks at the end, which people leave out. */
function withoutEnd(text: string): string {
  return text.replace(/[\s.!]+$/, "");
}
