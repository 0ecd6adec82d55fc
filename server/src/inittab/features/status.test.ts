import { expect, test } from "vitest";
import { documentOf } from "../../testing/document.ts";
import { inEnglish } from "../../testing/english.ts";
import { statusOf } from "./status.ts";

const texts: readonly (readonly [text: string, settings: object])[] = [
  ["id:2:initdefault:\n1:2:respawn:/sbin/getty tty1\n1:3:off:\nbroken\n", {}],
  ["id:23:initdefault:\n", { dialect: "sysvinit", initVersion: "2.88" }],
  ["1:2:respawn:/sbin/getty tty1\n", {}],
  ["id:x:initdefault:\n", {}],
  ["::sysinit:/etc/rc\n::askfirst:-/bin/sh\n::bad:/x\n", {}],
  ["", {}],
  ["# inittab: dialect=toybox\n::once:/bin/a\n", { dialect: "aix" }],
];

test("sums a file up", () => {
  const shown = texts.map(([text, settings]) => {
    const { dialect, from, because, version, defaultRunlevel, records, dropped } = statusOf(
      documentOf(text, settings).scan,
      inEnglish,
    );
    return `${dialect} ${version} because ${because} (${from}); default ${defaultRunlevel}, ${records} records, ${dropped} dropped`;
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "sysvinit 3.14 because entries have runlevels (content); default 2, 2 records, 2 dropped
    sysvinit 2.88 because the setting inittab.dialect says so (settings); default 3, 1 records, 0 dropped
    sysvinit 3.14 because entries have runlevels (content); default null, 1 records, 0 dropped
    sysvinit 3.14 because entries have runlevels (content); default null, 1 records, 0 dropped
    busybox null because it has the action askfirst (content); default null, 2 records, 1 dropped
    sysvinit 3.14 because it holds nothing but comments (content); default null, 0 records, 0 dropped
    toybox null because line 1 says so (comment); default null, 1 records, 0 dropped"
  `);
});
