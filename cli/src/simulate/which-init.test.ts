import { describe, expect, test } from "vitest";
import { runInittab } from "../testing/program.ts";

const table = `::sysinit:/etc/init.d/rcS
::respawn:/sbin/getty -L console 0 vt100
tty2::askfirst:-/bin/sh
::ctrlaltdel:/sbin/reboot
::shutdown:/bin/umount -a -r
`;

describe("which init it is", () => {
  const procd = "::sysinit:/etc/init.d/rcS S boot\nttyS0::askconsole:/bin/ash\n";
  const sysvinit = "id:2:initdefault:\n1:2:respawn:/sbin/getty tty1\n";
  const title = async (args: readonly string[], files: Readonly<Record<string, string>> = {}) => {
    const { stdout, stderr, exitCode } = await runInittab(["simulate", ...args], {
      files: { inittab: table, sysvinit, procd, ...files },
    });
    return `${stdout.split("\n")[0]}${stderr.split("\n")[0]} ${exitCode}`;
  };
  test("is seen in the file, in the scenario, or said", async () => {
    const scenario = (more: object) => ({
      "s.json": JSON.stringify({ inittab: sysvinit, until: 5, ...more }),
    });
    expect(
      [
        await title(["inittab"]),
        await title(["sysvinit"]),
        await title(["procd"]),
        await title(["--dialect", "busybox", "sysvinit"]),
        await title(["--dialect", "sysvinit", "inittab"]),
        await title(["--scenario", "s.json"], scenario({})),
        await title(["--scenario", "s.json"], scenario({ inittab: table })),
        await title(["--scenario", "s.json"], scenario({ init: "busybox-1.35-stock" })),
        await title(["--scenario", "s.json", "inittab"], scenario({ events: [{ at: 1, console: "\n" }] })),
        await title(["--diff", "inittab", "sysvinit"]),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "inittab, BusyBox 1.38.0 of Buildroot 0
      sysvinit, sysvinit 3.14 0
      procd, procd of OpenWrt (as of August 2026) 0
      sysvinit, BusyBox 1.38.0 of Buildroot 0
      inittab, sysvinit 3.14 0
      s.json, sysvinit 3.14 0
      s.json, BusyBox 1.38.0 of Buildroot 0
      s.json, BusyBox 1.35.0 unpatched 0
      inittab, BusyBox 1.38.0 of Buildroot 0
      inittab: inittab is read as one of busybox, sysvinit as one of sysvinit; choose with --dialect 2"
    `);
  });
  test("decides what can happen", async () => {
    expect(
      [
        await title(["--at", "3 telinit 2", "inittab"]),
        await title(["--at", "3 enter", "sysvinit"]),
        await title(["--init", "3.06", "inittab"]),
        await title(["--build", "stock", "sysvinit"]),
        await title(["--build", "frob", "inittab"]),
        await title(["--at", "3 halt now", "inittab"]),
        await title(["--at", "3 kill", "inittab"]),
        await title(["--at", "3 type", "--dialect", "busybox", "inittab"]),
        await title(["--at", "3 frob", "--dialect", "busybox", "inittab"]),
        await title(["--run", "/bin/a=1,term=2", "inittab"]),
        await title(["--at", "3 telinit 2", "procd"]),
        await title(["--at", "3 reload", "--dialect", "procd", "procd"]),
        await title(["--at", "3 write x", "--dialect", "procd", "procd"]),
        await title(["--at", "3 frob", "--dialect", "procd", "procd"]),
        await title(["--at", "3 halt now", "--dialect", "procd", "procd"]),
        await title(["--init", "1.38.0", "procd"]),
        await title(["--init", "3.06", "procd"]),
        await title(["--build", "stock", "procd"]),
        await title(["--config", "FEATURE_INIT_QUIET=n", "procd"]),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "inittab: --at '3 telinit 2': BusyBox init has no runlevels and no telinit 2
      inittab: --at '3 enter': enter is not one of telinit, signal, kill, kill-service, console, write 2
      inittab: --init 3.06 is a release of sysvinit, and this is BusyBox 2
      inittab: --build stock is for BusyBox, and this is sysvinit; choose with --init 2
      inittab: --build frob: not one of buildroot, openembedded, alpine, debian, stock 2
      inittab: --at '3 halt now': halt is not one of telinit, signal, kill, kill-service, console, write 2
      inittab: --at '3 kill': write kill ID [exit|TERM|KILL] 2
      inittab: --at '3 type': write type TERMINAL TEXT 2
      inittab: --at '3 frob': frob is not one of ctrl-alt-del, halt, power-off, reboot, power-fails, reload, restart, stop, continue, enter, type, console, kill, signal, write, remove 2
      inittab: --run '/bin/a=1,term=2': term=2 is none of exit=N, ignore-term, leaves=NAME 2
      inittab: --at '3 telinit 2': procd has no runlevels and no telinit 2
      inittab: --at '3 reload': procd reads its inittab once, at boot 2
      inittab: --at '3 write x': procd reads its inittab once, at boot 2
      inittab: --at '3 frob': frob is not one of ctrl-alt-del, reboot, halt, power-off, power-fails, enter, type, kill, signal 2
      inittab: --at '3 halt now': halt takes no arguments 2
      inittab: --init 1.38.0 is not for procd, of which there is one program only 2
      inittab: --init 3.06 is not for procd, of which there is one program only 2
      inittab: --build stock is not for procd, of which there is one program only 2
      inittab: --config FEATURE_INIT_QUIET=n is not for procd, of which there is one program only 2"
    `);
  });

  test("its release and its settings are said", async () => {
    expect(
      [
        await title(["--init", "1.36.1", "inittab"]),
        await title(["--init", "busybox-1.35", "inittab"]),
        await title(["--init", "1.35.0", "--build", "buildroot", "inittab"]),
        await title(["--build", "openembedded", "inittab"]),
        await title(["--build", "alpine", "inittab"]),
        await title([
          "--config",
          "CONFIG_FEATURE_INIT_SYSLOG=n",
          "--config",
          "FEATURE_INIT_QUIET=n",
          "inittab",
        ]),
        await title(["--config", "INIT_SYSLOG=n", "--config", "CONFIG_KILL_REMOVED=n", "inittab"]),
        await title(["--build", "stock", "--config", "KILL_REMOVED=y", "--config", "SCTTY=n", "inittab"]),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "inittab, BusyBox 1.36.1 of Buildroot 0
      inittab, BusyBox 1.35.0 of Debian 0
      inittab, BusyBox 1.35.0 of Buildroot (not recorded) 0
      inittab, BusyBox 1.38.0 of OpenEmbedded 0
      inittab, BusyBox 1.38.0 of Alpine (not recorded) 0
      inittab, BusyBox 1.38.0 of Buildroot with FEATURE_INIT_SYSLOG=n, FEATURE_INIT_QUIET=n (not recorded) 0
      inittab, BusyBox 1.38.0 of Buildroot with FEATURE_KILL_REMOVED=n, FEATURE_INIT_SYSLOG=n (not recorded) 0
      inittab, BusyBox 1.38.0 unpatched with FEATURE_KILL_REMOVED=y, FEATURE_INIT_SCTTY=n (not recorded) 0"
    `);
  });
  test("the system around a table says who builds it, unless somebody does", async () => {
    const told = async (args: readonly string[], more: Readonly<Record<string, string>>) => {
      const { stdout, stderr } = await runInittab(["simulate", ...args], { files: { ...more } });
      return `${stderr}${stdout.split("\n")[0]}`;
    };
    const debian = { "d/etc/inittab": table, "d/etc/debian_version": "12.5\n" };
    const settings = { "inittab.json": '{ "busybox": { "release": "1.35.0" } }' };
    const chosen = { "inittab.json": '{ "busybox": { "preset": "stock" } }' };
    expect(
      [
        await told(["d"], debian),
        await told(["d/etc/inittab"], { ...debian, ...settings }),
        await told(["d"], { ...debian, ...chosen }),
        await told(["--build", "buildroot", "d"], debian),
        await told(["--rc", "d", "x"], { ...debian, "d/etc/rc2.d/S01a": "", x: table }),
        await told(["x"], { ...debian, x: table }),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "inittab: d/etc/inittab: taken for BusyBox 1.38.0 of Debian (not recorded), because the system has etc/debian_version
      d/etc/inittab, BusyBox 1.38.0 of Debian (not recorded)
      inittab: d/etc/inittab: taken for BusyBox 1.35.0 of Debian, because the system has etc/debian_version
      d/etc/inittab, BusyBox 1.35.0 of Debian
      d/etc/inittab, BusyBox 1.38.0 unpatched (not recorded)
      d/etc/inittab, BusyBox 1.38.0 of Buildroot
      inittab: d: taken for Debian 11 and 12 (sysv-rc 2.95-5 and later), flavor deb12, because etc/debian_version says 12.5
      inittab: x: taken for BusyBox 1.38.0 of Debian (not recorded), because the system has etc/debian_version
      x, BusyBox 1.38.0 of Debian (not recorded)
      x, BusyBox 1.38.0 of Buildroot"
    `);
  });

  test("an option of the configuration, or a release, that is none", async () => {
    const scenario = { "s.json": JSON.stringify({ inittab: sysvinit, init: "sysvinit-3.04", until: 5 }) };
    expect(
      [
        await title(["--config", "FEATURE_INIT_QUIET=y", "inittab"]),
        await title(["--config", "FEATURE_INIT_QUIET", "inittab"]),
        await title(["--config", "FEATURE_MOUNT=n", "inittab"]),
        await title(["--config", "INIT_SYSLOG=no", "inittab"]),
        await title(["--config", "FEATURE_INIT_QUIET=n", "sysvinit"]),
        await title(["--init", "1.38.0", "sysvinit"]),
        await title(["--init", "busybox-1.30", "inittab"]),
        await title(["--init", "3.04", "sysvinit"]),
        await title(["--scenario", "s.json"], scenario),
        await title(["--init", "3.11", "--scenario", "s.json"], scenario),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "inittab, BusyBox 1.38.0 of Buildroot 0
      inittab: --config FEATURE_INIT_QUIET: write NAME=y or NAME=n; the options are FEATURE_USE_INITTAB, FEATURE_KILL_REMOVED, FEATURE_INIT_SCTTY, FEATURE_INIT_SYSLOG, FEATURE_INIT_QUIET 2
      inittab: --config FEATURE_MOUNT=n: write NAME=y or NAME=n; the options are FEATURE_USE_INITTAB, FEATURE_KILL_REMOVED, FEATURE_INIT_SCTTY, FEATURE_INIT_SYSLOG, FEATURE_INIT_QUIET 2
      inittab: --config INIT_SYSLOG=no: write NAME=y or NAME=n; the options are FEATURE_USE_INITTAB, FEATURE_KILL_REMOVED, FEATURE_INIT_SCTTY, FEATURE_INIT_SYSLOG, FEATURE_INIT_QUIET 2
      inittab: --config FEATURE_INIT_QUIET=n is for BusyBox, and this is sysvinit 2
      inittab: --init 1.38.0 is a release of BusyBox, and this is sysvinit 2
      inittab: --init busybox-1.30: the known releases are busybox-1.35-buildroot, busybox-1.35-oe, busybox-1.35-alpine, busybox-1.35, busybox-1.35-stock, busybox-1.36.1, busybox-1.36.1-oe, busybox-1.36.1-alpine, busybox-1.36.1-debian, busybox-1.36.1-stock, busybox-1.37.0, busybox-1.37.0-oe, busybox-1.37.0-alpine, busybox-1.37.0-debian, busybox-1.37.0-stock, busybox-1.38.0, busybox-1.38.0-oe, busybox-1.38.0-alpine, busybox-1.38.0-debian, busybox-1.38.0-stock 2
      sysvinit, sysvinit 3.04 0
      s.json, sysvinit 3.04 0
      s.json, sysvinit 3.11 0"
    `);
  });
});
