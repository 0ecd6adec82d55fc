import { expect, test } from "vitest";
import { documentOf, show } from "../../testing/document.ts";
import { recordSymbols } from "./symbols.ts";

function check(text: string, settings?: unknown): string {
  const document = documentOf(text, settings);
  return recordSymbols(document.scan)
    .map(
      ({ name, detail, range, selection }) =>
        `${name} | ${detail} | ${show(document, range)} | ${show(document, selection)}`,
    )
    .join("\n");
}

test("lists the records with what they do", () => {
  const text =
    "# boot\nid:2:initdefault:\n  si::sysinit:/etc/init.d/rcS\nbroken\n1:2345:RESPAWN:/sbin/getty tty1\r\n";
  expect(check(text)).toMatchInlineSnapshot(`
    "id | 2 initdefault | "id:2:initdefault:" | "id"
    si | sysinit /etc/init.d/rcS | "si::sysinit:/etc/init.d/rcS" | "si"
    1 | 2345 respawn /sbin/getty tty1 | "1:2345:RESPAWN:/sbin/getty tty1\\r" | "1""
  `);
});

test("names a record of BusyBox without id by its action", () => {
  expect(
    check("::sysinit:/etc/rc\n# x\ntty1::askfirst:-/bin/sh\n", { dialect: "busybox" }),
  ).toMatchInlineSnapshot(`
    "sysinit | sysinit /etc/rc | "::sysinit:/etc/rc" | ""
    tty1 | askfirst -/bin/sh | "tty1::askfirst:-/bin/sh" | "tty1""
  `);
});
