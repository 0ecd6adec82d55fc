import { documentationMarkdown } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { busybox, check } from "../../testing/completion-check.ts";
import { marked } from "../../testing/document.ts";
import { inEnglish } from "../../testing/english.ts";
import { completions } from "./completion.ts";

describe("the runlevels field", () => {
  test("offers sets with their meaning", () => {
    expect(check("1:$0\n")).toMatchInlineSnapshot(`
      """ 2345  runlevels 2, 3, 4 and 5
      "" 12345  runlevels 1, 2, 3, 4 and 5
      "" 345  runlevels 3, 4 and 5
      "" 23  runlevels 2 and 3
      "" 35  runlevels 3 and 5
      "" 2  multi-user; Debian's usual default
      "" 3  multi-user with networking, text logins
      "" 4  multi-user; graphical on Slackware, spare elsewhere
      "" 5  multi-user, graphical login
      "" 0  halt
      "" 6  reboot
      "" 1  the way to single-user mode
      "" S  single user
      "" 06  runlevels 0 and 6
      "" 0123456  runlevels 0, 1, 2, 3, 4, 5 and 6
      "" a  on demand, by telinit a
      "" b  on demand, by telinit b
      "" c  on demand, by telinit c"
    `);
  });

  test("offers one level for initdefault, and marks for ondemand", () => {
    expect(check("id:$0:initdefault:\n")).toMatchInlineSnapshot(`
      """ 2  multi-user; Debian's usual default
      "" 3  multi-user with networking, text logins
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
      "" wait  Starts the process once when one of its runlevels is entered, and waits for it to end before going on.
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
        "2  runlevel 2; 3  runlevel 3; 4  runlevel 4; 5  runlevel 5; 1  runlevel 1; S  runlevel S",
        "2  runlevel 2; 3  runlevel 3; 4  runlevel 4; 5  runlevel 5; 1  runlevel 1",
        "23  runlevels 2 and 3; 2  runlevel 2; 3  runlevel 3; 0  runlevel 0; S  runlevel S",
        "2345  runlevels 2, 3, 4 and 5; 12345  runlevels 1, 2, 3, 4 and 5; 345  runlevels 3, 4 and 5; 23  runlevels 2 and 3; 35  runlevels 3 and 5; 2  runlevel 2; 3  runlevel 3; 4  runlevel 4; 5  runlevel 5; 0  runlevel 0; 6  runlevel 6; 1  runlevel 1; 06  runlevels 0 and 6; 0123456  runlevels 0, 1, 2, 3, 4, 5 and 6",
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
      """ init:2:initdefault:  the runlevel to enter after boot
      "" cons:0123456789:respawn:/usr/sbin/getty /dev/console  a login on the console

      "" smf::sysinit:/lib/svc/bin/svc.startd >/dev/msglog 2<>/dev/msglog </dev/console  the service manager; init takes its command line from here
      "" p3:s1234:powerfail:/usr/sbin/shutdown -y -i5 -g0 >/dev/msglog 2<>/dev/msglog  the power fails

      "" init:3:initdefault:  the runlevel to enter after boot
      "" cons:123456:respawn:/usr/sbin/getty console console  a login on the console

      "" is:2:initdefault:  the runlevel to enter after boot
      "" bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1  what is run once at boot
      "" co:23:respawn:/etc/getty console co_9600  a login on the console

      "" is:2:initdefault:  the runlevel to enter after boot

      "" is:3:initdefault:  the runlevel to enter after boot

      "" is:2:initdefault:  the runlevel to enter after boot
      "" bc::bootwait:/etc/brc </dev/console >/dev/console 2>&1  what is run once at boot
      "" co:2:respawn:/etc/getty console  a login on the console

      "" ::sysinit:/etc/init.d/rcS S boot  the start scripts of /etc/rc.d
      "" ::shutdown:/etc/init.d/rcS K shutdown  the stop scripts of /etc/rc.d
      "" ::askconsole:/bin/ash --login  a shell on the kernel's console, after Enter is pressed
      "" tty1::askfirst:/bin/ash --login  a shell on a virtual console, after Enter is pressed
      "" ttyS0::askfirst:/bin/ash --login  a shell on a serial line, after Enter is pressed"
    `);
    expect(check("bc:2:wait:/etc/rc2\n$0", { dialect: "irix" }, { snippets: false })).not.toContain("bc:");
  });
});

test("replaces only on the line of the cursor", () => {
  expect(check("tty1::re\\\n$0sp:/bin/x\n", busybox, undefined, 1)).toMatchInlineSnapshot(
    `""sp" respawn  Keeps running: init starts it after the once entries, and again one second after it ends."`,
  );
  expect(check("1:2:respawn:/sbin/ag$0\r\n", undefined, undefined, 1)).toMatchInlineSnapshot(
    `""/sbin/ag" /sbin/agetty --noclear 38400 tty1 linux  The getty of util-linux: opens a terminal, asks for a login name and starts /bin/login."`,
  );
});
