// The templates of messages: a part of the patterns of Project Fluent. `{$name}` is a value; `{"text"}` is that text,
// for braces and for blanks at an edge; `{$count -> [one] # line *[other] # lines}` chooses by a number's plural or by a
// text, the variant with the star if no other fits. Blanks around a variant do not count; `#` in one is the value itself.

import { withArticle } from "./article.ts";
import { past } from "./past.ts";

/** A template, read once. */
export type Template = readonly TemplatePart[];

type TemplatePart =
  | string
  | { readonly kind: "value"; readonly name: string }
  | { readonly kind: "choice"; readonly name: string; readonly variants: readonly Variant[] };

interface Variant {
  readonly key: string;
  readonly isDefault: boolean;
  readonly template: Template;
}

/** Reads a template. A template is ours and not a user's, so one that is not well-formed throws a `SyntaxError`. */
export function parseTemplate(text: string): Template {
  const cursor = { text, at: 0 };
  const template = readParts(cursor, undefined);
  if (cursor.at < text.length) throw malformed(cursor, "an end");
  return template;
}

/** The names of the values that a template asks for. */
export function namesIn(template: Template): readonly string[] {
  const names = template.flatMap((part): readonly string[] => {
    if (typeof part === "string") return [];
    return part.kind === "value"
      ? [part.name]
      : [part.name, ...part.variants.flatMap((variant) => namesIn(variant.template))];
  });
  return [...new Set(names)];
}

/** What a template asks of the one who fills it in. */
export interface Filling {
  /** The words of a value. */
  readonly textOf: (name: string) => string;
  /** The keys that a value answers to, the nearest first: for 1 `1`, `one`. */
  readonly keysOf: (name: string) => readonly string[];
}

/** The text of a template. */
export function fillTemplate(template: Template, filling: Filling): string {
  let text = "";
  let own = "";
  for (const part of template) {
    if (typeof part === "string") own += part;
    else {
      const words = filledPart(part, filling);
      text += `${withArticle(own, words)}${words}`;
      own = "";
    }
  }
  return text + own;
}

function filledPart(part: Exclude<TemplatePart, string>, filling: Filling): string {
  if (part.kind === "value") return filling.textOf(part.name);
  const variant = chosen(part.variants, filling.keysOf(part.name));
  return variant === undefined ? "" : fillTemplate(variant.template, filling);
}

function chosen(variants: readonly Variant[], keys: readonly string[]): Variant | undefined {
  for (const key of keys) {
    const fitting = variants.find((variant) => variant.key === key);
    if (fitting !== undefined) return fitting;
  }
  return variants.find(({ isDefault }) => isDefault);
}

interface Cursor {
  readonly text: string;
  at: number;
}

/** Reads up to the end, or inside a choice up to what ends a variant; `own` is the value that `#` stands for there. */
function readParts(cursor: Cursor, own: string | undefined): Template {
  const parts: TemplatePart[] = [];
  let plain = "";
  const flush = () => {
    const text = own !== undefined && parts.length === 0 ? plain.trimStart() : plain;
    if (text !== "") parts.push(text);
    plain = "";
  };
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const character = cursor.text.charAt(cursor.at);
    if (own !== undefined && (character === "}" || startsVariant(cursor))) break;
    if (character === "{") {
      flush();
      parts.push(readPlaceable(cursor));
    } else if (character === "#" && own !== undefined) {
      flush();
      parts.push({ kind: "value", name: own });
    } else plain += character;
  }
  // Only blanks that stand there plainly are around the variant.
  if (own !== undefined) plain = plain.trimEnd();
  flush();
  return parts;
}

function startsVariant({ text, at }: Cursor): boolean {
  return text.startsWith("[", at) || text.startsWith("*[", at);
}

const head = /\{(?:\$(\w+)( ->)?|"([^"]*)")/y;

/** Reads what stands in braces, and leaves the cursor on the closing one. */
function readPlaceable(cursor: Cursor): TemplatePart {
  head.lastIndex = cursor.at;
  const match = head.exec(cursor.text);
  if (match === null) throw malformed(cursor, "a value");
  const [whole, name, choice, literal] = match;
  cursor.at += whole.length;
  const part: TemplatePart =
    name === undefined
      ? (literal ?? "")
      : choice === undefined
        ? { kind: "value", name }
        : { kind: "choice", name, variants: readVariants(cursor, name) };
  if (cursor.text.charAt(cursor.at) !== "}") throw malformed(cursor, "a closing brace");
  return part;
}

const variantHead = /\s*(\*?)\[(\w+)\]/y;

function readVariants(cursor: Cursor, name: string): readonly Variant[] {
  const variants: Variant[] = [];
  for (
    let at = cursor.at;
    at < cursor.text.length && cursor.text.charAt(at) !== "}";
    at = past(at, cursor.at)
  ) {
    variantHead.lastIndex = at;
    const match = variantHead.exec(cursor.text);
    if (match === null) throw malformed(cursor, "a variant");
    const [whole, star, key = ""] = match;
    cursor.at = at + whole.length;
    variants.push({ key, isDefault: star === "*", template: readParts(cursor, name) });
  }
  if (!variants.some(({ isDefault }) => isDefault)) throw malformed(cursor, "a variant with a star");
  return variants;
}

function malformed({ text, at }: Cursor, wanted: string): SyntaxError {
  return new SyntaxError(`expected ${wanted} at ${at} of the template ${JSON.stringify(text)}`);
}
