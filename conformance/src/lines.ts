// Texts as recorded cases have them: lists of lines without their newlines.

/** The lines of a text; an unfinished last line counts. */
export function toLines(text: string): string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** The text of lines, each with its newline. */
export function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
