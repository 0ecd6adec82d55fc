// The Markdown of the manual for a terminal: paragraphs filled to the width, marks replaced by style or left out. It
// understands what core writes (headings, lists, tables, fences, emphasis, code) and shows anything else as it stands.

import { visible } from "@inittab/core";
import { displayWidth } from "./terminal-text.ts";
import { table } from "./words.ts";

/** How the text is shown. */
export interface RenderOptions {
  readonly color: boolean;
  /** In columns. */
  readonly width: number;
}

/** Wider lines are hard to read. */
const widest = 90;

const styles = { heading: "1", strong: "1", faint: "2", code: "36" } as const;

/** Renders Markdown. Never fails. */
export function renderMarkdown(markdown: string, { color, width }: RenderOptions): string {
  const columns = Math.min(width, widest);
  const paint = (style: keyof typeof styles, text: string) =>
    color ? `\x1b[${styles[style]}m${text}\x1b[0m` : text;
  const lines: string[] = [];
  let paragraph: string[] = [];
  let rows: (readonly string[])[] = [];
  /** What ends the block of code that is open. */
  let fence: string | undefined;

  const endParagraph = () => {
    if (paragraph.length > 0) lines.push(...fill(spans(paragraph.join(" ")), columns, "", paint));
    lines.push(...[...table(rows)].map((row) => row.trimEnd()));
    paragraph = [];
    rows = [];
  };
  for (const line of markdown.trimEnd().split("\n")) {
    if (fence === undefined && line.startsWith("|")) {
      const cells = line.split(/(?<!\\)\|/).slice(1, -1);
      if (cells.some((cell) => /[^-: ]/.test(cell))) rows.push(cells.map((cell) => plain(cell.trim())));
    } else if (fence === undefined && line.startsWith("```")) {
      endParagraph();
      fence = /^`+/.exec(line)?.[0];
    } else if (line === fence) fence = undefined;
    else if (fence !== undefined) lines.push(`    ${paint("code", visible(line))}`);
    else if (line === "") {
      endParagraph();
      lines.push("");
    } else if (/^#+ /.test(line)) {
      endParagraph();
      lines.push(paint("heading", plain(line.replace(/^#+ /, ""))));
    } else if (line.startsWith("- ")) {
      endParagraph();
      lines.push(...fill(spans(line.slice(2)), columns, "  ", paint, "- "));
    } else paragraph.push(line);
  }
  endParagraph();
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

/** A stretch of text of one style. */
interface Span {
  readonly text: string;
  readonly style: keyof typeof styles | undefined;
}

const mark =
  /(?<ticks>`+)(?<code>.*?[^`])\k<ticks>(?!`)|\*\*(?<strong>.+?)\*\*|(?<![\\*\w])\*(?=\S)(?<faint>(?:\\.|[^*])+)(?<=\S)\*|\\(?<escaped>[!-/:-@[-`{-~])/gs;

function spans(text: string): readonly Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(mark)) {
    found.push({ text: text.slice(at, match.index), style: undefined });
    const { code, strong, faint, escaped } = match.groups ?? {};
    if (code !== undefined)
      found.push({ text: /^ .* $/.test(code) ? code.slice(1, -1) : code, style: "code" });
    else if (strong !== undefined) found.push({ text: plain(strong), style: "strong" });
    else if (faint !== undefined) found.push({ text: plain(faint), style: "faint" });
    else found.push({ text: escaped ?? "", style: undefined });
    at = match.index + match[0].length;
  }
  found.push({ text: text.slice(at), style: undefined });
  return found.filter((span) => span.text !== "");
}

function plain(text: string): string {
  return spans(text)
    .map((span) => visible(span.text))
    .join("");
}

/** Breaks at blanks; what is longer than a line stands alone. */
function fill(
  text: readonly Span[],
  width: number,
  indent: string,
  paint: (style: keyof typeof styles, text: string) => string,
  firstIndent: string = indent,
): readonly string[] {
  const lines: string[] = [];
  let line = firstIndent;
  let used = firstIndent.length;
  let begun = false;
  for (const word of wordsOf(text)) {
    const size = word.reduce((sum, span) => sum + displayWidth(span.text), 0);
    if (begun && used + 1 + size > width) {
      lines.push(line);
      line = indent;
      used = indent.length;
      begun = false;
    }
    if (begun) {
      line += " ";
      used++;
    }
    line += word
      .map(({ text: piece, style }) => (style === undefined ? piece : paint(style, piece)))
      .join("");
    used += size;
    begun = true;
  }
  return [...lines, line];
}

/** Words without the blanks between them; a word can change its style inside. */
function wordsOf(text: readonly Span[]): readonly (readonly Span[])[] {
  const words: Span[][] = [];
  let open = false;
  for (const { text: piece, style } of text) {
    for (const part of piece.split(/([ \t\n]+)/)) {
      if (part === "") continue;
      if (/^[ \t\n]/.test(part)) {
        open = false;
        continue;
      }
      const span = { text: visible(part), style };
      if (open) words.at(-1)?.push(span);
      else words.push([span]);
      open = true;
    }
  }
  return words;
}
