import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";
import { listingOf } from "../../../testing/listing.ts";
import type { ExampleFile } from "../../contract.ts";
import { exampleRoot } from "../example-root.ts";

const root = listingOf([
  ...exampleRoot,
  { path: "etc/init.d/rcS", text: "#!/bin/sh\n", mode: 0o644 },
  { path: "usr/bin/daemon", target: "../../etc/init.d/rcS" },
  { path: "usr/bin/other", mode: 0o701 },
]);

test("a file without the bit, a link to one, and a folder", () => {
  checkMarked(
    `
::sysinit:/etc/init.d/rcS
#         ^^^^^^^^^^^^^^^ program-not-executable: /etc/init.d/rcS has the permissions 644, so nobody can run it: the process fails
::respawn:/usr/bin/daemon -n
#         ^^^^^^^^^^^^^^^ program-not-executable: /usr/bin/daemon has the permissions 644, so nobody can run it: the process fails each time init starts it
::once:/etc/init.d
#      ^^^^^^^^^^^ program-not-executable: /etc/init.d is not a file in this root, so nobody can run it
::once:/usr/bin/other
`,
    { dialect: "busybox", root },
  );
});

test("a shell need not be allowed to run what it reads", () => {
  expect(firing("::sysinit:/bin/sh /etc/init.d/rcS\n", { dialect: "busybox", root })).toEqual([]);
});

test("nothing is said where permissions were not kept, or nobody knows them", () => {
  const files: readonly ExampleFile[] = [
    { path: "bin/sh", mode: 0o644 },
    { path: "sbin/daemon", mode: 0o644 },
  ];
  expect(firing("::once:/sbin/daemon\n", { dialect: "busybox", root: listingOf(files) })).toEqual([]);
});
