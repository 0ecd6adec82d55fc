// Text of a user's files, names of files among it, made safe for the place where it is shown. There is one function for
// plain text, such as that of a terminal, one for Markdown with its spans and blocks of code, and one for HTML and SVG.
// Nothing else in the project escapes for these places.

/** Controls, and what is invisible or changes the direction of writing. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u;

/** Joins the emoji around it into one, and is harmless. */
const emojiJoiner = "\u200d";

/**
 * The text with each character replaced by its name that a terminal would obey, or that would hide, end a line or turn
 * the direction of writing. What has been made visible once stays as it is.
 */
export function visible(text: string): string {
  return /[^ -~]/.test(text) ? [...text].map(visibleCharacter).join("") : text;
}

function visibleCharacter(character: string): string {
  if (character === emojiJoiner || !unsafe.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/**
 * The text as Markdown that shows it as it is: no mark, link, picture, HTML or address in it is anything but its
 * characters. It is one line.
 */
export function escapeMarkdown(text: string): string {
  // Most sentences have nothing of all this.
  if (!mayMark.test(text)) return text;
  return (
    visible(text)
      // An underscore inside a word marks nothing, and is seen as it is where Markdown is not drawn.
      .replace(/[\\`*[\]<>~|#&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\$&")
      // A list, a rule or the line below a heading begins at the beginning of a line only.
      .replace(/^(\s*)([-+])(?=\s|$)/, "$1\\$2")
      .replace(/^(\s*)([-=])(?=[-=\s]*$)/, "$1\\$2")
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
      // GitHub and editors make links of bare addresses as well.
      .replaceAll("//", "/\\/")
      .replace(/\bwww\./gi, (address) => `${address.slice(0, -1)}\\.`)
  );
}

/** What is not as it is in Markdown, or is not shown as it is; what else begins a line may begin a list or a rule. */
const mayMark = /[^ -~]|[\\`*[\]<>~|#&_]|\/\/|[wW]{3}\.|^ *[-+=\d]/;

/** The text as a span of code in Markdown. It is one line. */
export function markdownCode(text: string): string {
  const shown = visible(text);
  if (!shown.includes("`")) return `\`${shown}\``;
  const ticks = "`".repeat(longestTicks(shown) + 1);
  return `${ticks} ${shown} ${ticks}`;
}

/** The text as a block of code in Markdown; `language` names what it is written in. Lines and tabs stay. */
export function markdownBlock(text: string, language: string): string {
  const shown = byLines(text, (line) => line.split("\t").map(visible).join("\t"));
  const fence = "`".repeat(Math.max(3, longestTicks(shown) + 1));
  return `${fence}${language}\n${shown.endsWith("\n") ? shown : `${shown}\n`}${fence}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function byLines(text: string, change: (line: string) => string): string {
  return text.split("\n").map(change).join("\n");
}

/** The text for HTML and XML, between tags and in attributes with double quotation marks. Lines stay. */
export function escapeMarkup(text: string): string {
  return byLines(text, visible)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/**
 * The value as JSON, in which whatever a terminal would obey is an escape sequence: the very same data for programs, and
 * safe to look at. Without a value to write, such as `undefined`, it is `null`.
 */
export function jsonText(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, null, indent) ?? "null";
  return /[^\n -~]/.test(json) ? json.replace(unsafeInJson, escapeUnits) : json;
}

/** Newlines part the lines of JSON itself; in a value they are escape sequences already. */
const unsafeInJson = new RegExp(`(?!\n)${unsafe.source}`, "gu");

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * A text for a place that shows plain text but makes links of `[words](address)`, commands of the editor among them:
 * notifications of VS Code, and messages in SARIF (2.1.0, section 3.11.6).
 */
export function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}
