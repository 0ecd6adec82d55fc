// Text of a user's file in the columns of a terminal: everything in it is visible and has a known width.

import { visible } from "@inittab/core";

/** The distance of tab stops, in columns. */
const tabStop = 8;

/** What takes two columns. Source: the blocks that Unicode's EastAsianWidth table has as W or F, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** What joins the character before it and takes no column. */
const joining = /\p{Mn}|\p{Me}|\u200d/u;

/** A source line ready to print, with a line of carets below the range. */
export interface MarkedLine {
  readonly text: string;
  readonly marks: string;
}

/**
 * Cuts a line to the width around a range, and marks the range. `start` and `end` are UTF-16 offsets in the line; an
 * empty range gets one caret.
 */
export function markLine(line: string, start: number, end: number, width: number): MarkedLine {
  // One look at the neighbourhood is enough: nothing farther away than the width can be shown.
  const from = Math.max(0, start - width);
  const near = line.slice(from, Math.min(line.length, start + 2 * width));
  const cells = layOut(near, from);
  const target = cells.find((cell) => cell.end > start)?.column ?? columnsOf(cells);
  const total = columnsOf(cells);
  const whole = total <= width && from === 0;
  // Room for the sign that something is missing is one column.
  const left = whole ? 0 : Math.max(0, Math.min(target - Math.floor(width / 3), total - width + 1));
  const cutLeft = left > 0 || from > 0;
  const cutRight = total > left + width || from + near.length < line.length;
  const room = width - (cutLeft ? 1 : 0) - (cutRight ? 1 : 0);
  let text = "";
  let marks = "";
  for (const cell of cells) {
    if (cell.column < left) continue;
    if (cell.column + cell.width > left + room) break;
    text += cell.text;
    marks += (cell.start < end && cell.end > start ? "^" : " ").repeat(cell.width);
  }
  marks = marks.trimEnd();
  if (!marks.includes("^")) marks = `${" ".repeat(Math.min(room, Math.max(0, target - left)))}^`;
  return {
    text: `${cutLeft ? "…" : ""}${text}${cutRight ? "…" : ""}`,
    marks: `${cutLeft ? " " : ""}${marks}`,
  };
}

/** The number of columns that a text takes when `visible` has made it fit. */
export function displayWidth(text: string): number {
  return columnsOf(layOut(text, 0));
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly column: number;
  readonly width: number;
}

function columnsOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last === undefined ? 0 : last.column + last.width;
}

function layOut(text: string, offset: number): readonly Cell[] {
  const cells: Cell[] = [];
  let at = offset;
  let column = 0;
  for (const character of text) {
    const width = character === "\t" ? tabStop - (column % tabStop) : widthOf(character);
    const printed = character === "\t" ? " ".repeat(width) : visible(character);
    cells.push({ text: printed, start: at, end: at + character.length, column, width });
    at += character.length;
    column += width;
  }
  return cells;
}

function widthOf(character: string): number {
  if (character >= " " && character <= "~") return 1;
  if (joining.test(character)) return 0;
  const shown = visible(character);
  if (shown !== character) return shown.length;
  return wide.test(character) ? 2 : 1;
}
