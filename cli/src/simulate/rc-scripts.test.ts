import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder, runInittab, show } from "../testing/program.ts";

const systems = join(packageFolder, "../test-fixtures/systems");

/** The lines of the story from the first start of rc on, with what stands below it. */
async function check(system: string, ...args: readonly string[]): Promise<string> {
  const inittab = `${systems}/${system}/etc/inittab`;
  const { stdout } = await runInittab(["simulate", "--rc", `${systems}/${system}`, ...args, inittab]);
  const lines = (stdout.split("\n\n")[1] ?? "").split("\n");
  const isScript = (line: string) => /^ {15}\S/.test(line);
  return lines
    .filter((line, index) => isScript(line) || isScript(lines[index + 1] ?? ""))
    .map((line) => line.trim())
    .join("\n");
}

describe("--rc", () => {
  test("plays the inittab of the system where none is named", async () => {
    const root = `${systems}/openembedded`;
    const alone = await show(["simulate", "--rc", root]);
    expect(alone).toContain("/openembedded/etc/inittab, sysvinit 3.14");
    expect(alone).toBe(await show(["simulate", "--rc", root, `${root}/etc/inittab`]));
  });

  test("does not fall back to the machine's own inittab where the system has none", async () => {
    expect(await show(["simulate", "--rc", `${systems}/openembedded/etc`])).toMatch(
      /etc: is a directory without a file etc\/inittab\nexit 2$/,
    );
  });

  test("lists the scripts below each start of rc, for the change that it is", async () => {
    expect(await check("debian", "--at", "10 telinit 1")).toMatchInlineSnapshot(`
      "si starts: /etc/init.d/rcS (init waits for it)
      S01hostname.sh start
      S01mountall start
      S02hwclock.sh start
      S02networking start
      l2 starts: /etc/init.d/rc 2 (init waits for it)
      S01rsyslog start
      S02cron start
      S02nginx start
      S02ssh start
      10.01    l1 starts: /etc/init.d/rc 1 (init waits for it)
      K01cron stop
      K01nginx stop
      K01ssh stop
      K02rsyslog stop
      S01killprocs start (sends TERM to all processes, waits 5 s, sends KILL to all processes that still exist)
      S02single start"
    `);
  });

  test("lists the services below each start of OpenRC, also on the way down", async () => {
    expect(await check("alpine-openrc", "--at", "20 halt")).toMatchInlineSnapshot(`
      "/sbin/openrc sysinit starts (init waits for it)
      devfs start
      /sbin/openrc boot starts (init waits for it)
      hwclock start
      hostname start
      localmount start
      networking start
      syslog start
      /sbin/openrc default starts (init waits for it)
      crond start
      sshd start
      /sbin/openrc shutdown starts (init waits for it)
      sshd stop
      crond stop
      syslog stop
      hostname stop
      localmount stop
      hwclock stop
      devfs stop
      killprocs start
      mount-ro start"
    `);
  });

  test("follows OpenRC below sysvinit from level to level", async () => {
    const files = {
      gentoo: [
        "id:3:initdefault:",
        "si::sysinit:/sbin/openrc sysinit",
        "rc::bootwait:/sbin/openrc boot",
        "l2:2:wait:/sbin/openrc nonetwork",
        "l3:3:wait:/sbin/openrc default",
        "l6:6:wait:/sbin/openrc reboot",
        "",
      ].join("\n"),
    };
    const args = [
      "simulate",
      "--rc",
      `${systems}/alpine-openrc`,
      "--at",
      "10 telinit 2",
      "--at",
      "20 telinit 6",
    ];
    const { stdout } = await runInittab([...args, "gentoo"], { files });
    const told = stdout.split("\n").filter((line) => /^ {15}\S|starts: /.test(line));
    expect(
      told.map((line) => line.replace(/^[ \d.]+/, "").replace(/ \(.*/, "")).join("; "),
    ).toMatchInlineSnapshot(
      `"si starts: /sbin/openrc sysinit; devfs start; rc starts: /sbin/openrc boot; hwclock start; hostname start; localmount start; networking start; syslog start; l3 starts: /sbin/openrc default; crond start; sshd start; l2 starts: /sbin/openrc nonetwork; sshd stop; crond stop; l6 starts: /sbin/openrc reboot; syslog stop; localmount stop; hostname stop; hwclock stop; devfs stop; killprocs start; mount-ro start"`,
    );
  });

  test("calls Buildroot's scripts at boot and at shutdown", async () => {
    expect(await check("buildroot-busybox", "--at", "30 halt")).toMatchInlineSnapshot(`
      "/etc/init.d/rcS starts (init waits for it)
      S01syslogd start
      S40network start
      S50dropbear start
      /etc/init.d/rcK starts (init waits for it)
      S50dropbear stop
      S40network stop
      S01syslogd stop"
    `);
  });

  test("calls OpenWrt's scripts below the line of procd's own run", async () => {
    expect(await check("openwrt", "--at", "30 halt")).toMatchInlineSnapshot(`
      "the scripts /etc/rc.d/S* are called with boot (procd waits for them)
      S10boot boot
      S12log boot
      S19dropbear boot
      S19firewall boot
      S20network boot
      S50cron boot
      S95done boot
      the scripts /etc/rc.d/K* are called with shutdown (procd waits for them)
      K50dropbear shutdown
      K89log shutdown
      K90network shutdown
      K90umount shutdown"
    `);
  });

  test("says of a runlevel that is none what OpenRC says, and of rc in a system of OpenRC's nothing", async () => {
    const files = {
      inittab: "::sysinit:/sbin/openrc sysinit\n::wait:/sbin/openrc 3\n::wait:/etc/init.d/rc 3\n",
      "x/etc/runlevels/sysinit/a": "",
      "x/etc/init.d/a": "#!/sbin/openrc-run\ndepend() { need gone; }\n",
    };
    const { stdout, stderr } = await runInittab(["simulate", "--rc", "x", "inittab"], {
      files,
      prepare: (folder) => chmodSync(join(folder, "x/etc/init.d/a"), 0o755),
    });
    expect(stderr).toMatchInlineSnapshot(`
      "inittab: x: taken for OpenRC 0.63.3, because most scripts in etc/init.d are
      inittab: inittab: taken for BusyBox 1.38.0 of Alpine (not recorded), because the inittab contains \`openrc sysinit\`
      "
    `);
    expect(
      stdout
        .split("\n")
        .filter((line) => /^ {15}\S|\d {2}\/sbin|rc 3/.test(line))
        .join("\n"),
    ).toMatchInlineSnapshot(`
      "               Service 'a' needs non existent service 'gone'
                     ERROR: a needs service(s) gone
           1.00  /sbin/openrc sysinit ends
                   /sbin/openrc 3 starts (init waits for it)
                     3: not a valid runlevel
           2.00  /sbin/openrc 3 ends
                   /etc/init.d/rc 3 starts (init waits for it)
           3.00  /etc/init.d/rc 3 ends
      console openrc 3         ▓▒
      console rc 3              ▒█"
    `);
  });

  test("hands locks on from one call to the next", async () => {
    expect(await check("redhat", "--at", "10 telinit 2")).toMatchInlineSnapshot(`
      "l3 starts: /etc/rc.d/rc 3 (init waits for it)
      S10network start (locks network)
      S12syslog start (locks syslog)
      S55sshd start (locks sshd)
      S85httpd start (locks httpd)
      S90crond start (locks crond)
      S99local start
      l2 starts: /etc/rc.d/rc 2 (init waits for it)
      K15httpd stop (unlocks httpd)
      S10network: its lock file exists, so rc considers it started
      S12syslog: its lock file exists, so rc considers it started
      S55sshd: its lock file exists, so rc considers it started
      S90crond: its lock file exists, so rc considers it started
      S99local start"
    `);
  });

  test("follows an rc that hands its levels over to OpenRC, and the release that is asked for", async () => {
    const files = {
      "x/etc/inittab": "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl2:2:wait:/etc/init.d/rc 2\n",
      "x/etc/runlevels/default/a.sh": "",
      "x/etc/runlevels/sysinit/b": "",
      "x/etc/init.d/a.sh": "#!/sbin/openrc-run\n",
      "x/etc/init.d/b": "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: b\n### END INIT INFO\n",
      "x/etc/init.d/rc": "#!/bin/sh\nexec /sbin/openrc default\n",
      "x/etc/init.d/rcS": "#!/bin/sh\nexec /sbin/openrc sysinit\n",
    };
    const prepare = (folder: string) => {
      for (const name of ["a.sh", "b", "rc", "rcS"]) chmodSync(join(folder, "x/etc/init.d", name), 0o755);
    };
    const followed = async (...options: readonly string[]) => {
      const args = ["simulate", "--rc", "x", ...options, "x"];
      const { stdout, stderr } = await runInittab(args, { files, prepare });
      const told = stdout.split("\n").filter((line) => / start$/.test(line));
      return [/OpenRC [\d.]+/.exec(stderr)?.[0], ...told.map((line) => line.trim())];
    };
    expect(await followed()).toEqual(["OpenRC 0.45.2", "b start", "a.sh start"]);
    // The newer release reads no headers, and takes no names that end so.
    expect(await followed("--openrc", "0.63.3")).toEqual(["OpenRC 0.63.3"]);
    expect(await show(["simulate", "--openrc", "0.63.3", "x"], { files })).toContain(
      "--openrc goes with --rc only",
    );
  });

  test("follows the release of OpenRC that a scenario names, unless the option names another", async () => {
    const files = {
      "x/etc/inittab": "::sysinit:/sbin/openrc sysinit\n",
      "x/etc/runlevels/sysinit/a.sh": "",
      "x/etc/init.d/a.sh": "#!/sbin/openrc-run\n",
      "x/etc/init.d/b": "#!/sbin/openrc-run\n",
      "s.json": '{ "openrc": "0.45.2", "inittab": null, "until": 9 }',
      "wrong.json": '{ "openrc": "0.45", "inittab": null, "until": 9 }',
      // The scenario wins over it, as it does over what the editor is set to.
      "inittab.json": '{ "openrc": "0.63.3" }',
    };
    const prepare = (folder: string) => chmodSync(join(folder, "x/etc/init.d/a.sh"), 0o755);
    const followed = async (scenario: string, ...options: readonly string[]) => {
      const args = ["simulate", "--build", "alpine", "--rc", "x", "--scenario", scenario, ...options];
      const { stdout, stderr } = await runInittab([...args, "x"], { files, prepare });
      const told = stdout.split("\n").filter((line) => / start$/.test(line));
      return [stderr.trim().replace(/,.*/, ""), ...told.map((line) => line.trim())];
    };
    expect(await followed("s.json")).toEqual(["inittab: x: taken for OpenRC 0.45.2", "a.sh start"]);
    expect(await followed("s.json", "--openrc", "0.63.3")).toEqual(["inittab: x: taken for OpenRC 0.63.3"]);
    expect(await followed("wrong.json")).toEqual([
      'inittab: wrong.json:1:13: error: must be one of "0.63.3"',
    ]);
  });

  test("puts them into a trace, too", async () => {
    const inittab = `${systems}/debian/etc/inittab`;
    const { stdout } = await runInittab([
      "simulate",
      "--format",
      "json",
      "--rc",
      `${systems}/debian`,
      inittab,
    ]);
    const { rc } = JSON.parse(stdout) as {
      readonly rc: readonly { readonly id: string; readonly steps: readonly { readonly uri: string }[] }[];
    };
    expect(rc.map(({ id, steps }) => `${id} ${steps[0]?.uri.slice(systems.length)}`)).toEqual([
      "si /debian/etc/init.d/hostname.sh",
      "l2 /debian/etc/init.d/rsyslog",
    ]);
  });

  test("says what is in its way", async () => {
    const files = { inittab: "id:2:initdefault:\nl2:2:wait:/etc/rc 2\n", "x/etc/rc2.d/S1a": "", e: "" };
    const said = [
      await show(["simulate", "--rc", "gone", "inittab"], { files }),
      await show(["simulate", "--rc", "x/etc/rc2.d", "inittab"], { files }),
      await show(["simulate", "--rc", "x", "inittab"], { files }),
      await show(["simulate", "--rc", "x", "--format", "svg", "inittab"], { files }),
      await show(["simulate", "--rc", "x", "--dialect", "busybox", "inittab"], { files }),
    ];
    expect(said.join("\n")).toMatchInlineSnapshot(`
      "! inittab: gone: no such file or directory
      exit 2
      ! inittab: x/etc/rc2.d: there is no folder etc/rcN.d or etc/rc.d/rcN.d
      exit 2
      ! inittab: x: nothing shows whose rc this is
      exit 2
      ! inittab: --rc does not go with --format svg
      ! Try: inittab simulate --help
      exit 2
      ! inittab: x: nothing shows whose rc this is
      exit 2"
    `);
  });
});
