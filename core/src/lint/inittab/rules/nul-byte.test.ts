import { expect, test } from "vitest";
import { applyFix, findings, firing } from "../../../testing/lint-check.ts";

const text = "a:2:once:/bin/a\0\nb:2:once:/bin/b\nc:2:once:/bin/c\n";

function messages(file: string, version: "3.06" | "3.14" = "3.14"): readonly string[] {
  return findings(file, { version }).map(({ rule, message }) => `${rule}: ${message}`);
}

test("3.14 loses two lines", () => {
  expect(messages(text)).toEqual([
    "nul-byte: a NUL byte ends what init sees of the line; init drops this line and the next one",
  ]);
  expect(messages("a:2:once:/bin/a\0\n")).toEqual([
    "nul-byte: a NUL byte ends what init sees of the line; init drops the line",
  ]);
});

test("even behind a comment", () => {
  expect(messages("# a\0\nb:2:once:/bin/b\n")).toEqual([
    "nul-byte: a NUL byte ends what init sees of the line; init loses the next line with it",
  ]);
  expect(firing("# a\0\nb:2:once:/bin/b\n", { version: "3.06" })).toEqual([]);
  expect(firing("# a\0\n")).toEqual([]);
});

test("before 3.14 fields are missing", () => {
  expect(messages("a:2:on\0ce:/bin/a\n", "3.06")).toEqual([
    'nul-byte: a NUL byte ends what init sees of the line; init drops the line with "missing process field"',
  ]);
});

test("the fix deletes the bytes", () => {
  expect(applyFix(text, "nul-byte")).toBe(text.replace("\0", ""));
  expect(applyFix(text.replace("/bin/a", "/b\0in/\0a"), "nul-byte")).toBe(text.replace("\0", ""));
});
