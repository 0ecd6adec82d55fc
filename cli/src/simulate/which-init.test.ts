import { describe, expect, test } from "vitest";
import { runInittab } from "../testing/program.ts";

const table = `::sysinit:/etc/init.d/rcS
::respawn:/sbin/getty -L console 0 vt100
tty2::askfirst:-/bin/sh
::ctrlaltdel:/sbin/reboot
::shutdown:/bin/umount -a -r
`;

describe("which init it is", () => {
  const sysvinit = "id:2:initdefault:\n1:2:respawn:/sbin/getty tty1\n";
  const title = async (args: readonly string[], files: Readonly<Record<string, string>> = {}) => {
    const { stdout, stderr, exitCode } = await runInittab(["simulate", ...args], {
      files: { inittab: table, sysvinit, ...files },
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
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "inittab: --at '3 telinit 2': BusyBox init has no runlevels and no telinit 2
      inittab: --at '3 enter': enter is none of telinit, signal, kill, console, write 2
      inittab: --init 3.06 is a release of sysvinit, and this is BusyBox 2
      inittab: --build stock is for BusyBox, and this is sysvinit; choose with --init 2
      inittab: --build frob: not one of buildroot, openembedded, alpine, debian, stock 2
      inittab: --at '3 halt now': halt is none of telinit, signal, kill, console, write 2
      inittab: --at '3 kill': write kill ID [exit|TERM|KILL] 2
      inittab: --at '3 type': write type TERMINAL TEXT 2
      inittab: --at '3 frob': frob is none of ctrl-alt-del, halt, power-off, reboot, power-fails, reload, restart, stop, continue, enter, type, console, kill, signal, write, remove 2
      inittab: --run '/bin/a=1,term=2': term=2 is none of exit=N, ignore-term 2"
    `);
  });
});
