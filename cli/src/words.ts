// Small helps for printed text.

import { displayWidth } from "./terminal-text.ts";

/** Rows with their columns in line; the last column is left as it is. */
export function* table(rows: readonly (readonly string[])[]): Iterable<string> {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  for (const row of rows) {
    const cells = row.map((cell, index) =>
      index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - displayWidth(cell)),
    );
    yield `${cells.join("  ").trimEnd()}\n`;
  }
}
