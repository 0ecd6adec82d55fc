import { expect, test } from "vitest";
import { inittabPathOf } from "./system-of.ts";

test("a script leads to the inittab of its system, and other files lead nowhere", () => {
  const paths = [
    "/home/me/root/etc/init.d/ssh",
    "/home/me/root/etc/rc.d/init.d/sshd",
    "/etc/rc2.d/S02ssh",
    "/etc/rcS.d/S02hostname",
    "/home/me/init.d/ssh",
    "/etc/init.d/sub/ssh",
    "/etc/inittab",
  ];
  expect(paths.map(inittabPathOf)).toEqual([
    "/home/me/root/etc/inittab",
    "/home/me/root/etc/inittab",
    "/etc/inittab",
    "/etc/inittab",
    undefined,
    undefined,
    undefined,
  ]);
});
