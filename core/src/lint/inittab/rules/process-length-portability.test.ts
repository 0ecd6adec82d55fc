import { expect, test } from "vitest";
import { findings, firing } from "../../../testing/lint-check.ts";

test("more than 127 bytes", () => {
  expect(findings(`a:2:once:/${"x".repeat(127)}\n`).map((finding) => finding.message)).toEqual([
    "the process is 128 bytes long; before sysvinit 3.14, init drops an entry whose process is longer than 127",
  ]);
  expect(firing(`a:2:once:/${"x".repeat(126)}\n`)).toEqual([]);
  expect(firing(`a:2:once:/${"é".repeat(64)}\n`)).toEqual(["process-length-portability"]);
});
