import { expect, test } from "vitest";
import { applyFix, findings, firing } from "../../../testing/lint-check.ts";

const record = (length: number) => `a:2:once:/${"x".repeat(length - 1)}\n`;

test("the limit is 127 bytes before 3.14", () => {
  expect(firing(record(127), { version: "3.06" })).toEqual([]);
  expect(firing(record(128), { version: "3.06" })).toEqual(["process-too-long"]);
  expect(firing(record(128), { version: "3.14" })).toEqual(["process-length-portability"]);
});

test("the message uses the words of the release", () => {
  const message = (version: "2.88" | "3.06") => findings(record(130), { version })[0]?.message;
  expect(message("2.88")).toBe(
    'the process is 130 bytes long, and the limit is 127; init drops the entry with "process field too long"',
  );
  expect(message("3.06")).toBe(
    'the process is 130 bytes long, and the limit is 127; init drops the entry with "process field too long (max 127 characters)"',
  );
});

test("blanks at the end can be cut off", () => {
  const long = `a:2:once:/bin/sync${" ".repeat(120)}\n`;
  expect(applyFix(long, "process-too-long", { version: "3.06" })).toBe("a:2:once:/bin/sync\n");
  expect(findings(record(130), { version: "3.06" })[0]?.fixes).toEqual([]);
});
