import { expect, test } from "vitest";
import { applyFix, findings, firing } from "../../../testing/lint-check.ts";

const record = (bytes: number) => `a:2:once:/bin/x ${"y".repeat(bytes - 16)}`;

test("3.14 drops a line of 255 bytes and keeps one of 254", () => {
  expect(firing(`${record(254)}\n`)).toEqual(["process-length-portability"]);
  expect(firing(`${record(255)}\n`)).toEqual(["line-too-long"]);
  expect(firing(`# ${"x".repeat(1000)}\n`)).toEqual([]);
  expect(firing(`${" ".repeat(300)}\n`)).toEqual([]);
});

test("one finding for a line, however long", () => {
  const text = `b:2:once:/bin/sync\n${record(100_000)}\nc:2:once:/bin/sync\n`;
  expect(findings(text).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'line-too-long: the line has more than 254 bytes; init drops it as "possibly too long"',
  ]);
  expect(firing(text, { version: "3.06" })).toEqual(["process-too-long", "line-too-long"]);
});

test("before 3.14 the tail of a comment is dropped with init's words", () => {
  const comment = `# ${"word ".repeat(60)}`.trimEnd();
  expect(firing(`${comment}\n`, { version: "3.14" })).toEqual([]);
  expect(findings(`${comment}\n`, { version: "3.06" }).map((finding) => finding.message)).toEqual([
    'the comment has more than 255 bytes; init takes the rest for a line of its own and drops it with "id field too long (max 4 characters)"',
  ]);
  const fixed = applyFix(`${comment}\n`, "line-too-long", { version: "3.06" });
  expect(firing(fixed, { version: "3.06" })).toEqual([]);
  expect(fixed.replaceAll("\n# ", " ")).toBe(`${comment}\n`);
});

test("a tail that is blank or a comment does no harm", () => {
  expect(firing(`# ${"x".repeat(253)}\n`, { version: "3.06" })).toEqual([]);
  expect(firing(`# ${"x".repeat(253)}  # more\n`, { version: "3.06" })).toEqual([]);
});
