import { expect, test } from "vitest";
import { applyFix, findings, firing } from "../../../testing/lint-check.ts";

const options = { dialect: "busybox" } as const;
const dos = "# head\r\n::sysinit:/etc/rc\r\n\r\n::once:/bin/a b\r\n";

test("one finding for the whole file, its empty lines included", () => {
  expect(
    findings(dos, options).map(({ rule, message, range }) => `${range.start} ${rule}: ${message}`),
  ).toEqual(["25 busybox-crlf: lines end in CR LF; init keeps the CR as the last character of each process"]);
});

test("comments with CR do no harm, wherever they begin", () => {
  expect(firing("# head\r\n::once:/bin/a # x\r\n", options)).toEqual([]);
});

test("the fix converts every line", () => {
  expect(applyFix(dos, "busybox-crlf", options)).toBe(dos.replaceAll("\r", ""));
});

test("an empty line with CR is enough", () => {
  expect(firing("::sysinit:/bin/a\n\r\n::respawn:/bin/sh\n", options)).toEqual(["busybox-crlf"]);
  expect(firing("::sysinit:/bin/a\n \r\n::respawn:/bin/sh\n", options)).toContain("bad-entry");
});
