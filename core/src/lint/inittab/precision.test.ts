// Small inittabs of which something untrue was said once, and all that is said of them now.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scanInittab } from "../../inittab/scan.ts";
import { inEnglish, worded } from "../../testing/english.ts";
import { lintInittab } from "./lint.ts";

const folder = join(import.meta.dirname, "../../../../test-fixtures/precision");

/** For which init a file is read and why, then all findings: `LINE severity rule`. */
function told(file: string): readonly string[] {
  const text = readFileSync(join(folder, file), "utf8");
  const scan = scanInittab(text, { path: file });
  const found = lintInittab(scan).findings.map(worded);
  return [
    `${scan.dialect}: ${inEnglish.text(scan.guess.because)}`,
    ...found.map(
      ({ range, severity, rule }) => `${text.slice(0, range.start).split("\n").length} ${severity} ${rule}`,
    ),
  ];
}

test.each<readonly [string, readonly string[]]>([
  ["21-inittab-fragment/inittab.cli", ["sysvinit: entries have runlevels"]],
  [
    "22-inittab-broken-comment/debian/inittab",
    ["sysvinit: entries have runlevels, among those that are commented out", "4 error id-too-long"],
  ],
  ["24-inittab-crlf-blank/etc/inittab", ["busybox: most ids are empty", "1 warning busybox-crlf"]],
  [
    "26-openwrt-before-procd/package/base-files/files/etc/inittab",
    [
      "procd: it starts rcS with the words that procd expects; OpenWrt's BusyBox init before procd used the same words, so the text alone cannot tell the two apart",
      "3 information procd-id-cut",
    ],
  ],
])("%s", (file, expected) => expect(told(file)).toEqual(expected));
