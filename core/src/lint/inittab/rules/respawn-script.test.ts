import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("an init script, rc and rcS", () => {
  checkMarked(`\
a:2345:respawn:/etc/init.d/foo start
#              ^^^^^^^^^^^^^^^ respawn-script: \`/etc/init.d/foo\` starts services and ends, so init starts it again and disables \`a\` for 5 minutes after every 10 starts
b:2345:respawn:/etc/rc.d/init.d/bar restart >/dev/null 2>&1
#              ^^^^^^^^^^^^^^^^^^^^ respawn-script
c:3:respawn:/etc/rc.d/rc 3
#           ^^^^^^^^^^^^ respawn-script
d:3:respawn:/sbin/service httpd start
#           ^^^^^^^^^^^^^ respawn-script
`);
  checkMarked("::respawn:/etc/init.d/rcS\n#         ^^^^^^^^^^^^^^^ respawn-script\n", {
    dialect: "busybox",
  });
});

test("the same called through a shell, or without its folder", () => {
  checkMarked(`\
a:3:respawn:/bin/sh /etc/init.d/foo start
#                   ^^^^^^^^^^^^^^^ respawn-script
b:3:respawn:su - svc -c "/etc/init.d/foo start"
#                        ^^^^^^^^^^^^^^^ respawn-script
c:3:respawn:service httpd start
#           ^^^^^^^ respawn-script
`);
});

test("what may stay", () => {
  for (const process of [
    "/etc/rc.d/rc.4",
    "/etc/init.d/foo run",
    "/etc/init.d/foo",
    "/opt/app/start",
    "/opt/bin/service start",
    "/sbin/service httpd status",
    "/etc/X11/prefdm -nodaemon",
    "/bin/sh -c '/etc/init.d/foo start; exec /bin/app'",
  ])
    expect([process, firing(`x:5:respawn:${process}\n`)]).toEqual([process, []]);
  expect(firing("x:5:once:/etc/init.d/foo start\ny:3:wait:/etc/rc.d/rc 3\n")).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("x:5:respawn:/etc/init.d/foo start\n", "respawn-script")).toBe(
    "x:5:once:/etc/init.d/foo start\n",
  );
});
