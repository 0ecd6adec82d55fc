import { expect, test } from "vitest";
import { findings, firing } from "../../../testing/lint-check.ts";

const comment = `# ${"x".repeat(253)}x:2:once:/bin/sync\n`;

test("the 256th byte begins a record", () => {
  expect(
    findings(comment, { version: "3.06" }).map(
      ({ rule, message, range }) => `${range.start} ${rule}: ${message}`,
    ),
  ).toEqual([
    "255 tail-becomes-record: init reads at most 255 bytes at a time, so this part is an entry `x` of its own",
  ]);
});

test("in 3.14, or a byte earlier, it does not", () => {
  expect(firing(comment, { version: "3.14" })).toEqual([]);
  expect(firing(comment.replace("# x", "# "), { version: "3.06" })).toEqual(["line-too-long"]);
});

test("a record in the first tail, and a text that is none in the second", () => {
  const record = "x:2:once:/bin/sync".padStart(255);
  const text = `# ${"x".repeat(253)}${record}text behind it\n`;
  expect(firing(text, { version: "3.06" })).toEqual(["tail-becomes-record", "line-too-long"]);
});
