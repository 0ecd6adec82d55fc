// Regular expressions of POSIX, basic and extended, with a bound on the work: a script may bring any expression and any text.

/** What an expression is made of. */
type Node =
  | { readonly kind: "one"; readonly fits: (character: string) => boolean }
  | { readonly kind: "start" | "end" | "word-start" | "word-end" }
  | { readonly kind: "group"; readonly index: number; readonly inner: Node }
  | { readonly kind: "again"; readonly index: number }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "choice"; readonly items: readonly Node[] }
  | { readonly kind: "repeat"; readonly inner: Node; readonly least: number; readonly most: number };

/** An expression that can be looked for. */
export interface Expression {
  readonly node: Node;
  readonly groups: number;
}

/** Where an expression was found; the groups are texts, the whole match is the first. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/** How an expression is written. */
export interface Notation {
  readonly extended: boolean;
  readonly ignoreCase: boolean;
}

/** Reads an expression; undefined where it is none. */
export function readExpression(text: string, notation: Notation): Expression | undefined {
  const reader: ExpressionReader = { text, at: 0, groups: 0, depth: 0, notation };
  const node = readChoice(reader);
  return node === undefined || reader.at < text.length ? undefined : { node, groups: reader.groups };
}

interface ExpressionReader {
  readonly text: string;
  readonly notation: Notation;
  at: number;
  groups: number;
  depth: number;
}

function takes(reader: ExpressionReader, text: string): boolean {
  if (!reader.text.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function readChoice(reader: ExpressionReader): Node | undefined {
  const items: Node[] = [];
  do {
    const item = readSequence(reader);
    if (item === undefined) return undefined;
    items.push(item);
  } while (takes(reader, reader.notation.extended ? "|" : "\\|"));
  const [only] = items;
  return items.length === 1 ? only : { kind: "choice", items };
}

function readSequence(reader: ExpressionReader): Node | undefined {
  const { text, notation } = reader;
  const { extended } = notation;
  const ends = () =>
    reader.at >= text.length ||
    text.startsWith(extended ? "|" : "\\|", reader.at) ||
    (reader.depth > 0 && text.startsWith(extended ? ")" : "\\)", reader.at));
  const items: Node[] = [];
  while (!ends()) {
    const first = items.length === 0;
    const item = readItem(reader, first);
    if (item === undefined) return undefined;
    // In a basic expression a star at the beginning is a star.
    const repeatable = extended || !first || item.kind !== "start";
    items.push(repeatable ? readRepeats(reader, item) : item);
  }
  return { kind: "sequence", items };
}

function readItem(reader: ExpressionReader, first: boolean): Node | undefined {
  const { text, notation } = reader;
  const { extended } = notation;
  const character = text.charAt(reader.at);
  if (takes(reader, extended ? "(" : "\\(")) {
    const index = ++reader.groups;
    if (++reader.depth > 50) return undefined;
    const inner = readChoice(reader);
    if (inner === undefined || !takes(reader, extended ? ")" : "\\)")) return undefined;
    reader.depth--;
    return { kind: "group", index, inner };
  }
  reader.at++;
  switch (character) {
    case ".":
      return { kind: "one", fits: () => true };
    case "[":
      return readBrackets(reader);
    case "^":
      if (extended || first) return { kind: "start" };
      break;
    case "$":
      if (extended || reader.at >= text.length || /^\\[)|]/.test(text.slice(reader.at)))
        return { kind: "end" };
      break;
    case "\\":
      return readEscape(reader);
  }
  return literal(reader, character);
}

function literal({ notation }: ExpressionReader, character: string): Node {
  if (!notation.ignoreCase) return { kind: "one", fits: (other) => other === character };
  const lower = character.toLowerCase();
  return { kind: "one", fits: (other) => other.toLowerCase() === lower };
}

const isWord = (character: string) => /^\w$/.test(character);

function readEscape(reader: ExpressionReader): Node | undefined {
  const character = reader.text.charAt(reader.at++);
  if (character === "") return undefined;
  if (/[1-9]/.test(character)) return { kind: "again", index: Number(character) };
  switch (character) {
    case "<":
      return { kind: "word-start" };
    case ">":
      return { kind: "word-end" };
    case "w":
      return { kind: "one", fits: isWord };
    case "W":
      return { kind: "one", fits: (other) => !isWord(other) };
    case "s":
      return { kind: "one", fits: (other) => /\s/.test(other) };
    case "S":
      return { kind: "one", fits: (other) => /\S/.test(other) };
    case "n":
      return literal(reader, "\n");
    case "t":
      return literal(reader, "\t");
    default:
      return literal(reader, character);
  }
}

function readRepeats(reader: ExpressionReader, item: Node): Node {
  const { extended } = reader.notation;
  let node = item;
  while (true) {
    if (takes(reader, "*")) node = { kind: "repeat", inner: node, least: 0, most: Number.POSITIVE_INFINITY };
    else if (takes(reader, extended ? "+" : "\\+"))
      node = { kind: "repeat", inner: node, least: 1, most: Number.POSITIVE_INFINITY };
    else if (takes(reader, extended ? "?" : "\\?")) node = { kind: "repeat", inner: node, least: 0, most: 1 };
    else {
      const bounds = (extended ? /^\{(\d+)(,?)(\d*)\}/ : /^\\\{(\d+)(,?)(\d*)\\\}/).exec(
        reader.text.slice(reader.at, reader.at + 20),
      );
      if (bounds === null) return node;
      const [whole, least = "0", comma, most = ""] = bounds;
      reader.at += whole.length;
      const end = most !== "" ? Number(most) : comma === "" ? Number(least) : Number.POSITIVE_INFINITY;
      node = { kind: "repeat", inner: node, least: Number(least), most: end };
    }
  }
}

const classes: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  digit: /[0-9]/,
  lower: /[a-z]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /\s/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

function readBrackets(reader: ExpressionReader): Node | undefined {
  const { text, notation } = reader;
  const negated = takes(reader, "^");
  const tests: ((character: string) => boolean)[] = [];
  for (let first = true; ; first = false) {
    if (reader.at >= text.length) return undefined;
    if (!first && takes(reader, "]")) break;
    const named = /^\[:([a-z]+):\]/.exec(text.slice(reader.at, reader.at + 12));
    const isClass = classes[named?.[1] ?? ""];
    if (named !== null && isClass !== undefined) {
      reader.at += named[0].length;
      tests.push((character) => isClass.test(character));
      continue;
    }
    const from = text.charAt(reader.at++);
    if (text.charAt(reader.at) === "-" && ![undefined, "]"].includes(text[reader.at + 1])) {
      const to = text.charAt(reader.at + 1);
      reader.at += 2;
      tests.push((character) => from <= character && character <= to);
    } else tests.push((character) => character === from);
  }
  const has = (character: string) => tests.some((test) => test(character));
  const fits = notation.ignoreCase
    ? (character: string) => has(character.toLowerCase()) || has(character.toUpperCase())
    : has;
  return { kind: "one", fits: (character) => fits(character) !== negated };
}

/** The first place at or after `from` where an expression fits; each try costs a step. */
export function find(
  { node, groups }: Expression,
  text: string,
  from: number,
  spend: (steps: number) => void,
): Found | undefined {
  for (let start = from; start <= text.length; start++) {
    const search: Search = { text, spend, groups: Array.from({ length: groups + 1 }), depth: 0 };
    const end = attempt(search, node, start, (at) => at);
    if (end === undefined) continue;
    return { start, end, groups: [text.slice(start, end), ...search.groups.slice(1)] };
  }
  return undefined;
}

interface Search {
  readonly text: string;
  readonly spend: (steps: number) => void;
  readonly groups: (string | undefined)[];
  depth: number;
}

type Continue = (at: number) => number | undefined;

/** Deeper repetitions of groups are not tried, so that no text exhausts the stack. */
const deepest = 1000;

function attempt(search: Search, node: Node, at: number, go: Continue): number | undefined {
  search.spend(1 / 50);
  const { text } = search;
  switch (node.kind) {
    case "one":
      return at < text.length && node.fits(text.charAt(at)) ? go(at + 1) : undefined;
    case "start":
      return at === 0 ? go(at) : undefined;
    case "end":
      return at === text.length ? go(at) : undefined;
    case "word-start":
    case "word-end": {
      const [before, after] = [isWord(text.charAt(at - 1)), isWord(text.charAt(at))];
      return (node.kind === "word-start" ? !before && after : before && !after) ? go(at) : undefined;
    }
    case "group": {
      const old = search.groups[node.index];
      const found = attempt(search, node.inner, at, (end) => {
        const inner = search.groups[node.index];
        search.groups[node.index] = text.slice(at, end);
        const result = go(end);
        if (result === undefined) search.groups[node.index] = inner;
        return result;
      });
      if (found === undefined) search.groups[node.index] = old;
      return found;
    }
    case "again": {
      const group = search.groups[node.index] ?? "";
      return text.startsWith(group, at) ? go(at + group.length) : undefined;
    }
    case "sequence":
      return attemptAll(search, node.items, 0, at, go);
    case "choice":
      for (const item of node.items) {
        const found = attempt(search, item, at, go);
        if (found !== undefined) return found;
      }
      return undefined;
    case "repeat":
      return node.inner.kind === "one"
        ? repeatOne(search, node.inner.fits, node.least, node.most, at, go)
        : repeat(search, node.inner, node.least, node.most, at, go);
  }
}

function attemptAll(
  search: Search,
  items: readonly Node[],
  index: number,
  at: number,
  go: Continue,
): number | undefined {
  const item = items[index];
  if (item === undefined) return go(at);
  return attempt(search, item, at, (end) => attemptAll(search, items, index + 1, end, go));
}

function repeatOne(
  search: Search,
  fits: (character: string) => boolean,
  least: number,
  most: number,
  at: number,
  go: Continue,
): number | undefined {
  let end = at;
  while (end < search.text.length && end - at < most && fits(search.text.charAt(end))) end++;
  search.spend((end - at) / 50);
  for (; end - at >= least; end--) {
    const found = go(end);
    if (found !== undefined) return found;
  }
  return undefined;
}

function repeat(
  search: Search,
  inner: Node,
  least: number,
  most: number,
  at: number,
  go: Continue,
): number | undefined {
  if (most > 0 && search.depth < deepest) {
    search.depth++;
    const found = attempt(search, inner, at, (end) =>
      end === at && least <= 0 ? undefined : repeat(search, inner, least - 1, most - 1, end, go),
    );
    search.depth--;
    if (found !== undefined) return found;
  }
  return least <= 0 ? go(at) : undefined;
}
