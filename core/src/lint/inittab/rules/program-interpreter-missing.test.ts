import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";
import { listingOf } from "../../../testing/listing.ts";
import { exampleRoot } from "../example-root.ts";

const rooted = (text: string) => ({
  dialect: "busybox" as const,
  root: listingOf([...exampleRoot, { path: "usr/bin/env" }, { path: "etc/rc", text }]),
});

test("an interpreter that is not there", () => {
  checkMarked(
    `
::sysinit:/etc/rc
#         ^^^^^^^ program-interpreter-missing: /etc/rc names /bin/bash as its interpreter, which is not in this root; the kernel cannot run the script
`,
    rooted("#! /bin/bash -e\n"),
  );
  checkMarked(
    `
::sysinit:/etc/rc
#         ^^^^^^^ program-interpreter-missing: /etc/rc names python3 as its interpreter, which is not in this root; the kernel cannot run the script
`,
    rooted("#!/usr/bin/env python3\n"),
  );
});

test("a carriage return behind the interpreter", () => {
  checkMarked(
    `
::sysinit:/etc/rc
#         ^^^^^^^ program-interpreter-missing: the first line of /etc/rc ends in a carriage return, so the kernel looks for an interpreter whose name ends in one
`,
    rooted("#!/bin/sh\r\nmount -a\r\n"),
  );
});

test.each([
  "",
  "mount -a\n",
  "#!\n",
  "#!\r\n",
  "#!/bin/sh\n",
  "#!/bin/sh -e\r\n",
  "#!/usr/bin/env sh\n",
  "\x7fELF\0",
])("%j can be run, by the C library's or the shell's own means", (text) => {
  expect(firing("::sysinit:/etc/rc\n", rooted(text))).toEqual([]);
});
