import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const busybox = { dialect: "busybox" } as const;

test("init waits for a program that does not end", () => {
  checkMarked(`\
lg::sysinit:/sbin/syslogd -n
#           ^^^^^^^^^^^^^ never-ends: syslogd does not end, so init never reaches the entry on line 2
x1:45:wait:/usr/bin/xdm -nodaemon
#          ^^^^^^^^^^^^ never-ends: xdm does not end, so init never reaches the entry on line 3
c1:12345:respawn:/sbin/agetty 38400 tty1 linux
c2:4:once:/bin/a
`);
  checkMarked(`\
dm:5:wait:/usr/sbin/lightdm >/var/log/dm 2>&1
#         ^^^^^^^^^^^^^^^^^ never-ends
su:5:wait:/usr/bin/nice -n 3 /usr/bin/runsvdir /etc/service
#                            ^^^^^^^^^^^^^^^^^ never-ends
z:5:once:/bin/z
`);
});

test("what only a value, a wrapper or the program's work says", () => {
  for (const process of [
    "/usr/sbin/nginx -g 'daemon off;'",
    "/usr/sbin/httpd -D FOREGROUND",
    'su svc -c "sshd -D"',
    "/bin/sh -c 'exec /usr/sbin/sshd -D'",
    "chroot /srv /usr/sbin/sshd -D",
    "/bin/dmesg -w",
    "/usr/bin/inotifywait -qm /etc",
    "/bin/sleep inf",
  ]) {
    const text = `x:5:wait:${process}\nc1:5:respawn:/sbin/agetty 38400 tty1\n`;
    expect([process, firing(text)]).toEqual([process, ["never-ends"]]);
  }
});

test("nothing behind it in a common level", () => {
  expect(firing("c1:12345:respawn:/sbin/agetty 38400 tty1\nx1:5:wait:/usr/bin/xdm -nodaemon\n")).toEqual([]);
  expect(firing("x1:5:wait:/usr/bin/xdm -nodaemon\nc1:123:respawn:/sbin/agetty 38400 tty1\n")).toEqual([]);
});

test("programs that end, or may", () => {
  const behind = "c1:5:respawn:/sbin/agetty 38400 tty1\n";
  for (const process of [
    "/usr/bin/xdm",
    "/sbin/syslogd",
    "/usr/bin/xdm -nodaemon &",
    "/usr/sbin/gdm",
    "/bin/sh",
    "/sbin/sulogin",
    "/bin/sleep 5",
    "/usr/sbin/nginx -g 'daemon on;'",
    "/usr/sbin/nginx -t -g 'daemon off;'",
    "/bin/sh -c 'sshd -D &'",
    "/bin/dmesg -n 1",
    "/usr/bin/tail -n 3 /var/log/messages",
    "/usr/sbin/sshd $OPTIONS",
    "/usr/sbin/unheard-of -n",
  ])
    expect([
      process,
      firing(`x1:5:wait:${process}\n${behind}`).filter((rule) => rule === "never-ends"),
    ]).toEqual([process, []]);
});

test("BusyBox goes from action to action", () => {
  checkMarked(
    `\
tty1::respawn:/sbin/getty 38400 tty1
::wait:/usr/bin/tail -F /var/log/messages
#      ^^^^^^^^^^^^^ never-ends: tail does not end, so init never reaches the entry on line 1
`,
    busybox,
  );
  expect(firing("::shutdown:/bin/a\n::sysinit:/sbin/klogd -n\n", busybox)).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("::sysinit:/sbin/klogd -n\n::askfirst:/bin/sh\n", "never-ends", busybox)).toBe(
    "::respawn:/sbin/klogd -n\n::askfirst:/bin/sh\n",
  );
});

test("programs of a user's own", () => {
  const text = "a:2:wait:/opt/bin/kiosk\n1:2:respawn:/sbin/getty tty1\n";
  expect(firing(text, { programs: { kiosk: "stays" } })).toEqual(["never-ends"]);
  expect(firing(text)).toEqual([]);
});

test("with its output elsewhere, and through start-stop-daemon", () => {
  for (const process of [
    'sh -c "/usr/sbin/sshd -D >/var/log/sshd 2>&1"',
    "/usr/sbin/php-fpm -F",
    "/sbin/start-stop-daemon -S -x /usr/sbin/hostapd -- /etc/hostapd.conf",
    "/usr/bin/ncat -lk 99",
  ])
    expect([process, firing(`x:2:wait:${process}\ny:2:once:/bin/b\n`)]).toEqual([process, ["never-ends"]]);
});
