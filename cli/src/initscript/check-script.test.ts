import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { folderLimit } from "@inittab/core";
import { expect, test } from "vitest";
import { standardInput } from "../input.ts";
import { type RunOptions, runInittab, show } from "../testing/program.ts";
import { createScriptChecker } from "./check-script.ts";

const script = `#!/bin/sh
### BEGIN INIT INFO
# Provides:          svc
# Required-Start:    $remote_fs
# Required-Stop:     $remote_fs
# Default-Start:     2 3 4 5
# Default-Stop:      0 1 6
# Short-Description: serves
### END INIT INFO
. /lib/lsb/init-functions
case "$1" in
  start) log_daemon_msg "Starting"; start-stop-daemon --start --exec /usr/sbin/svcd; log_end_msg $? ;;
  stop) start-stop-daemon --stop --oknodo --exec /usr/sbin/svcd ;;
  restart|force-reload) $0 stop; $0 start ;;
  status) status_of_proc /usr/sbin/svcd svc ;;
  *) echo "usage: $0 {start|stop|restart|force-reload|status}"; exit 2 ;;
esac
`;

/** The same with levels that no tool takes apart. */
const joined = script.replace("2 3 4 5", "2345");

/** Checks files in an empty folder, all of them executable, and prints what the user sees. */
function check(args: string, options: RunOptions = {}): Promise<string> {
  const prepare = (folder: string): void => {
    for (const path of Object.keys(options.files ?? {})) chmodSync(join(folder, path), 0o755);
    options.prepare?.(folder);
  };
  return show(["check", ...args.split(" ")], { ...options, prepare });
}

test("a script and what is wrong with it", async () => {
  expect(await check("svc", { files: { svc: joined } })).toMatchInlineSnapshot(`
    "svc: read as an init script in Debian's manner, because it contains \`/lib/lsb/init-functions\`
    svc:6:22: error: insserv reads \`2345\` as one word, which is not a runlevel, so Default-Start does not contain 2 3 4 5 [lsb-levels-joined IT754]
      6 | # Default-Start:     2345
        |                      ^^^^
        = suggestion: Write \`2 3 4 5\`
    1 file checked: 1 error, 0 warnings
    exit 1"
  `);
  expect(
    await check("--rule lsb-levels-joined=off -q svc", { files: { svc: joined } }),
  ).toMatchInlineSnapshot(`"exit 0"`);
  expect(await check("-", { stdin: script })).toMatchInlineSnapshot(`
    "<stdin>: read as an init script in Debian's manner, because it contains \`/lib/lsb/init-functions\`
    1 file checked: 0 errors, 0 warnings
    exit 0"
  `);
  expect(await check("--family redhat svc", { files: { svc: script } })).toMatchInlineSnapshot(`
    "svc: read as an init script in Red Hat's manner, by --family
    svc:12:3: warning: start never touches /var/lock/subsys/svc: rc starts the service again at every runlevel change and never stops it [lock-missing IT800]
      12 |   start) log_daemon_msg "Starting"; start-stop-daemon --start --exec /usr/sbin/svcd; log_end…
         |   ^^^^^
         = suggestion: Touch /var/lock/subsys/svc in start and remove it in stop
    svc:12:10: warning: only Debian's /lib/lsb/init-functions defines log_daemon_msg: that of Red Hat does not, and the command is not found [function-undefined IT855]
      12 |   start) log_daemon_msg "Starting"; start-stop-daemon --start --exec /usr/sbin/svcd; log_end…
         |          ^^^^^^^^^^^^^^
    svc:12:86: warning: only Debian's /lib/lsb/init-functions defines log_end_msg: that of Red Hat does not, and the command is not found [function-undefined IT855]
      12 | …og_daemon_msg "Starting"; start-stop-daemon --start --exec /usr/sbin/svcd; log_end_msg $? ;;
         |                                                                             ^^^^^^^^^^^
    svc:15:11: warning: only Debian's /lib/lsb/init-functions defines status_of_proc: that of Red Hat does not, and the command is not found [function-undefined IT855]
      15 |   status) status_of_proc /usr/sbin/svcd svc ;;
         |           ^^^^^^^^^^^^^^
    1 file checked: 0 errors, 4 warnings
    exit 0"
  `);
  expect(await check("--family solaris svc", { files: { svc: script } })).toMatchInlineSnapshot(`
    "! inittab: --family solaris: not one of auto, redhat, debian, buildroot, openembedded, openrc, openwrt, suse, slackware, lfs, entware, slitaz, freebsd-rc, arch, solaris-rc, aix-rc
    ! Try: inittab check --help
    exit 2"
  `);
});

test("a whole system: inittab and scripts, but neither links to them nor what is none", async () => {
  const files = {
    "etc/inittab": "",
    "etc/init.d/svc": script,
    "etc/init.d/README": "read me\n",
    "etc/init.d/functions": "# no script by itself\n",
    "etc/init.d/.depend.start": "TARGETS =\n",
    "etc/init.d/svc.dpkg-old~": script,
    "etc/rc3.d/S01own": script.replace("Provides:          svc", "Provides: own"),
    "etc/hosts": "localhost\n",
    "usr/svc": script,
  };
  const prepare = (folder: string): void => {
    for (const [from, to] of [
      ["S02svc", "../init.d/svc"],
      ["S03gone", "../init.d/gone"],
      ["S04loop", "S04loop"],
      ["S05out", "../../../../x"],
    ] as const)
      symlinkSync(to, join(folder, "etc/rc3.d", from));
    symlinkSync("init.d", join(folder, "etc/init.d/loop"));
  };
  const said = await check("etc", { files, prepare });
  expect(
    said
      .split("\n")
      .filter((line) => /read as|^!|checked|exit/.test(line))
      .join("\n"),
  ).toMatchInlineSnapshot(`
    "etc/init.d/svc: read as an init script in Debian's manner, because it contains \`/lib/lsb/init-functions\`
    etc/inittab: read as sysvinit 3.14, because it holds nothing but comments
    etc/rc3.d/S01own: read as an init script in Debian's manner, because it contains \`/lib/lsb/init-functions\`
    3 files checked: 1 error, 0 warnings, 3 information
    ! inittab: etc/init.d/loop: points to init.d, which does not exist
    ! inittab: etc/rc3.d/S03gone: points to ../init.d/gone, which does not exist
    ! inittab: etc/rc3.d/S04loop: points to S04loop: the links form a loop
    ! inittab: etc/rc3.d/S05out: points to ../../../../x, outside the tree
    exit 1"
  `);
});

test("a folder of any name gives the files with a header", async () => {
  expect(
    await check("scripts", {
      files: { "scripts/svc": script, "scripts/other": "#!/bin/sh\n", "scripts/deeper/svc": script },
    }),
  ).toMatchInlineSnapshot(`
    "scripts/svc: read as an init script in Debian's manner, because it contains \`/lib/lsb/init-functions\`
    1 file checked: 0 errors, 0 warnings
    exit 0"
  `);
});

test("what can be no init script is said so", async () => {
  const files = {
    "etc/init.d/binary": new Uint8Array([127, 69, 76, 70, 0, 0, 1]),
    "etc/init.d/large": `${script}${"# x\n".repeat(2_600_000)}`,
    "etc/init.d/plain": "start nothing\n",
    "etc/init.d/openwrt": "#!/bin/sh /etc/rc.common\n",
    "etc/init.d/perl": "#!/usr/bin/perl\n",
  };
  const names = Object.keys(files);
  const prepare = (folder: string): void => {
    symlinkSync("loop", join(folder, "etc/init.d/loop"));
    mkdirSync(join(folder, "etc/init.d/folder"));
  };
  const shown = async (args: string) =>
    (await check(args, { files, prepare }))
      .split("\n")
      .filter((line) => /read as|^!|checked|exit/.test(line))
      .join("\n");
  expect(await shown("etc")).toMatchInlineSnapshot(`
    "etc/init.d/openwrt: read as an init script in OpenWrt's manner, because it contains \`/etc/rc.common\`
    etc/init.d/perl: read as an init script; not all of its shell part could be read
    etc/init.d/plain: read as an init script
    3 files checked, 2 paths not read: 0 errors, 1 warning, 1 information
    ! inittab: etc/init.d/binary: is not a script: it contains NUL bytes
    ! inittab: etc/init.d/large: is too large for an init script
    ! inittab: etc/init.d/loop: points to loop: the links form a loop
    ! inittab: etc/init.d/folder: is a directory
    exit 2"
  `);
  expect(await shown(`${names.join(" ")} etc/init.d/loop`)).toMatchInlineSnapshot(`
    "etc/init.d/plain: read as an init script
    etc/init.d/openwrt: read as an init script in OpenWrt's manner, because it contains \`/etc/rc.common\`
    etc/init.d/perl: read as an init script; not all of its shell part could be read
    3 files checked, 3 paths not read: 0 errors, 1 warning, 1 information
    ! inittab: etc/init.d/binary: is not a script: it contains NUL bytes
    ! inittab: etc/init.d/large: is too large for an init script
    ! inittab: etc/init.d/loop: too many symbolic links
    exit 2"
  `);
});

test("a folder with more entries than are looked at is named", async () => {
  const prepare = (folder: string): void => {
    mkdirSync(join(folder, "etc/rc2.d"));
    for (let index = 0; index <= folderLimit; index++)
      symlinkSync("../init.d/svc", join(folder, "etc/rc2.d", `link${index}`));
  };
  expect(await check("etc/init.d", { files: { "etc/init.d/svc": script }, prepare })).toMatchInlineSnapshot(`
    "etc/init.d/svc: read as an init script in Debian's manner, because it contains \`/lib/lsb/init-functions\`
    1 file checked: 0 errors, 0 warnings
    ! inittab: etc/rc2.d: has more than 10000 entries; the rest was not read
    exit 0"
  `);
});

test("the formats know scripts", async () => {
  const json = JSON.parse(
    (await runInittab(["check", "--format", "json", "svc"], { files: { svc: joined } })).stdout,
  );
  const { findings, ...head } = json.files[0];
  expect(head).toEqual({
    path: "svc",
    encoding: "utf-8",
    kind: "script",
    families: ["debian"],
    familyFrom: "recognition",
    because: "it contains `/lib/lsb/init-functions`",
    shellRead: true,
  });
  expect(findings.map(({ rule }: { readonly rule: string }) => rule)).toContain("lsb-levels-joined");
  const sarif = JSON.parse(
    (await runInittab(["check", "--format", "sarif", "svc"], { files: { svc: joined } })).stdout,
  );
  const [run] = sarif.runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.results.length).toBe(findings.length);
  expect(await check("--format github svc", { files: { svc: joined } })).toContain("::error file=svc,line=6");
});

test("76 scripts are checked by one process", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 76 }, (_, index) => {
      const body = Array.from(
        { length: 20 },
        (_each, at) => `f${at}() {\n  if [ -f /x/$1 ]; then a "$b" | c > /dev/null; fi\n}\n`,
      );
      return [
        `etc/init.d/svc${index}`,
        script.replaceAll("svc", `svc${index}`).replace("case ", `${body.join("")}case `),
      ];
    }),
  );
  const began = performance.now();
  const { stdout } = await runInittab(["check", "etc/init.d"], { files });
  const took = performance.now() - began;
  expect(stdout).toMatch(/^76 files checked/m);
  console.log(`76 scripts: ${Math.round(took)} ms`);
  // With other tests beside, nothing but a hang can be told; scripts/corpus measures on a machine that is free.
  expect(took).toBeLessThan(30_000);
});

test("a script is judged the same whether it or its folder is named, and nothing is passed over in silence", async () => {
  const files = {
    "etc/init.d/S01svc":
      '#!/bin/sh\n. /etc/init.d/functions\ncase "$1" in\n  start) touch /var/lock/subsys/svc ;;\nesac\n',
    "etc/init.d/plain": "svcd\n",
    "etc/init.d/rcS": "#!/bin/sh\nfor i in /etc/init.d/S??* ;do $i start; done\n",
    "etc/init.d/README": "read me\n",
    "etc/init.d/functions": "daemon() { :; }\n",
    "etc/init.d/.depend.boot": "",
    "etc/init.d/svc~": "#!/bin/sh\n",
    "etc/init.d/blank": "\n",
  };
  const ofFolder = await check("etc/init.d", { files });
  expect(ofFolder).toMatchInlineSnapshot(`
    "etc/init.d/.depend.boot: not judged: it is hidden, so that no program takes it for a script
    etc/init.d/README: not judged: it is documentation
    etc/init.d/S01svc: read as an init script in Buildroot's manner, because the system has etc/init.d/rcS
    etc/init.d/S01svc:4:3: warning: there is no branch for stop, which rc calls [action-missing IT840]
      4 |   start) touch /var/lock/subsys/svc ;;
        |   ^^^^^
    etc/init.d/blank: not judged: it is empty
    etc/init.d/functions: not judged: it is read by scripts
    etc/init.d/plain: read as an init script in Buildroot's manner, because the system has etc/init.d/rcS
    etc/init.d/plain:1:1: warning: the file does not begin with \`#!\` and an interpreter: whichever shell calls the script reads it, and a program that is not a shell cannot run it [script-first-line IT875]
      1 | svcd
        | ^^^^
        = suggestion: Insert \`#!/bin/sh\`
    etc/init.d/rcS: not judged: it calls the scripts of services, or belongs to the system itself
    etc/init.d/svc~: not judged: it is a copy
    2 files checked: 0 errors, 2 warnings
    exit 0"
  `);
  const named = await check(Object.keys(files).sort().join(" "), { files });
  expect(named).toBe(ofFolder);
});

test("a parser that could not be loaded is loaded again with the next script", async () => {
  let loads = 0;
  const checker = createScriptChecker({}, async () => {
    if (++loads === 1) throw new Error("no file descriptor is free");
    return { parse: () => undefined };
  });
  const input = { path: standardInput.shown, text: script, encoding: "utf-8" as const };
  checker.prepare();
  await expect(checker.check(input)).rejects.toThrow("no file descriptor is free");
  expect((await checker.check(input)).kind).toBe("script");
  await checker.check(input);
  expect(loads).toBe(2);
});

test("a script of 20 MB is not read, and that is said", async () => {
  const big = `${script}${": x\n".repeat(5_000_000)}`;
  expect(
    await check("svc other", { files: { svc: big, other: script.replace("svc\n", "other\n") } }),
  ).toMatchInlineSnapshot(`
    "other: read as an init script in Debian's manner, because it contains \`/lib/lsb/init-functions\`
    1 file checked, 1 path not read: 0 errors, 0 warnings
    ! inittab: svc: is too large for an init script
    exit 2"
  `);
});
