import { expect, test } from "vitest";
import { show } from "../testing/program.ts";
import { writeTree } from "../testing/write-tree.ts";

const levels = ["0", "1", "2", "3", "4", "5", "6"];

/** A system of Red Hat's with a service whose stop leaves its lock. */
const system = [
  "etc/inittab",
  "  id:3:initdefault:",
  ...levels.map((level) => `  l${level}:${level}:wait:/etc/rc.d/rc ${level}`),
  "  ca::ctrlaltdel:/sbin/shutdown -r now",
  "  ~~:S:wait:/sbin/sulogin",
  "  1:2345:respawn:/sbin/mingetty tty1",
  "etc/redhat-release",
  "  CentOS release 6.10 (Final)",
  "etc/init.d -> rc.d/init.d",
  ...levels.map((level) => `etc/rc${level}.d -> rc.d/rc${level}.d`),
  "etc/rc.d/init.d/web",
  "  #!/bin/sh",
  "  # chkconfig: 3 85 15",
  '  case "$1" in',
  "  start) touch /var/lock/subsys/web ;;",
  "  stop) killall webd ;;",
  "  esac",
  ...levels.map((level) => `etc/rc.d/rc${level}.d/${level === "3" ? "S85" : "K15"}web -> ../init.d/web`),
].join("\n");

/** Verifies the root of the system and prints what the user sees. */
function check(...args: readonly string[]): Promise<string> {
  return show(["verify", ...args], { prepare: (folder) => writeTree(`${folder}/root`, system) });
}

const asked = ["--question", "path-independence", "--question", "left-behind"];

test("services of a system: the shortest two ways, and the lock at fault", async () => {
  expect(await check(...asked, "root")).toMatchInlineSnapshot(`
    "root/etc/inittab
      warning path-independence: Whether \`web\` runs in runlevel 3 depends on the way there: rc skips \`S85web\` while the lock \`web\` exists
          it runs after: boot; it does not after: telinit 1, telinit 3
      warning left-behind: \`web\` leaves the lock \`web\` behind when it is stopped, so rc does not start it again
          after: telinit 1
      252 states, 3198 steps: every way was looked at
      Every sequence of changes of runlevel: 8 states of the services
    exit 1"
  `);
  expect(await check(...asked, "--format", "md", "root")).toMatchInlineSnapshot(`
    "### root/etc/inittab

    - **warning** path-independence: Whether \`web\` runs in runlevel 3 depends on the way there: rc skips \`S85web\` while the lock \`web\` exists
      - it runs after: boot; it does not after: telinit 1, telinit 3
    - **warning** left-behind: \`web\` leaves the lock \`web\` behind when it is stopped, so rc does not start it again
      - after: telinit 1

    252 states, 3198 steps: every way was looked at

    Every sequence of changes of runlevel: 8 states of the services

    exit 1"
  `);
});

test("a table alone has no services", async () => {
  expect(await check(...asked, "root/etc/inittab")).toMatchInlineSnapshot(`
    "root/etc/inittab
      nothing found
      252 states, 3198 steps: every way was looked at
    ! inittab: root/etc/inittab: --question path-independence is about services: name the root of a system with init scripts instead of its table
    exit 0"
  `);
});
