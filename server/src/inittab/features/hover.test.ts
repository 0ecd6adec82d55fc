import { expect, test } from "vitest";
import { type Hover, hoverMarkdown } from "../../features/hover.ts";
import { marked, show } from "../../testing/document.ts";
import { inEnglish } from "../../testing/english.ts";
import { hoverAt } from "./hover.ts";

function markdownOf({ parts }: Hover): string {
  return parts.map((part) => hoverMarkdown(part, inEnglish)).join("\n\n---\n\n");
}

/** What is hovered, what the line does, and the title of the topic. */
function check(text: string, settings?: unknown): string {
  const { document, offset } = marked(text, settings);
  const hover = hoverAt(document.scan, offset);
  if (hover === undefined) return "nothing";
  const [deed = "", topic = ""] = markdownOf(hover).split("\n\n---\n\n");
  return [show(document, hover.range), deed.split("\n")[0], topic.split("\n")[0]].join("\n").trim();
}

test("explains the word and says what the line does", () => {
  const texts = [
    "l$02:2:wait:/etc/init.d/rc 2\n",
    "l2:$02345:wait:/etc/init.d/rc 2\n",
    "l2:2345$0:wait:/etc/init.d/rc 2\n",
    "l2:x$0:wait:/etc/init.d/rc 2\n",
    "l2:2:wa$0it:/etc/init.d/rc 2\n",
    "l2:2:WAIT$0:/etc/init.d/rc 2\n",
    "l2:2:wait:/etc/ini$0t.d/rc 2\n",
    "l2:2:wait:/etc/init.d/rc $02\n",
    "1:2:respawn:$0+/sbin/agetty tty1\n",
    "1:2:respawn:+/sbin/agetty $0--noclear tty1\n",
    "1:2:respawn:/opt/unknown$0 x\n",
    "1:2:respwan$0:/sbin/getty tty1\n",
    "1:2$0\n",
    "l2:2:wait:/bin/a\nl2$0:3:wait:/bin/b\n",
    "id:2:initdefault:\n# x\nie:3:initdef$0ault:\n",
  ];
  expect(texts.map((text) => `${text}${check(text)}`).join("\n\n")).toMatchInlineSnapshot(`
    "l$02:2:wait:/etc/init.d/rc 2
    "l2"
    The process is started once on entering runlevel 2; init waits for it before it goes on. It runs without a shell.
    ### Field id

    l2:$02345:wait:/etc/init.d/rc 2
    "2"
    The process is started once on entering runlevel 2, 3, 4 or 5; init waits for it before it goes on. A change from one of these runlevels to another does not start it again. It runs without a shell.
    ### Runlevel 2

    l2:2345$0:wait:/etc/init.d/rc 2
    "5"
    The process is started once on entering runlevel 2, 3, 4 or 5; init waits for it before it goes on. A change from one of these runlevels to another does not start it again. It runs without a shell.
    ### Runlevel 5

    l2:x$0:wait:/etc/init.d/rc 2
    "x"
    The process is never started because the runlevels field names no runlevel that init can be in.
    ### Field runlevels

    l2:2:wa$0it:/etc/init.d/rc 2
    "wait"
    The process is started once on entering runlevel 2; init waits for it before it goes on. It runs without a shell.
    ### Action wait

    l2:2:WAIT$0:/etc/init.d/rc 2
    "WAIT"
    The process is started once on entering runlevel 2; init waits for it before it goes on. It runs without a shell.
    ### Action wait

    l2:2:wait:/etc/ini$0t.d/rc 2
    "/etc/init.d/rc"
    The process is started once on entering runlevel 2; init waits for it before it goes on. It runs without a shell.
    ### Command rc

    l2:2:wait:/etc/init.d/rc $02
    "2"
    The process is started once on entering runlevel 2; init waits for it before it goes on. It runs without a shell.
    ### Runlevel 2

    1:2:respawn:$0+/sbin/agetty tty1
    "+"
    The process is kept running in runlevel 2: init starts it again whenever it ends, and does not wait for it. It runs without a shell. The + keeps it out of utmp and wtmp.
    ### A leading + in the process field

    1:2:respawn:+/sbin/agetty $0--noclear tty1
    "--noclear"
    The process is kept running in runlevel 2: init starts it again whenever it ends, and does not wait for it. It runs without a shell. The + keeps it out of utmp and wtmp.
    \`-J, --noclear\`: Do not clear the screen before the prompt.

    1:2:respawn:/opt/unknown$0 x
    "/opt/unknown x"
    The process is kept running in runlevel 2: init starts it again whenever it ends, and does not wait for it. It runs without a shell.
    ### Field process

    1:2:respwan$0:/sbin/getty tty1
    "respwan"
    Init drops the line and logs: /etc/inittab\\[1\\]: respwan: unknown action field
    ### Field action

    1:2$0
    "2"
    Init drops the line and logs: /etc/inittab\\[1\\]: missing action field
    ### Runlevel 2

    l2:2:wait:/bin/a
    l2$0:3:wait:/bin/b
    "l2"
    Init drops the line and logs: /etc/inittab\\[2\\]: duplicate ID field "l2"
    ### Field id

    id:2:initdefault:
    # x
    ie:3:initdef$0ault:
    "initdefault"
    Init ignores the entry because the initdefault entry on line 1 comes first.
    ### Action initdefault"
  `);
});

test("speaks of the init that reads the file", () => {
  const texts = [
    ["tty1::ask$0first:-/bin/sh\n", "busybox"],
    ["tt$0y1::askfirst:-/bin/sh\n", "busybox"],
    ["tty1::askfirst$0s:-/bin/sh\n", "busybox"],
    ["x:2:whatever$0:/bin/sh\n", "unknown"],
    ["x:2$0:respawn:/bin/sh\n", "procd"],
    ["x:2:wait$0:/bin/sh\n", "procd"],
    ["x:2:wait$0:/bin/sh\n", "aix"],
  ] as const;
  const shown = texts.map(([text, dialect]) => `${dialect}: ${text}${check(text, { dialect })}`);
  expect(shown.join("\n\n")).toMatchInlineSnapshot(`
    "busybox: tty1::ask$0first:-/bin/sh
    "askfirst"
    The process is kept running on tty1: each start waits until Enter is pressed there. The leading - makes it a login program.
    ### Action askfirst (BusyBox)

    busybox: tt$0y1::askfirst:-/bin/sh
    "tty1"
    The process is kept running on tty1: each start waits until Enter is pressed there. The leading - makes it a login program.
    ### Field id, a terminal (BusyBox)

    busybox: tty1::askfirst$0s:-/bin/sh
    "askfirsts"
    Init drops the line and logs: Bad inittab entry at line 1
    ### Field action (BusyBox)

    unknown: x:2:whatever$0:/bin/sh
    "whatever"
    It is not known which init reads this file, so the entry cannot be explained.
    ### Field action

    procd: x:2$0:respawn:/bin/sh
    "2"
    Keeps running: procd starts it before the boot scripts, and again half a second after it ends. The runlevels field is ignored. It runs without a shell.
    ### Field runlevels (procd)

    procd: x:2:wait$0:/bin/sh
    "wait"
    Init drops the line and logs: Unknown init handler wait
    ### Field action (procd)

    aix: x:2:wait$0:/bin/sh
    "wait"
    Starts the process once on entering a runlevel and waits for it to end. Its runlevel is 2. It runs through a shell, with exec before it.
    ### Action wait (System V)"
  `);
});

test.each(["# comm$0ent\n", "\n$0\n", "$0"])("says nothing about %j", (text) => {
  expect(check(text)).toBe("nothing");
});

test("shows what is written, not what Markdown makes of it", () => {
  const { document, offset } = marked("1:2:re*sp_awn$0:/bin/x\n");
  const hover = hoverAt(document.scan, offset);
  expect(hover && markdownOf(hover)).toContain("re\\*sp_awn");
});

test("a program without a page is told from the table of programs", () => {
  const program = (line: string) => {
    const { document, offset } = marked(line);
    const hover = hoverAt(document.scan, offset);
    return hover === undefined
      ? "nothing"
      : (markdownOf(hover).split("\n\n---\n\n")[0]?.split("\n\n").at(-1) ?? "");
  };
  expect(program("s:2:respawn:/usr/sbin/ss$0hd -D\n")).toBe(
    "sshd: remote logins. It goes into the background by itself unless -D or -d is given.",
  );
  expect(program("w:2:respawn:nice hostapd $0-d /etc/h.conf\n")).toBe(
    "hostapd: provides a wireless network. It stays in the foreground unless -B is given.",
  );
  expect(program("d:2:respawn:/usr/bin/dbus-dae$0mon\n")).toBe(
    "dbus-daemon: passes messages between programs. With --nofork it stays in the foreground. With --fork it goes into the background.",
  );
  expect(program("m:2:wait:/sbin/mod$0probe loop\n")).toBe(
    "modprobe: loads a kernel module. It does its work and exits.",
  );
  // A program with a page, one that nobody knows, and another field.
  for (const line of [
    "1:2:respawn:/sbin/age$0tty tty1\n",
    "x:2:respawn:/opt/x$0\n",
    "s:2:res$0pawn:/usr/sbin/sshd\n",
  ])
    expect(program(line)).not.toContain("background by itself");
});

test("the page of a command that another init has is not shown", () => {
  const texts = [
    "# inittab: dialect=busybox\n::restart:/sbin/in$0it\n",
    "# inittab: dialect=solaris\np3:s1234:powerfail:/usr/sbin/shut$0down -y -i5 -g0\n",
    "# inittab: dialect=procd\n::respawn:/sbin/reb$0oot\n",
    "# inittab: dialect=sysvinit\nca::ctrlaltdel:/sbin/shut$0down -r now\n",
  ];
  const topics = texts.map((text) => check(text).split("\n").at(-1));
  expect(topics).toMatchInlineSnapshot(`
    [
      "### Field process (BusyBox)",
      "### Field process (System V)",
      "### Field process (procd)",
      "### Command shutdown",
    ]
  `);
});

test("an option, a level and a variable of a process, and the id that init adds", () => {
  const texts = [
    "~~$0:S:wait:/sbin/sulogin\n",
    "x:2:once:/sbin/telinit $03\n",
    "x:2:once:/sbin/init $0q\n",
    "x:2:once:/etc/rc.d/rc $0$RUNLEVEL\n",
    "x:2:once:sh -c 'echo $PREV$0LEVEL $HOME'\n",
    "ca::ctrlaltdel:/sbin/shutdown -$0r now\n",
    "ca::ctrlaltdel:/sbin/shutdown -t1 -$0a now\n",
  ];
  const parts = texts.map((text) => {
    const { document, offset } = marked(text.replace("\u0000", "$0"));
    const hover = hoverAt(document.scan, offset);
    const [, ...pages] = hover === undefined ? [] : markdownOf(hover).split("\n\n---\n\n");
    return [hover && show(document, hover.range), ...pages.map((page) => page.split("\n")[0])].join(" | ");
  });
  expect(parts).toMatchInlineSnapshot(`
    [
      ""~~" | ### The entry that init adds for single-user mode",
      ""3" | ### Runlevel 3",
      ""q" | ### Command init",
      ""$RUNLEVEL" | ### Variable RUNLEVEL",
      ""$PREVLEVEL" | ### Variable PREVLEVEL",
      ""-r" | \`-r\`: Reboot: runlevel 6. | ### Command shutdown",
      ""-a" | \`-a\`: Go on only if a user named in /etc/shutdown.allow, or root, is logged in on a console. | ### Command shutdown",
    ]
  `);
});
