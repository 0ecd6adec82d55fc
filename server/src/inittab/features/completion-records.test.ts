import { describe, expect, test } from "vitest";
import { busybox, check } from "../../testing/completion-check.ts";
import { marked } from "../../testing/document.ts";
import { completions } from "./completion.ts";

describe("an empty line", () => {
  test("offers whole records", () => {
    expect(check("1:2345:respawn:/sbin/getty tty1\n$0")).toMatchInlineSnapshot(`
      """ id:runlevels:action:process = \${1:2}:\${2:2345}:\${3|respawn,wait,once,boot,bootwait,off,ondemand,initdefault,sysinit,powerwait,powerfail,powerokwait,powerfailnow,ctrlaltdel,kbrequest|}:\${4:process}  a new entry, field by field
      "" 2:2345:respawn:/sbin/agetty --noclear 38400 tty2 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "" l2:2:wait:/etc/init.d/rc 2  The script that stops and starts the services of a runlevel.
      "" id:2:initdefault:  Names the runlevel that init enters after boot.
      "" si::sysinit:/etc/init.d/rcS  The script of the sysinit phase: it mounts file systems and prepares the machine.
      "" pf::powerwait:/etc/init.d/powerfail start  Runs the process when the power fails, and waits for it to end.
      "" po::powerokwait:/sbin/shutdown -c mains power is back  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" pn::powerfailnow:/etc/init.d/powerfail now  Runs the process when the battery of the power supply is nearly empty, and waits for it to end.
      "" ca::ctrlaltdel:/sbin/shutdown -t1 -a -r now  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" ~~:S:wait:/sbin/sulogin  Asks for root's password and starts a shell for repairs; Ctrl-D continues the boot.
      "" si::sysinit:/sbin/openrc sysinit  Stops and starts services until exactly those of the named runlevel are running.
      "" l3:3:wait:/sbin/openrc default  Stops and starts services until exactly those of the named runlevel are running.
      "" 2:2345:respawn:/sbin/getty --noclear 38400 tty2  Opens a terminal, asks for a login name and starts login.
      "" S0:23:respawn:/sbin/getty -L ttyS0 9600 vt100  Opens a terminal, asks for a login name and starts login.
      "" S0:2345:respawn:/sbin/agetty -L 115200 ttyS0 vt102  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "" 2:2345:respawn:/sbin/mingetty --noclear tty2  A small getty for virtual consoles; it is not made for serial lines.
      "" 2:2345:respawn:/bin/login -f operator </dev/tty2 >/dev/tty2 2>&1  Checks a password and starts the user's shell.
      "" 8:2345:respawn:/usr/bin/openvt -e -c 8 -- /usr/bin/top  Runs a command on another virtual console."
    `);
    expect(check("$0", busybox, { snippets: false }, 4)).toMatchInlineSnapshot(`
      """ ::sysinit:/etc/init.d/rcS  the start scripts, as Buildroot has them
      "" tty1::respawn:/sbin/getty 38400 tty1  a login on a virtual console
      "" ttyS0::respawn:/sbin/getty -L 115200 ttyS0 vt100  a login on a serial line
      "" console::respawn:/sbin/getty -L console 0 vt100  a login on the kernel's console, as Buildroot has it"
    `);
  });

  test("offers whole tables where the file is empty as well, to a client that fills in places", () => {
    const tables = (text: string, settings: unknown, snippets = true) => {
      const { document, offset } = marked(text, settings);
      return completions(document.scan, offset, { snippets })
        .filter(({ text: inserted }) => inserted.includes("\n"))
        .map(({ label }) => label);
    };
    expect(tables("$0", busybox)).toEqual([
      "BusyBox init, as Buildroot has it",
      "BusyBox init, as Alpine has it",
    ]);
    expect(tables("\n\t$0\n", { dialect: "auto" })).toMatchInlineSnapshot(`
      [
        "sysvinit",
        "BusyBox init, as Buildroot has it",
        "BusyBox init, as Alpine has it",
        "OpenWrt procd",
        "toybox init",
        "AIX",
        "Solaris and illumos",
        "HP-UX",
        "IRIX",
        "SCO OpenServer",
        "Tru64",
        "Another System V",
      ]
    `);
    expect(tables("$0", busybox, false)).toEqual([]);
    expect(tables("# Mine.\n$0", busybox)).toEqual([]);
    expect(tables("b$0", busybox)).toEqual([]);
  });

  test.each(["", "\n$0\n", "id:3:initdefault:\r\n$0\r\nx", "\t$0\n"])("is empty in %j", (text) => {
    const first = check(text.includes("$0") ? text : `${text}$0`, undefined, undefined, 1);
    expect(first).toMatch(/id:runlevels:action:process/);
  });
});

describe("a comment", () => {
  test("offers dialects to be named", () => {
    expect(check("# inittab: dialect=$0\n", {}, undefined, 3)).toMatchInlineSnapshot(`
      """ sysvinit  sysvinit
      "" busybox  BusyBox init
      "" procd  OpenWrt procd"
    `);
    expect(check("# dialect=$0\n")).toBe("");
  });

  test("offers rules to be silenced", () => {
    expect(check("# inittab-disable-next-line duplicate-id dup$0\n", undefined, undefined, 200)).toContain(
      '"dup" duplicate-id ',
    );
    expect(check("# anything $0\n")).toBe("");
  });
});
