import { describe, expect, test } from "vitest";
import type { CompletionOptions } from "../../features/completion-item.ts";
import { busybox, check } from "../../testing/completion-check.ts";

describe("the process field", () => {
  test("offers commands, those for the action first", () => {
    expect(check("ca::ctrlaltdel:$0\n", undefined, undefined, 5)).toMatchInlineSnapshot(`
      """ /sbin/shutdown -t1 -a -r now  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" /sbin/agetty --noclear 38400 tty1 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "" /etc/init.d/rcS  The script of the sysinit phase: it mounts file systems and prepares the machine.
      "" /sbin/shutdown -c mains power is back  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" /sbin/sulogin  Asks for root's password and starts a shell for repairs; Ctrl-D continues the boot."
    `);
    expect(check("2:23:respawn:/s$0bin\n", undefined, undefined, 5)).toMatchInlineSnapshot(`
      ""/s" /sbin/agetty --noclear 38400 tty2 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "/s" /sbin/getty --noclear 38400 tty2  Opens a terminal, asks for a login name and starts login.
      "/s" /sbin/mingetty --noclear tty2  A small getty for virtual consoles; it is not made for serial lines.
      "/s" /sbin/getty -L ttyS0 9600 vt100  Opens a terminal, asks for a login name and starts login.
      "/s" /sbin/agetty -L 115200 ttyS0 vt102  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login."
    `);
    expect(check("S1:23:respawn:+$0\n", undefined, undefined, 5)).toMatchInlineSnapshot(`
      """ /sbin/getty -L ttyS1 9600 vt100  Opens a terminal, asks for a login name and starts login.
      "" /sbin/agetty -L 115200 ttyS1 vt102  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "" /sbin/mgetty -x0 -s 57600 ttyS1  A getty for modems and fax: it prepares the modem, waits for a call and answers it.
      "" /sbin/agetty --noclear 38400 tty1 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "" /sbin/getty --noclear 38400 tty1  Opens a terminal, asks for a login name and starts login."
    `);
    expect(check("ttyS1::respawn:$0\n", busybox, undefined, 3)).toMatchInlineSnapshot(`
      """ /sbin/getty -L 115200 ttyS1 vt100  Opens a terminal, asks for a login name and starts /bin/login.
      "" /sbin/getty 38400 tty1  Opens a terminal, asks for a login name and starts /bin/login.
      "" /sbin/getty -L console 0 vt100  Opens a terminal, asks for a login name and starts /bin/login."
    `);
  });

  const labels = (text: string, settings?: unknown, options?: CompletionOptions) =>
    check(text, settings, options).replace(/^"[^"]*" (.*?) {2}.*$/gm, "$1");

  test("offers the rc of the record's own level, and none to a record without one or with several", () => {
    expect(labels("l6:6:wait:$0\n")).toMatch(/^\/etc\/init\.d\/rc 6\n/);
    expect(labels("su:s:wait:/etc/init.d/r$0\n")).toBe("/etc/init.d/rc S\n/etc/init.d/rcS");
    expect(labels("x:35:wait:$0\n")).not.toMatch(/\brc \d/);
    expect(labels("x::wait:$0\n")).not.toMatch(/\brc \d/);
  });

  test("offers nothing where init never runs it", () => {
    for (const action of ["initdefault", "off"]) expect(check(`x:2:${action}:$0\n`)).toBe("");
    expect(check("x:2:initdefault:/sbin/$0\n")).toBe("");
  });

  test("offers nothing to a command that is whole, and behind a blank what may follow", () => {
    expect(check("l6:6:wait:/etc/init.d/rc$0\n")).toBe("");
    expect(check("l6:6:wait:/etc/init.d/rc 6$0\n")).toBe("");
    expect(labels("l6:6:wait:/etc/init.d/rc $0\n")).toBe("6");
    expect(check("1:2345:respawn:/sbin/getty 38400 tty1$0\n")).toBe("");
    expect(check("tty1::respawn:-/bin/sh$0\n", busybox)).toBe("");
    expect(check("::shutdown:/bin/umount -a$0\n", busybox)).toBe("");
    expect(labels("::shutdown:/bin/umount $0\n", busybox)).toContain("-a -r");
    expect(check("::sysinit:/bin/mkdir -p /dev$0\n", busybox)).toBe("");
    expect(check("1:2:respawn:/sbin/agetty -$0\n")).toBe("");
    expect(labels("1:2:respawn:/sbin/mingetty --noclear --no$0\n")).not.toContain("--noclear");
  });

  test("offers nothing by itself behind the colon, where a line may end", () => {
    expect(check("1:2:respawn:$0\n", undefined, { snippets: true, trigger: ":" })).toBe("");
    expect(check("1:2:respawn:/$0\n", undefined, { snippets: true, trigger: "/" }, 1)).toContain(
      "/sbin/agetty",
    );
    expect(check("1:2:$0\n", undefined, { snippets: true, trigger: ":" }, 1)).toContain("respawn");
  });

  test("offers the options of the command", () => {
    expect(
      check("1:23:respawn:/sbin/mingetty --no$0 tty1\n", undefined, undefined, 4),
    ).toMatchInlineSnapshot(`
      ""--no" --noclear  --noclear
      "--no" --nonewline  --nonewline
      "--no" --noissue  --noissue
      "--no" --nohangup  --nohangup"
    `);
    expect(check("1:23:respawn:/opt/unknown $0\n")).toBe("");
  });
});

test("offers the option by which a program without a page stays in the foreground", () => {
  expect(check("s:2:respawn:/usr/sbin/sshd $0\n")).toBe('"" -D  keeps it in the foreground');
  expect(check("w:2:once:/sbin/hostapd -$0\n")).toBe("");
  expect(check("w:2:once:/sbin/hostapd $0\n")).toBe('"" -B  puts it into the background');
  expect(check("w:2:once:/sbin/modprobe $0\n")).toBe("");
  expect(check("w:2:once:/opt/unheard-of $0\n")).toBe("");
});
