import { describe, expect, test } from "vitest";
import { runInittab, show } from "./testing/program.ts";
import { writeTree } from "./testing/write-tree.ts";

/** Follows rc through a tree and prints what the user sees. */
function check(tree: string, args: string): Promise<string> {
  return show(["rc", ...args.split(" "), "root"], {
    prepare: (folder) => writeTree(`${folder}/root`, tree),
  });
}

const script = (name: string, ...lines: readonly string[]): string =>
  [`etc/rc.d/init.d/${name}`, "#!/bin/sh", ...lines].join("\n  ");

const keeps = (name: string): string =>
  script(
    name,
    'case "$1" in',
    `start) touch /var/lock/subsys/${name} ;;`,
    `stop) rm -f /var/lock/subsys/${name} ;;`,
    "esac",
  );

const redhat = [
  "etc/init.d -> rc.d/init.d",
  ...["0", "2", "3", "5"].map((level) => `etc/rc${level}.d -> rc.d/rc${level}.d`),
  keeps("db"),
  keeps("web"),
  "etc/rc.d/init.d/loud",
  "  echo I never lock anything",
  "etc/rc.d/init.d/halt",
  "  exec halt",
  "etc/rc.d/init.d/killall",
  "  for lock in /var/lock/subsys/*; do :; done",
  "etc/rc.d/rc0.d/K15web -> ../init.d/web",
  "etc/rc.d/rc0.d/K20loud -> ../init.d/loud",
  "etc/rc.d/rc0.d/S00killall -> ../init.d/killall",
  "etc/rc.d/rc0.d/S01halt -> ../init.d/halt",
  "etc/rc.d/rc0.d/S99late -> ../init.d/loud",
  "etc/rc.d/rc3.d/S20db -> ../init.d/db",
  "etc/rc.d/rc3.d/S30loud -> ../init.d/loud",
  "etc/rc.d/rc5.d/S20db -> ../init.d/db",
  "etc/rc.d/rc5.d/S30loud -> ../init.d/loud",
  "etc/rc.d/rc5.d/S85web -> ../init.d/web",
  "etc/rc.d/rc2.d/",
].join("\n");

describe("Red Hat", () => {
  test("from boot to the end", async () => {
    expect(await check(redhat, "--to 3 --to 5 --to 0")).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S20db    start  locks db
        rc3.d/S30loud  start
        locks afterwards: db

      from 3 to 5
        S20db          -      its lock file exists, so rc considers it started
        rc5.d/S30loud  start
        rc5.d/S85web   start  locks web
        locks afterwards: db web

      from 5 to 0
        rc0.d/K15web      stop   unlocks web
        K20loud           -      it has no lock file, so rc does not stop it
        rc0.d/S00killall  start
          init.d/db       stop   unlocks db
        rc0.d/S01halt     start  halts the machine
        S99late           -      halt or reboot has replaced rc
        locks afterwards: none
      ! inittab: root: taken for Red Hat Enterprise Linux 6 (initscripts 9.03), flavor el6, because it has etc/rc.d
      exit 0"
    `);
  });
  test("a level without work, and one without folder", async () => {
    expect(await check(redhat, "--to 2 --to 4")).toMatchInlineSnapshot(`
      "boot to 2
        rc finds nothing to do
        locks afterwards: none

      from 2 to 4
        there is no folder rc4.d, so rc does nothing
        locks afterwards: none
      ! inittab: root: taken for Red Hat Enterprise Linux 6 (initscripts 9.03), flavor el6, because it has etc/rc.d
      exit 0"
    `);
  });
  test("locks: those given, those of the tree, none at boot", async () => {
    expect(await check(redhat, "--from 5 --to 0 --locks web,orphan")).toMatchInlineSnapshot(`
      "from 5 to 0
        rc0.d/K15web      stop     unlocks web
        K20loud           -        it has no lock file, so rc does not stop it
        rc0.d/S00killall  start
          lock orphan     deleted  no script has the name of this lock
        rc0.d/S01halt     start    halts the machine
        S99late           -        halt or reboot has replaced rc
        locks afterwards: none
      ! inittab: root: taken for Red Hat Enterprise Linux 6 (initscripts 9.03), flavor el6, because it has etc/rc.d
      exit 0"
    `);
    const locked = `${redhat}\nvar/lock/subsys/db\nvar/lock/subsys/web`;
    expect(await check(locked, "--from 3 --to 5")).toMatchInlineSnapshot(`
      "from 3 to 5
        S20db          -      its lock file exists, so rc considers it started
        rc5.d/S30loud  start
        S85web         -      its lock file exists, so rc considers it started
        locks afterwards: db web
      ! inittab: root: taken for Red Hat Enterprise Linux 6 (initscripts 9.03), flavor el6, because it has etc/rc.d
      exit 0"
    `);
    expect(await check(locked, "--to 3")).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S20db    start  locks db
        rc3.d/S30loud  start
        locks afterwards: db
      ! inittab: root: taken for Red Hat Enterprise Linux 6 (initscripts 9.03), flavor el6, because it has etc/rc.d
      ! inittab: root: the locks in the tree are left out (db web): booting removes them
      exit 0"
    `);
  });
  test("what a script does is what the shell would run, as far as that can be told", async () => {
    const tree = [
      script(
        "plain",
        "name=plain lock=/var/lock/subsys/$name",
        "start() { touch $lock; }",
        "stop() { rm -f $lock; }",
        'case "$1" in',
        "start) start ;;",
        "stop) stop ;;",
        "esac",
      ),
      script("odd", 'case "$1" in', 'start) eval "$LOCKER"; touch /var/lock/subsys/odd ;;', "esac"),
      "etc/rc.d/rc3.d/S10plain -> ../init.d/plain",
      "etc/rc.d/rc3.d/S20odd -> ../init.d/odd",
      "etc/rc.d/rc0.d/K20plain -> ../init.d/plain",
    ].join("\n");
    expect(await check(tree, "--to 3 --to 0")).toMatchInlineSnapshot(`
      "boot to 3
        rc3.d/S10plain  start  locks plain
        rc3.d/S20odd    start  locks odd
        locks afterwards: odd plain

      from 3 to 0
        rc0.d/K20plain  stop  unlocks plain
        locks afterwards: odd
      ! inittab: root: taken for Red Hat Enterprise Linux 6 (initscripts 9.03), flavor el6, because it has etc/rc.d
      ! inittab: root: S20odd: not everything that it may do to lock files can be seen in its text
      exit 0"
    `);
  });
  test("json", async () => {
    const { stdout } = await runInittab(["rc", "--format", "json", "--from=3", "--to=5", "--locks=db", "."], {
      prepare: (folder) => writeTree(folder, redhat),
    });
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "because": "it has etc/rc.d",
        "flavor": "el6",
        "root": ".",
        "steps": [
          {
            "calls": [
              {
                "arg": "start",
                "previous": "3",
                "runlevel": "5",
                "script": "rc5.d/S30loud",
              },
              {
                "arg": "start",
                "previous": "3",
                "runlevel": "5",
                "script": "rc5.d/S85web",
              },
            ],
            "events": [
              {
                "entry": "S20db",
                "kind": "skip",
                "reason": "locked",
                "why": "its lock file exists, so rc considers it started",
              },
              {
                "argument": "start",
                "byKillall": false,
                "exit": 0,
                "killall": false,
                "kind": "call",
                "path": "rc5.d/S30loud",
              },
              {
                "argument": "start",
                "byKillall": false,
                "effect": "locks web",
                "exit": 0,
                "killall": false,
                "kind": "call",
                "path": "rc5.d/S85web",
              },
            ],
            "exit": 0,
            "locks": [
              "db",
              "web",
            ],
            "previous": "3",
            "runlevel": "5",
            "stdout": [],
          },
        ],
      }
    `);
  });
});

describe("Debian", () => {
  const debian = [
    "etc/init.d/a",
    "etc/init.d/b",
    "etc/rcS.d/S01a -> ../init.d/a",
    "etc/rc2.d/S01b -> ../init.d/b",
    "etc/rc3.d/S01b -> ../init.d/b",
    "etc/rc0.d/K01b -> ../init.d/b",
    "etc/rc0.d/S02a -> ../init.d/a",
  ].join("\n");
  test("the boot phase is no level", async () => {
    expect(await check(debian, "--to S --to 2 --to 3 --to 0")).toMatchInlineSnapshot(`
      "boot to S
        rcS.d/S01a  start
        locks afterwards: none

      boot to 2
        rc2.d/S01b  start
        locks afterwards: none

      from 2 to 3
        rc3.d/S01b  start
        locks afterwards: none

      from 3 to 0
        rc0.d/K01b  stop
        rc0.d/S02a  stop
        locks afterwards: none
      ! inittab: root: taken for Debian 11 and 12 (sysv-rc 2.95-5 and later), flavor deb12, because it has etc/rcS.d
      exit 0"
    `);
  });
  test("the older rc looks at the links of the level before", async () => {
    expect(await check(`${debian}\netc/debian_version\n  9.13`, "--from 2 --to 3")).toMatchInlineSnapshot(`
      "from 2 to 3
        S01b  -  the links of the previous level have started it
        locks afterwards: none
      ! inittab: root: taken for Debian up to 10 (sysv-rc up to 2.95-4), flavor deb9, because etc/debian_version says 9.13
      exit 0"
    `);
  });
  test("with the files of insserv, startpar does the work", async () => {
    const files = ["boot", "start", "stop"].map((name) => `etc/init.d/.depend.${name}\n  TARGETS = b\n  b:`);
    expect(await check([debian, ...files].join("\n"), "--from 2 --to 3")).toMatchInlineSnapshot(`
      "from 2 to 3
        rc finds nothing to do
        locks afterwards: none
      ! inittab: root: taken for Debian 11 and 12 (sysv-rc 2.95-5 and later), flavor deb12, because it has etc/rcS.d
      exit 0"
    `);
  });
});

describe("bad input", () => {
  test("entries that cannot be run", async () => {
    const tree = [
      keeps("db"),
      "etc/rc.d/init.d/off 644",
      "etc/rc.d/rc3.d/S10db -> ../../../../../../../../../../../etc/passwd.no",
      "etc/rc.d/rc3.d/S20gone -> ../init.d/gone",
      "etc/rc.d/rc3.d/S30off -> ../init.d/off",
      "etc/rc.d/rc3.d/S40round -> S40round",
      "etc/rc.d/rc3.d/S50folder/",
      "etc/rc.d/rc3.d/S60db.bak -> ../init.d/db",
    ].join("\n");
    expect(await check(tree, "--to 3")).toMatchInlineSnapshot(`
      "boot to 3
        S10db            -      it points to ../../../../../../../../../../../etc/passwd.no, outside the tree
        S20gone          -      it points to ../init.d/gone, which does not exist
        S30off           -      it is not executable
        S40round         -      it points to S40round: the links form a loop
        rc3.d/S50folder  start  cannot be run
        S60db.bak        -      its name is that of a backup copy
        locks afterwards: none
        rc's complaint: /etc/rc.d/rc: line 100: /etc/rc3.d/S50folder: Is a directory
      ! inittab: root: taken for Red Hat Enterprise Linux 6 (initscripts 9.03), flavor el6, because it has etc/rc.d
      exit 1"
    `);
    expect(await check(tree, "--to 3 --flavor deb12")).toMatchInlineSnapshot(`
      "boot to 3
        S10db            -      it points to ../../../../../../../../../../../etc/passwd.no, outside the tree
        S20gone          -      it points to ../init.d/gone, which does not exist
        rc3.d/S30off     start  cannot be run
        S40round         -      it points to S40round: the links form a loop
        S50folder        -      it does not lead to a regular file
        rc3.d/S60db.bak  start  locks db
        locks afterwards: db
        rc's complaint: /etc/init.d/rc: 117: /etc/rc3.d/S30off: Permission denied
      exit 1"
    `);
  });
  test("nothing tells whose rc it is", async () => {
    expect(await check("etc/rc3.d/S01a", "--to 3")).toMatchInlineSnapshot(`
      "! inittab: root: nothing shows whose rc this is; give --flavor (el6, el5, el4, rh73, rh5, deb12, deb9, buildroot, openipc, openembedded, openembedded-busybox, lfs, openwrt)
      exit 2"
    `);
    expect(await check("etc/inittab", "--to 3")).toMatchInlineSnapshot(`
      "! inittab: root: there is no folder etc/rcN.d or etc/rc.d/rcN.d
      exit 2"
    `);
  });
  test("names cannot command the terminal", async () => {
    expect(await check(`etc/rcS.d/\netc/rc3.d/S01\u001b[31mred`, "--to 3")).not.toContain("\u001b");
  });
  test.each([
    "--to a .",
    "--to 33 .",
    "--from X --to 3 .",
    ".",
    "--to 3",
    "--to 3 . .",
    "--to 3 --flavor el9 .",
    "--to 3 no",
  ])("rc %s", async (args) => {
    const { exitCode, stderr, stdout } = await runInittab(["rc", ...args.split(" ")], {
      prepare: (folder) => writeTree(folder, redhat),
    });
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^inittab: .+/);
  });
});
