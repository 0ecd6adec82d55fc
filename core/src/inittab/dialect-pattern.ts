// Which dialect the settings give to a path: patterns of folders and files, in the manner of .gitignore and of VS Code.

import { past } from "../text/past.ts";
import type { Dialect } from "./dialect.ts";

/** A pattern and the dialect of the files that it fits. */
export type DialectPatterns = Readonly<Record<string, Dialect>>;

/**
 * The pattern that decides about a path with `/` between its parts: the longest of those that fit, and of equally long
 * ones the last in the order of their characters. So the order in which they are written makes no difference.
 */
export function decidingPattern(patterns: DialectPatterns, path: string): string | undefined {
  let best: string | undefined;
  for (const pattern of Object.keys(patterns))
    if ((best === undefined || isBefore(best, pattern)) && matchesPattern(pattern, path)) best = pattern;
  return best;
}

function isBefore(one: string, other: string): boolean {
  return one.length < other.length || (one.length === other.length && one < other);
}

/**
 * Whether a pattern fits a path, or a folder on the way to it. `*` and `?` stand for characters but `/`, `**` for any
 * folders, `{a,b}` for one of several texts, `[a-z]` for one of several characters; unless it begins with `/` a pattern
 * may begin at any folder. Takes time proportional to the product of the lengths, whatever is asked.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const folders = path.split("/").filter((part) => part !== "");
  return alternatives(pattern).some((one) => {
    const parts = one.split("/").filter((part) => part !== "");
    if (parts.length === 0) return false;
    return fits(one.startsWith("/") ? parts : ["**", ...parts], folders);
  });
}

/** Walks along the path with the set of all places in the pattern that are possible so far. */
function fits(parts: readonly string[], folders: readonly string[]): boolean {
  const segments = parts.map((part) => (part === "**" ? "**" : tokensOf(part)));
  let possible = closure(new Set([0]), segments);
  for (const folder of folders) {
    const next = new Set<number>();
    for (const at of possible) {
      const segment = segments[at];
      if (segment === "**") next.add(at === segments.length - 1 ? at + 1 : at);
      else if (segment !== undefined && fitsSegment(segment, folder)) next.add(at + 1);
    }
    possible = closure(next, segments);
    // What is left of the path lies below a folder that the pattern names.
    if (possible.has(segments.length)) return true;
  }
  return false;
}

/** `**` may stand for no folder at all. */
function closure(places: Set<number>, segments: readonly (Segment | "**")[]): Set<number> {
  // A set that grows while it is walked hands out the new ones as well. A `**` at the end wants something below it.
  for (const at of places) if (segments[at] === "**" && at + 1 < segments.length) places.add(at + 1);
  return places;
}

/** One character: any, one of a set, or this very one. A star stands for any number of any. */
type Token = "*" | ((character: string) => boolean);
type Segment = readonly Token[];

function tokensOf(part: string): Segment {
  const tokens: Token[] = [];
  for (let at = 0, next = 0; at < part.length; at = past(at, next)) {
    const set = part.charAt(at) === "[" ? /^\[(!|\^)?([^\]]+)\]/.exec(part.slice(at)) : null;
    if (set !== null) {
      tokens.push(setOf(set[2] ?? "", set[1] !== undefined));
      next = at + set[0].length;
      continue;
    }
    const character = part.charAt(at);
    if (character === "*") tokens.push("*");
    else tokens.push(character === "?" ? () => true : (other) => other === character);
  }
  return tokens;
}

function setOf(inside: string, negated: boolean): (character: string) => boolean {
  const ranges = [...inside.matchAll(/(.)-(.)|(.)/gs)].map(([, from, to, single = ""]) => [
    from ?? single,
    to ?? single,
  ]);
  return (character) =>
    ranges.some(([from = "", to = ""]) => from <= character && character <= to) !== negated;
}

/** Only the last star need be tried again, so this takes no longer than the product of the lengths. */
function fitsSegment(tokens: Segment, text: string): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const wanted = tokens[token];
    if (wanted === "*") {
      star = token++;
      resume = at;
    } else if (wanted?.(text.charAt(at)) === true) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++resume;
    } else return false;
  }
  while (tokens[token] === "*") token++;
  return token === tokens.length;
}

/** The most patterns that braces are written out to; further ones are not looked at. */
const mostAlternatives = 256;

function alternatives(pattern: string): readonly string[] {
  const done: string[] = [];
  const open = [pattern];
  for (
    let one = open.pop();
    one !== undefined && done.length + open.length < mostAlternatives;
    one = open.pop()
  ) {
    const braces = /\{([^{}]*)\}/.exec(one);
    if (braces === null) {
      done.push(one);
      continue;
    }
    const head = one.slice(0, braces.index);
    const tail = one.slice(braces.index + braces[0].length);
    for (const choice of (braces[1] ?? "").split(",").slice(0, mostAlternatives))
      open.push(head + choice + tail);
  }
  return done;
}
