import { expect, test } from "vitest";
import { applyFix, findings, firing } from "../../../testing/lint-check.ts";

const dos = "# head\r\nid:3:initdefault:\r\n\r\n\r\nsi::sysinit:/etc/rc\r\n";

test("one finding for the whole file", () => {
  expect(findings(dos).map(({ rule, message, range }) => `${range.start} ${rule}: ${message}`)).toEqual([
    "25 crlf: lines end in CR LF; init keeps the CR as the last character of each process",
  ]);
  expect(findings("\r\nid:3:initdefault:\r\n").map((finding) => finding.message)).toEqual([
    'lines end in CR LF; init drops the empty ones with "missing action field" and keeps the CR as the last character of each process',
  ]);
});

test("comments with CR do no harm", () => {
  expect(firing("# head\r\nid:3:initdefault:\n")).toEqual([]);
});

test("other faults of a line keep their own findings", () => {
  expect(firing("a:2:once\r\n")).toEqual(["missing-process", "crlf"]);
});

test("the fix converts every line, unless there are very many", () => {
  expect(applyFix(dos, "crlf")).toBe(dos.replaceAll("\r", ""));
  expect(findings("a:2:off:\r\n".repeat(3000)).find((finding) => finding.rule === "crlf")?.fixes).toEqual([]);
});
