import { expect, test } from "vitest";
import { shownFindings } from "../../../testing/script-check.ts";
import type { ExampleFile } from "../../contract.ts";

const root: readonly ExampleFile[] = [
  { path: "bin/busybox" },
  { path: "bin/sh", target: "busybox" },
  { path: "usr/bin/env", target: "/bin/busybox" },
];
const body = 'case "$1" in start|stop) ;; esac\n';

const told = (first: string, files: readonly ExampleFile[] = root, name = "svc"): string =>
  shownFindings(`${first}\n${body}`, { files, name }, "interpreter-not-in-root");

test("an interpreter that the root lacks, by its path or as env looks for it", () => {
  expect(told("#!/bin/bash -e")).toBe(
    "1:2-11 warning interpreter-not-in-root: the interpreter /bin/bash does not exist in this root file system, so the script cannot be run",
  );
  expect(told("#!/usr/bin/env python3")).toBe(
    "1:15-22 warning interpreter-not-in-root: the interpreter python3 does not exist in this root file system, so the script cannot be run",
  );
});

test.each([
  "#!/bin/sh",
  "#! /bin/sh -e",
  "#!/usr/bin/env sh",
  "#!/usr/bin/env -S sh",
  "# none",
  "#!",
  "#!/bin/sh\r",
])("nothing is said of %j", (first) => {
  expect(told(first)).toBe("");
});

test.each([
  ["a part of a root", [{ path: "etc/inittab" }]],
  ["a root that mounts /usr", [...root, { path: "etc/fstab", text: "/dev/sda2 /usr ext4 ro\n" }]],
] as const)("nothing is said in %s", (_what, files) => {
  expect(told("#!/usr/bin/perl", files)).toBe("");
});

test("what is read by the caller's shell needs no interpreter", () => {
  const files = [...root, { path: "etc/init.d/rcS", text: "for i in /etc/init.d/S??*; do :; done\n" }];
  expect(told("#!/bin/bash", files, "S10a.sh")).toBe("");
  expect(told("#!/bin/bash", files, "S10a")).not.toBe("");
});
