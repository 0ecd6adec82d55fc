// Whole files typed into a real VS Code, from an empty one, with Enter at once and after a while: the text is what was typed.

import { expect, test } from "vitest";
import { inEveryHost } from "./scene.ts";
import { waitUntil } from "./workbench.ts";

/** What VS Code itself makes of typing, brackets and indentation and words of the file, is not what is tried here. */
const settings = {
  "editor.autoClosingBrackets": "never",
  "editor.autoClosingQuotes": "never",
  "editor.autoIndent": "none",
  "editor.inlayHints.enabled": "off",
  // All lines are in view at once.
  "editor.fontSize": 8,
  "editor.lineHeight": 11,
  "[shellscript]": { "editor.wordBasedSuggestions": "off" },
};

const sysvinit = `# /etc/inittab
id:2:initdefault:
si::sysinit:/etc/init.d/rcS
~~:S:wait:/sbin/sulogin
l0:0:wait:/etc/init.d/rc 0
l1:1:wait:/etc/init.d/rc 1
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
l6:6:wait:/etc/init.d/rc 6
z6:6:respawn:/sbin/sulogin
ca:12345:ctrlaltdel:/sbin/shutdown -r now
pf::powerwait:/etc/init.d/powerfail start
1:2345:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
T0:23:respawn:/sbin/getty -L ttyS0 9600 vt100
x:5:off:/usr/bin/foo s
y:5:once:/usr/bin/foo -`;

const busybox = `# inittab: dialect=busybox
::sysinit:/bin/mount -t proc proc /proc
::sysinit:/bin/mkdir -p /dev/pts
::sysinit:/etc/init.d/rcS
ttyS0::respawn:/bin/login
tty1::respawn:-/bin/sh
tty2::askfirst:-/bin/sh
tty3::askfirst:/bin/sh
tty4::respawn:/sbin/getty 38400 tty4
::wait:/sbin/ifup -a
::ctrlaltdel:/sbin/reboot
::restart:/sbin/init
::shutdown:/sbin/swapoff -a
::shutdown:/bin/umount -a -r`;

const debian = `#!/bin/sh
### BEGIN INIT INFO
# Provides:          mydaemon
# Required-Start:    $remote_fs $syslog
# Required-Stop:     $remote_fs $syslog
# Should-Start:      $network
# Should-Stop:
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: keeps things
### END INIT INFO
. /lib/lsb/init-functions
case "$1" in
  start)
    log_daemon_msg "Starting mydaemon"
    start-stop-daemon --start --exec /usr/sbin/mydaemon
    log_end_msg $?
    ;;
  stop)
    start-stop-daemon --stop --exec /usr/sbin/mydaemon
    ;;
esac`;

const redhat = `#!/bin/bash
#
# chkconfig: 2345 80 20
# description: keeps things
# processname: myd
# config: /etc/myd.conf
### BEGIN INIT INFO
# Provides: myd
# Required-Start: $local_fs $network $syslog
# Required-Stop: $local_fs $syslog
# Default-Stop:
### END INIT INFO
. /etc/rc.d/init.d/functions
prog=myd
start() {
    daemon $prog
    touch /var/lock/subsys/$prog
}
case "$1" in
    start) start ;;
    status) status $prog ;;
esac`;

/** How long somebody may look at the line before Enter, in milliseconds. */
const pauses = [0, 60, 400];

await inEveryHost(
  "typing",
  { port: 8800, hosts: ["desktop"], files: { ".vscode/settings.json": JSON.stringify(settings) } },
  (scene) => {
    let texts = 0;
    const newText = async (language: string) => {
      const { workbench } = scene;
      await workbench.command("File: New Untitled Text File");
      await workbench.page.locator(".tab.active", { hasText: `Untitled-${++texts}` }).waitFor();
      await workbench.command("Change Language Mode");
      await workbench.page.locator(".quick-input-widget input.input").fill(language);
      await workbench.pick(language);
      await workbench.page.locator(".statusbar-item", { hasText: language }).first().waitFor();
      await workbench.focused();
    };

    /** Types the lines, each with Enter; where a list can be open, after each of the pauses in turn. */
    const typeLines = async (text: string) => {
      const { keyboard } = scene.workbench.page;
      for (const [index, line] of text.split("\n").entries()) {
        await keyboard.type(line);
        if (/^[^ ]*:|^# [\w-]+:/.test(line))
          await new Promise((resolve) => setTimeout(resolve, pauses[index % pauses.length]));
        await keyboard.press("Enter");
      }
    };

    /** A text comes out as it was typed. */
    const isKept = async (text: string) => {
      const shown = async () => (await scene.workbench.lines()).join("\n");
      await expect.poll(shown, { timeout: 10_000 }).toBe(`${text}\n`);
    };

    test("a table for sysvinit", async () => {
      const { workbench } = scene;
      await workbench.open(scene.address("debian/etc/inittab"));
      // The server answers by now.
      await workbench.page
        .locator(".codelens-decoration", { hasText: /simulate/i })
        .first()
        .waitFor();
      await newText("Inittab");
      await typeLines(sysvinit);
      await isKept(sysvinit);
      await workbench.page.keyboard.type("l5:5:wait:/etc/init.d/");
      // A list that was looked at gives way to Enter as well.
      expect((await workbench.complete())[0]).toBe("/etc/init.d/rc 5");
      await workbench.page.keyboard.press("Enter");
      await isKept(`${sysvinit}\nl5:5:wait:/etc/init.d/`);
    });

    test("a table for BusyBox", async () => {
      await newText("Inittab");
      await typeLines(busybox);
      await isKept(busybox);
    });

    test.each([
      ["Debian", debian],
      ["Red Hat", redhat],
    ])("an init script for %s", async (_, text) => {
      const { page } = scene.workbench;
      await newText("Shell Script");
      const [header = "", rest = ""] = text.split("\n### END", 2);
      await typeLines(header);
      await page.keyboard.type("# Should-Stop: ");
      await waitUntil("facilities are offered", async () => {
        await page.keyboard.type("$");
        const network = page.locator(".suggest-widget.visible .label-name", { hasText: "$network" });
        const isOpen = await network.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
        if (!isOpen) await page.keyboard.press("Backspace");
        return isOpen;
      });
      await page.keyboard.type("network");
      await typeLines(`\n### END${rest}`);
      await isKept(`${header}\n# Should-Stop: $network\n### END${rest}`);
    });
  },
);
