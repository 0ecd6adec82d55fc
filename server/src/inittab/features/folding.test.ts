import { expect, test } from "vitest";
import { documentOf } from "../../testing/document.ts";
import { folds } from "./folding.ts";

/** The text with a bar left of each fold: `c` for comments, `r` for records. */
function check(lines: readonly string[]): readonly string[] {
  const text = lines.map((line) => `${line}\n`).join("");
  const found = folds(documentOf(text).scan);
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    const fold = found.find((candidate) => candidate.start <= start && start <= candidate.end);
    const bar =
      fold === undefined
        ? " "
        : fold.start === start
          ? fold.kind.charAt(0).toUpperCase()
          : fold.kind.charAt(0);
    return `${bar} ${line}`;
  });
}

test("folds headings with their records, and longer comments by themselves", () => {
  expect(
    check([
      "# File",
      "# of a friend",
      "id:2:initdefault:",
      "",
      "# Logins",
      "1:2:respawn:/sbin/getty tty1",
      "broken",
      "2:2:respawn:/sbin/getty tty2",
      "",
      "# alone",
      "",
      "3:2:respawn:/sbin/getty tty3",
      "4:2:respawn:/sbin/getty tty4",
      "# last",
    ]),
  ).toMatchInlineSnapshot(`
    [
      "C # File",
      "c # of a friend",
      "  id:2:initdefault:",
      "  ",
      "R # Logins",
      "r 1:2:respawn:/sbin/getty tty1",
      "r broken",
      "r 2:2:respawn:/sbin/getty tty2",
      "  ",
      "  # alone",
      "  ",
      "R 3:2:respawn:/sbin/getty tty3",
      "r 4:2:respawn:/sbin/getty tty4",
      "  # last",
    ]
  `);
});

test("an empty file has none", () => {
  expect(check([])).toEqual([]);
});
