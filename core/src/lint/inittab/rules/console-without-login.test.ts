import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

const serial = { machine: { profile: "vm", console: "ttyS0,115200" } } as const;

test("logins on all but the kernel's console", () => {
  checkMarked(
    `
::sysinit:/etc/init.d/rcS
tty1::askfirst:-/bin/sh
#               ^^^^^^^ console-without-login: the kernel's console is ttyS0, and no entry offers a login there
tty2::askfirst:-/bin/sh
`.replace("#               ^^^^^^^", "#              ^^^^^^^^"),
    { dialect: "busybox", ...serial },
  );
  expect(firing("1:2345:respawn:/sbin/getty 38400 tty1\n", serial)).toEqual(["console-without-login"]);
});

test.each([
  ["the terminal itself", "ttyS0::respawn:/sbin/getty -L ttyS0 115200\n"],
  ["the console", "console::askfirst:/bin/sh\n"],
  ["no terminal, which is the console", "::askfirst:/bin/sh\n"],
  ["no login at all", "::respawn:/sbin/syslogd -n\n"],
])("nothing is said with %s", (_what, line) => {
  const others = line.includes("syslogd") ? "" : "tty1::askfirst:/bin/sh\n";
  expect(firing(others + line, { dialect: "busybox", ...serial })).toEqual([]);
});

test("nothing is said where a login may be on the console, and where nobody has said what it is", () => {
  expect(firing("1:2345:respawn:/sbin/getty 38400 tty1\n2:2345:respawn:/sbin/sulogin\n", serial)).toEqual([]);
  expect(
    firing("1:2345:respawn:/sbin/getty 38400 tty1\n", { machine: { profile: "board-serial" } }),
  ).not.toContain("console-without-login");
  const shown = { machine: { profile: "pc", console: "tty0" } } as const;
  expect(firing("1:2345:respawn:/sbin/getty 38400 tty1\n", shown)).toEqual([]);
});
