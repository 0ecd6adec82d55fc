import { documentationMarkdown } from "@inittab/core";
import { describe, expect, test } from "vitest";
import type { CompletionOptions } from "../../features/completion-item.ts";
import { marked, show } from "../../testing/document.ts";
import { inEnglish } from "../../testing/english.ts";
import { completions } from "./completion.ts";

function check(
  text: string,
  settings?: unknown,
  options: CompletionOptions = { snippets: true },
  most = 100,
): string {
  const { document, offset } = marked(text, settings);
  return completions(document.scan, offset, options)
    .slice(0, most)
    .map(({ label, detail, range, text: inserted, snippet }) => {
      const what = snippet || inserted !== label ? ` = ${inserted}` : "";
      return `${show(document, range)} ${inEnglish.words(label)}${what}  ${inEnglish.words(detail)}`;
    })
    .join("\n");
}

const busybox = { dialect: "busybox" };

describe("the id field", () => {
  test("offers what no other line has", () => {
    expect(
      check("1:2:respawn:/sbin/getty tty1\nl0:0:wait:/etc/rc 0\n$0:2:once:/bin/x\n"),
    ).toMatchInlineSnapshot(`
      """ 2  a login on tty2
      "" 3  a login on tty3
      "" 4  a login on tty4
      "" 5  a login on tty5
      "" 6  a login on tty6
      "" 7  a login on tty7
      "" 8  a login on tty8
      "" 9  a login on tty9
      "" S0  a login on ttyS0
      "" S1  a login on ttyS1
      "" l1  what is run on entering runlevel 1
      "" l2  what is run on entering runlevel 2
      "" l3  what is run on entering runlevel 3
      "" l4  what is run on entering runlevel 4
      "" l5  what is run on entering runlevel 5
      "" l6  what is run on entering runlevel 6
      "" id  the default runlevel
      "" si  the first thing at boot
      "" ~~  single-user mode; the one id that several records may have
      "" ca  Ctrl-Alt-Del
      "" kb  the keyboard request
      "" pf  the power fails
      "" pn  the power is about to be gone
      "" po  the power is back"
    `);
  });

  test("does not take the line's own id for one of another line, and leaves it alone", () => {
    expect(
      check("$02:2:respawn:/sbin/getty tty1\n2345:3:off:\n", undefined, undefined, 3),
    ).toMatchInlineSnapshot(`
      ""2" 1  a login on tty1
      "2" 3  a login on tty3
      "2" 4  a login on tty4"
    `);
    expect(check("2$0:2:respawn:/sbin/getty tty1\n2345:3:off:\n")).toBe("");
    expect(
      check("l$0:2:wait:/etc/rc 2\nl6:6:wait:/etc/rc 6\n", undefined, undefined, 3),
    ).toMatchInlineSnapshot(`
        ""l" l0  what is run on entering runlevel 0
        "l" l1  what is run on entering runlevel 1
        "l" l2  what is run on entering runlevel 2"
      `);
  });

  test("offers terminals to BusyBox", () => {
    expect(
      check("tty1::respawn:/sbin/getty\nt$0::askfirst:/bin/sh\n", busybox, undefined, 4),
    ).toMatchInlineSnapshot(`
      ""t" tty1  the virtual console 1
      "t" tty2  the virtual console 2
      "t" tty3  the virtual console 3
      "t" tty4  the virtual console 4"
    `);
    expect(check("$0tty1::askfirst:/bin/sh\n", busybox, undefined, 3)).toMatchInlineSnapshot(`
      ""tty1" (empty) =   init's own console
      "tty1" tty2  the virtual console 2
      "tty1" tty3  the virtual console 3"
    `);
  });
});

describe("the runlevels field", () => {
  test("offers sets with their meaning", () => {
    expect(check("1:$0\n")).toMatchInlineSnapshot(`
      """ 2345  the levels 2, 3, 4 or 5
      "" 12345  the levels 1, 2, 3, 4 or 5
      "" 345  the levels 3, 4 or 5
      "" 23  the levels 2 or 3
      "" 35  the levels 3 or 5
      "" 2  multi-user; Debian's usual default
      "" 3  multi-user with network, text logins
      "" 4  multi-user; graphical on Slackware, spare elsewhere
      "" 5  multi-user, graphical login
      "" 0  halt
      "" 6  reboot
      "" 1  the way to single-user mode
      "" S  single user
      "" 06  the levels 0 or 6
      "" 0123456  the levels 0, 1, 2, 3, 4, 5 or 6
      "" a  on demand, by telinit a
      "" b  on demand, by telinit b
      "" c  on demand, by telinit c"
    `);
  });

  test("offers one level for initdefault, and marks for ondemand", () => {
    expect(check("id:$0:initdefault:\n")).toMatchInlineSnapshot(`
      """ 2  multi-user; Debian's usual default
      "" 3  multi-user with network, text logins
      "" 4  multi-user; graphical on Slackware, spare elsewhere
      "" 5  multi-user, graphical login
      "" 1  the way to single-user mode
      "" S  single user"
    `);
    expect(check("x:2$03:ondemand:/bin/x\n")).toBe("");
    expect(check("x:$023:ondemand:/bin/x\n")).toMatchInlineSnapshot(`
      ""23" a  on demand, by telinit a
      "23" b  on demand, by telinit b
      "23" c  on demand, by telinit c"
    `);
  });

  test("offers nothing where the field means nothing", () => {
    expect(check("si:$0:sysinit:/etc/rc\n")).toBe("");
    expect(check("tty1:$0:respawn:/etc/rc\n", busybox)).toBe("");
  });
});

describe("the action field", () => {
  test("offers the actions that the init knows", () => {
    const dialects = ["sysvinit", "busybox", "procd", "aix", "unknown"];
    const labels = (dialect: string) =>
      check("1:2:$0resp:/bin/x\n", { dialect })
        .replace(/^"resp" (\w+) .*$/gm, "$1")
        .replaceAll("\n", " ");
    expect(dialects.map((dialect) => `${dialect}: ${labels(dialect)}`).join("\n")).toMatchInlineSnapshot(`
      "sysvinit: respawn wait once boot bootwait off ondemand initdefault sysinit powerwait powerfail powerokwait powerfailnow ctrlaltdel kbrequest
      busybox: respawn wait once sysinit ctrlaltdel askfirst shutdown restart
      procd: respawn sysinit askfirst shutdown askconsole askconsolelate respawnlate
      aix: respawn wait once boot bootwait off ondemand initdefault sysinit powerwait powerfail hold
      unknown: respawn wait once boot bootwait off ondemand initdefault sysinit powerwait powerfail powerokwait powerfailnow ctrlaltdel kbrequest"
    `);
    expect(check("1:2:$0\n", undefined, undefined, 3)).toMatchInlineSnapshot(`
      """ respawn  Keeps the process running: it is started on entering one of its runlevels and again whenever it ends.
      "" wait  Starts the process once when one of its runlevels is entered, and waits for its end before going on.
      "" once  Starts the process once when one of its runlevels is entered, and does not wait for it."
    `);
  });

  test("offers what begins with the letters before the cursor, and nothing that only has them", () => {
    expect(check("1:2:po$0:/bin/x\n").replace(/ {2}.*$/gm, "")).toMatchInlineSnapshot(`
      ""po" powerwait
      "po" powerfail
      "po" powerokwait
      "po" powerfailnow"
    `);
    expect(check("1:2:powerfail$0:/bin/x\n").replace(/ {2}.*$/gm, "")).toBe('"powerfail" powerfailnow');
    expect(check("1:2:rspwn$0:/bin/x\n")).toBe("");
    expect(check("1:2:res$0pawn:/bin/x\n")).toBe("");
  });

  test("documents each", () => {
    const { document, offset } = marked("1:2:$0");
    for (const { label, documentation } of completions(document.scan, offset, { snippets: true }))
      expect(documentation && documentationMarkdown(documentation, inEnglish), String(label)).toContain(
        label,
      );
  });
});

describe("the process field", () => {
  test("offers commands, those for the action first", () => {
    expect(check("ca::ctrlaltdel:$0\n", undefined, undefined, 5)).toMatchInlineSnapshot(`
      """ /sbin/shutdown -t1 -a -r now  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" /sbin/agetty --noclear 38400 tty1 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "" /etc/init.d/rcS  The script of the sysinit phase: it mounts file systems and prepares the machine.
      "" /sbin/shutdown -c mains power is back  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" /sbin/sulogin  Asks for root's password and starts a shell for repairs; Ctrl-D goes on with the boot."
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

describe("an empty line", () => {
  test("offers whole records", () => {
    expect(check("1:2345:respawn:/sbin/getty tty1\n$0")).toMatchInlineSnapshot(`
      """ id:runlevels:action:process = \${1:2}:\${2:2345}:\${3|respawn,wait,once,boot,bootwait,off,ondemand,initdefault,sysinit,powerwait,powerfail,powerokwait,powerfailnow,ctrlaltdel,kbrequest|}:\${4:process}  a new record, field by field
      "" 2:2345:respawn:/sbin/agetty --noclear 38400 tty2 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login.
      "" l2:2:wait:/etc/init.d/rc 2  The script that stops and starts the services of a runlevel.
      "" id:2:initdefault:  Names the runlevel that init enters after boot.
      "" si::sysinit:/etc/init.d/rcS  The script of the sysinit phase: it mounts file systems and prepares the machine.
      "" pf::powerwait:/etc/init.d/powerfail start  Runs the process when the power fails, and waits for its end.
      "" po::powerokwait:/sbin/shutdown -c mains power is back  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" pn::powerfailnow:/etc/init.d/powerfail now  Runs the process when the battery of the power supply is nearly empty, and waits for its end.
      "" ca::ctrlaltdel:/sbin/shutdown -t1 -a -r now  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now  Warns the users, waits until the given time, and asks init for runlevel 0, 6 or 1.
      "" ~~:S:wait:/sbin/sulogin  Asks for root's password and starts a shell for repairs; Ctrl-D goes on with the boot.
      "" si::sysinit:/sbin/openrc sysinit  Stops and starts services until exactly those of the named level run.
      "" l3:3:wait:/sbin/openrc default  Stops and starts services until exactly those of the named level run.
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

describe("the System V inits outside Linux", () => {
  test("are offered their own levels, with no word of Linux' habits", () => {
    const sets = (text: string, dialect: string) =>
      check(text, { dialect })
        .split("\n")
        .map((line) => line.replace(/^"" /, ""))
        .join("; ");
    expect([
      sets("x:$0:initdefault:\n", "solaris"),
      sets("x:$0:initdefault:\n", "aix"),
      sets("x:$0:wait:/etc/rc\n", "tru64"),
      sets("x:$0:boot:/etc/rc\n", "hp-ux"),
      sets("x:$0:ondemand:/etc/rc\n", "irix"),
      sets("x:$0:sysinit:/etc/rc\n", "irix"),
    ]).toMatchInlineSnapshot(`
      [
        "2  the level 2; 3  the level 3; 4  the level 4; 5  the level 5; 1  the level 1; S  the level S",
        "2  the level 2; 3  the level 3; 4  the level 4; 5  the level 5; 1  the level 1",
        "23  the levels 2 or 3; 2  the level 2; 3  the level 3; 0  the level 0; S  the level S",
        "2345  the levels 2, 3, 4 or 5; 12345  the levels 1, 2, 3, 4 or 5; 345  the levels 3, 4 or 5; 23  the levels 2 or 3; 35  the levels 3 or 5; 2  the level 2; 3  the level 3; 4  the level 4; 5  the level 5; 0  the level 0; 6  the level 6; 1  the level 1; 06  the levels 0 or 6; 0123456  the levels 0, 1, 2, 3, 4, 5 or 6",
        "a  on demand, by telinit a; b  on demand, by telinit b; c  on demand, by telinit c",
        "",
      ]
    `);
  });

  test("are offered lines of their own", () => {
    const lines = (dialect: string) => check("$0", { dialect }, { snippets: false });
    expect(
      ["aix", "solaris", "hp-ux", "irix", "sco", "tru64", "system-v", "procd"].map(lines).join("\n\n"),
    ).toMatchInlineSnapshot(`
      """ init:2:initdefault:  the level to enter after boot
      "" cons:0123456789:respawn:/usr/sbin/getty /dev/console  a login on the console

      "" smf::sysinit:/lib/svc/bin/svc.startd >/dev/msglog 2<>/dev/msglog </dev/console  the service manager; init takes its command line from here
      "" p3:s1234:powerfail:/usr/sbin/shutdown -y -i5 -g0 >/dev/msglog 2<>/dev/msglog  the power fails

      "" init:3:initdefault:  the level to enter after boot
      "" cons:123456:respawn:/usr/sbin/getty console console  a login on the console

      "" is:2:initdefault:  the level to enter after boot
      "" bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1  what is run once at boot
      "" co:23:respawn:/etc/getty console co_9600  a login on the console

      "" is:2:initdefault:  the level to enter after boot

      "" is:3:initdefault:  the level to enter after boot

      "" is:2:initdefault:  the level to enter after boot
      "" bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1  what is run once at boot
      "" co:2:respawn:/etc/getty console  a login on the console

      "" ::sysinit:/etc/init.d/rcS S boot  the start scripts of /etc/rc.d
      "" ::shutdown:/etc/init.d/rcS K shutdown  the stop scripts of /etc/rc.d
      "" ::askconsole:/bin/ash --login  a shell on the kernel's console, once somebody presses Enter
      "" tty1::askfirst:/bin/ash --login  a shell on a virtual console, once somebody presses Enter
      "" ttyS0::askfirst:/bin/ash --login  a shell on a serial line, once somebody presses Enter"
    `);
    expect(check("bc:2:wait:/etc/rc2\n$0", { dialect: "irix" }, { snippets: false })).not.toContain("bc:");
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

test("replaces only on the line of the cursor", () => {
  expect(check("tty1::re\\\n$0sp:/bin/x\n", busybox, undefined, 1)).toMatchInlineSnapshot(
    `""sp" respawn  Kept running: started after the once entries, and again one second after it ends."`,
  );
  expect(check("1:2:respawn:/sbin/ag$0\r\n", undefined, undefined, 1)).toMatchInlineSnapshot(
    `""/sbin/ag" /sbin/agetty --noclear 38400 tty1 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login."`,
  );
});
