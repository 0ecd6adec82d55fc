// Patterns of file names, of `case` and of `${x%…}`. In a pattern a backslash in front of a character takes its meaning away;
// whoever makes one puts it in front of all that is quoted.

/** A pattern, taken apart. */
export type Pattern = readonly PatternItem[];

type PatternItem =
  | { readonly kind: "any" }
  | { readonly kind: "one" }
  | { readonly kind: "character"; readonly text: string }
  | { readonly kind: "set"; readonly has: (character: string) => boolean };

/** Characters that mean something in a pattern. */
const special = /[*?[\]\\!^-]/g;

/** A text as a pattern that matches nothing else. */
export function asPattern(text: string): string {
  return text.replace(special, "\\$&");
}

/** Whether a pattern matches more than one text. */
export function isPattern(pattern: string): boolean {
  return readPattern(pattern).some(({ kind }) => kind !== "character");
}

/** The only text that a pattern without special characters matches. */
export function plainOf(pattern: string): string {
  return pattern.replace(/\\(.)/gs, "$1");
}

/** Takes a pattern apart. */
export function readPattern(pattern: string): Pattern {
  const items: PatternItem[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "*") {
      if (items.at(-1)?.kind !== "any") items.push({ kind: "any" });
    } else if (character === "?") items.push({ kind: "one" });
    else if (character === "[") {
      const set = readSet(pattern, at);
      if (set === undefined) items.push({ kind: "character", text: "[" });
      else {
        items.push({ kind: "set", has: set.has });
        at = set.end;
      }
    } else if (character === "\\" && at + 1 < pattern.length) {
      at++;
      items.push({ kind: "character", text: pattern.charAt(at) });
    } else items.push({ kind: "character", text: character });
  }
  return items;
}

/** Whether a pattern matches a whole text. */
export function matches(pattern: Pattern, text: string): boolean {
  let item = 0;
  let at = 0;
  // Where the last `*` stands, and how much it has swallowed.
  let star = -1;
  let swallowed = 0;
  while (at < text.length || item < pattern.length) {
    const next = pattern[item];
    if (next?.kind === "any") {
      star = item++;
      swallowed = at;
    } else if (next !== undefined && at < text.length && fits(next, text.charAt(at))) {
      item++;
      at++;
    } else if (star >= 0 && swallowed < text.length) {
      item = star + 1;
      at = ++swallowed;
    } else return false;
  }
  return true;
}

/** The text without the shortest or longest beginning, or end, that the pattern matches. */
export function trimmed(text: string, pattern: Pattern, operator: string): string {
  const { length } = text;
  const lengths = Array.from({ length: length + 1 }, (_, index) => index);
  if (operator === "##" || operator === "%%") lengths.reverse();
  const atEnd = operator.startsWith("%");
  const found = lengths.find((count) =>
    matches(pattern, atEnd ? text.slice(length - count) : text.slice(0, count)),
  );
  if (found === undefined) return text;
  return atEnd ? text.slice(0, length - found) : text.slice(found);
}

/** The text with the first match of the pattern, or all, replaced by another text. */
export function replaced(text: string, pattern: Pattern, by: string, all: boolean): string {
  let result = "";
  let at = 0;
  while (at < text.length) {
    const end = longestMatch(text, pattern, at);
    if (end === undefined || end === at) {
      result += text.charAt(at++);
      continue;
    }
    result += by;
    at = end;
    if (!all) break;
  }
  return result + text.slice(at);
}

function longestMatch(text: string, pattern: Pattern, start: number): number | undefined {
  for (let end = text.length; end >= start; end--) if (matches(pattern, text.slice(start, end))) return end;
  return undefined;
}

function fits(item: PatternItem, character: string): boolean {
  switch (item.kind) {
    case "any":
      return false;
    case "one":
      return true;
    case "character":
      return item.text === character;
    case "set":
      return item.has(character);
  }
}

/** Classes of characters in the C locale. */
const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

/** `[…]`; undefined where the bracket is never closed, and stands for itself. */
function readSet(
  pattern: string,
  start: number,
): { readonly has: (character: string) => boolean; readonly end: number } | undefined {
  let at = start + 1;
  const negated = "!^".includes(pattern.charAt(at)) && at < pattern.length;
  if (negated) at++;
  const tests: ((character: string) => boolean)[] = [];
  const take = () => {
    if (pattern.charAt(at) === "\\" && at + 1 < pattern.length) at++;
    return pattern.charAt(at++);
  };
  for (let first = true; at < pattern.length; first = false) {
    if (pattern.charAt(at) === "]" && !first)
      return { has: (character) => tests.some((test) => test(character)) !== negated, end: at };
    const named = /^\[:([a-z]+):\]/.exec(pattern.slice(at, at + 12));
    const isClass = classes[named?.[1] ?? ""];
    if (named !== null && isClass !== undefined) {
      tests.push((character) => isClass.test(character));
      at += named[0].length;
      continue;
    }
    const from = take();
    if (pattern.charAt(at) === "-" && at + 1 < pattern.length && pattern.charAt(at + 1) !== "]") {
      at++;
      const to = take();
      tests.push((character) => from <= character && character <= to);
    } else tests.push((character) => character === from);
  }
  return undefined;
}
