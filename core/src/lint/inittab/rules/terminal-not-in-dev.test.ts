import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";
import { listingOf } from "../../../testing/listing.ts";
import type { ExampleFile } from "../../contract.ts";
import { exampleRoot } from "../example-root.ts";

const node = (name: string): ExampleFile => ({ path: `dev/${name}`, device: true });
const rooted = (...files: readonly ExampleFile[]) => listingOf([...exampleRoot, ...files]);

const table =
  "tty1::askfirst:/bin/sh\nttyS7::respawn:/sbin/getty 9600 ttyS7\nconsole::askfirst:/bin/sh\n::once:/bin/sh\n";

test("a terminal that a static /dev lacks", () => {
  checkMarked(
    `
tty1::askfirst:/bin/sh
ttyS7::respawn:/sbin/getty 9600 ttyS7
#<<<<< terminal-not-in-dev: the /dev of this root has no /dev/ttyS7; unless something fills /dev when the machine runs, the terminal cannot be opened
console::askfirst:/bin/sh
::once:/bin/sh
`,
    { dialect: "busybox", root: rooted(node("tty1"), node("ttyS0")) },
  );
  checkMarked(
    `
7:2345:respawn:/sbin/getty 9600 ttyS7
#                               ^^^^^ terminal-not-in-dev
`,
    { root: rooted(node("tty1")) },
  );
});

test.each([
  ["/dev is not there", []],
  ["/dev has the console only", [node("console"), node("null"), node("tty")]],
  ["the nodes were unpacked as files", [{ path: "dev/tty1" }]],
  ["devtmpfs is in fstab", [node("tty1"), { path: "etc/fstab", text: "devtmpfs /dev devtmpfs\n" }]],
  ["udev is installed", [node("tty1"), { path: "sbin/udevd" }]],
  ["a script calls mdev", [node("tty1"), { path: "etc/init.d/rcS", text: "mdev -s\n" }]],
] as const)("nothing is said where %s", (_what, files: readonly ExampleFile[]) => {
  expect(firing(table, { dialect: "busybox", root: rooted(...files) })).toEqual([]);
});

test("nothing is said where the table itself fills /dev", () => {
  const text = `::sysinit:/bin/mount -t devtmpfs dev /dev\n${table}`;
  const root = rooted(node("tty1"), { path: "bin/mount" });
  expect(firing(text, { dialect: "busybox", root })).toEqual([]);
});
