import { expect, test } from "vitest";
import { checkScript } from "../../../testing/script-check.ts";

const svc = `#!/bin/sh
. /lib/lsb/init-functions
case "$1" in
  start) svcd ;;
esac
`;

/** Whether the file counts as one that rc skips. */
function isSkipped(text: string, name = "svc"): boolean {
  return checkScript(text, { name, mode: 0o644 }).some(({ rule }) => rule === "script-mode");
}

test("a script without its bit", () => {
  expect(isSkipped(svc)).toBe(true);
  expect(isSkipped(svc.replace("svcd", '/usr/sbin/svcd "$OPTIONS"'))).toBe(true);
});

test("what a build makes a script of gets permissions of its own", () => {
  expect(isSkipped(svc, "svc.init")).toBe(false);
  expect(isSkipped(svc, "svc.in")).toBe(false);
  expect(isSkipped(svc.replace("svcd", "@sbindir@/svcd"))).toBe(false);
  expect(isSkipped(svc.replace("svcd", "{{ daemon }}"))).toBe(false);
  expect(isSkipped(svc.replace("svcd", "<%= daemon %>"))).toBe(false);
});
