import type { Finding } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { marked } from "../testing/document.ts";
import { inEnglish } from "../testing/english.ts";
import { dialectRemedy, fixAll, inittabSilencing, type Remedy, remediesAt } from "./code-actions.ts";

function check(text: string, settings?: unknown): readonly string[] {
  const { document, selection } = marked(text, settings);
  return remediesAt(inittabSilencing(document.scan), document.findings(), selection).map((remedy) => {
    const after = applied(document.scan.text.toString(), remedy);
    return `${inEnglish.words(remedy.title)}${remedy.safe ? " (safe)" : ""}\n${after}`;
  });
}

function lineOf(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split("\n").length - 1;
}

function applied(text: string, remedy: Remedy | undefined): string {
  const edits = (remedy?.edits ?? []).toSorted((one, other) => other.start - one.start);
  return edits.reduce(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}

/** Only the rule that the tests speak of, so that other rules can come. */
const only = { dialect: "sysvinit" };

describe("at a finding", () => {
  test("its fixes come first, then the ways to silence it", () => {
    const titles = check("l2:2:wait:/etc/rc 2\nl$02:3:wait:/etc/rc 3\n", only);
    expect(titles.filter((title) => /l2|l3|duplicate/.test(title))).toMatchInlineSnapshot(`
      [
        "Rename to \`l3\`
      l2:2:wait:/etc/rc 2
      l3:3:wait:/etc/rc 3
      ",
        "Silence duplicate-id for this line
      l2:2:wait:/etc/rc 2
      # inittab-disable-next-line duplicate-id
      l2:3:wait:/etc/rc 3
      ",
        "Silence duplicate-id for the whole file
      # inittab-disable-file duplicate-id
      l2:2:wait:/etc/rc 2
      l2:3:wait:/etc/rc 3
      ",
      ]
    `);
  });

  test("elsewhere there is nothing about it", () => {
    const titles = check("l2:2:wa$0it:/etc/rc 2\nl2:3:wait:/etc/rc 3\n", only);
    expect(titles.filter((title) => title.includes("duplicate-id"))).toEqual([]);
  });
});

describe("all at once", () => {
  const text = "aaaa bbbb\ncccc dddd\n";
  const finding = (
    fixes: readonly (readonly [kind: "safe" | "suggestion", start: number, end: number])[],
  ): Finding => ({
    rule: "r",
    code: "IT999",
    severity: "warning",
    message: { id: "m" },
    range: { start: 0, end: 1 },
    related: [],
    unnecessary: false,
    fixes: fixes.map(([kind, start, end]) => ({
      title: { id: "t" },
      kind,
      edits: [{ start, end, text: "X" }],
    })),
  });

  test.each([
    ["safe ones", [finding([["safe", 0, 4]]), finding([["safe", 10, 14]])], "X bbbb\nX dddd\n"],
    [
      "no suggestions",
      [
        finding([["suggestion", 0, 4]]),
        finding([
          ["suggestion", 0, 1],
          ["safe", 5, 9],
        ]),
      ],
      "aaaa X\ncccc dddd\n",
    ],
    [
      "the first of two that overlap",
      [finding([["safe", 0, 4]]), finding([["safe", 2, 9]]), finding([["safe", 5, 9]])],
      "X X\ncccc dddd\n",
    ],
    [
      "the first of two at one place",
      [finding([["safe", 5, 5]]), finding([["safe", 5, 5]])],
      "aaaa Xbbbb\ncccc dddd\n",
    ],
    ["one over several lines", [finding([["safe", 5, 14]]), finding([["safe", 11, 12]])], "aaaa X dddd\n"],
  ])("%s", (_, findings, expected) => {
    expect(applied(text, fixAll(lineOf(text), findings))).toBe(expected);
  });

  test("is no offer where there is none", () => {
    expect(fixAll(lineOf(text), [finding([["suggestion", 0, 4]])])).toBeUndefined();
  });
});

test("what a file is read as can be written into it, once", () => {
  const text = "tty1::askfirst:-/bin/sh\n";
  const { document } = marked(text, { dialect: "auto" });
  const remedy = dialectRemedy(document.scan);
  expect([remedy && inEnglish.words(remedy.title), applied(text, remedy)]).toEqual([
    "Write into the file that it is for busybox",
    `# inittab: dialect=busybox\n${text}`,
  ]);
  expect(dialectRemedy(marked(applied(text, remedy), {}).document.scan)).toBeUndefined();
});
