// Texts that are nearly another one, the same on every machine: what is said of them shows where a rule or a reader draws
// its line.

import { type Drawing, drawing } from "./drawing.ts";

const pieces = [
  ..." \t:;#$\"'`{}()[]|&<>=+-*/\\,.@!~%0123456789Sabcxyz\n\r\f\0é",
  "--",
  "&&",
  "||",
  ";;",
  "$1",
  "exit 0",
  "\n\n",
];

/** So many variants of a text, each with one to three edits; whole lines come from `lines` too. */
export function nearTexts(text: string, lines: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, seed) => {
    const draw = drawing(seed * 7919 + text.length);
    let edited = text;
    for (let left = 1 + draw.below(3); left > 0; left--) edited = editOf(edited, lines, draw);
    return edited;
  });
}

function editOf(text: string, others: readonly string[], draw: Drawing): string {
  const lines = text.split("\n");
  const line = draw.below(lines.length);
  const at = draw.below(text.length + 1);
  switch (draw.below(9)) {
    case 0:
      return lines.toSpliced(line, 1).join("\n");
    case 1:
      return lines.toSpliced(line, 0, lines[line] ?? "").join("\n");
    case 2:
      return lines.toSpliced(line, 2, lines[line + 1] ?? "", lines[line] ?? "").join("\n");
    case 3:
      return others.length === 0 ? text : lines.toSpliced(line, 0, draw.oneOf(others)).join("\n");
    case 4:
      return others.length === 0 ? text : lines.toSpliced(line, 1, draw.oneOf(others)).join("\n");
    case 5:
      return text.slice(0, at) + text.slice(at + 1);
    case 6:
      return text.slice(0, at) + draw.oneOf(pieces) + text.slice(at);
    case 7:
      return text.slice(0, at) + draw.oneOf(pieces) + text.slice(at + 1);
    default:
      return withoutWord(text, draw);
  }
}

function withoutWord(text: string, draw: Drawing): string {
  const words = [...text.matchAll(/\S+/g)];
  if (words.length === 0) return text;
  const { 0: word, index } = draw.oneOf(words);
  return text.slice(0, index) + text.slice(index + word.length);
}
