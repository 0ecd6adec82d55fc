import { execFileSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runInittab, show } from "./testing/program.ts";
import { lsbScript, writeTree } from "./testing/write-tree.ts";

/** Orders the scripts of a tree and prints what the user sees. */
function check(tree: string, args = "etc/init.d", more?: (folder: string) => void): Promise<string> {
  return show(["order", ...args.split(" ")], {
    prepare: (folder) => {
      writeTree(folder, tree);
      more?.(folder);
    },
  });
}

const web = [
  "etc/insserv.conf",
  "  $local_fs +mountall",
  lsbScript("mountall", { levels: "S", down: "" }),
  lsbScript("db", { start: "$local_fs", stop: "$local_fs" }),
  lsbScript("web", { start: "db", stop: "db", levels: "3 5" }),
  "etc/init.d/README",
].join("\n");

describe("insserv", () => {
  test("text", async () => {
    expect(await check(web)).toMatchInlineSnapshot(`
      "etc/init.d: the links of insserv 1.24.0

        rcS.d  S01mountall
        rc0.d  K01web K02db
        rc1.d  K01web K02db
        rc2.d  S01db
        rc3.d  S01db S02web
        rc4.d  S01db
        rc5.d  S01db S02web
        rc6.d  K01web K02db

      Not services, by their names or headers: README
      exit 0"
    `);
  });
  test("the same from the root of the system, and from a folder that stands alone", async () => {
    const links = (text: string) => text.split("\n").filter((line) => line.startsWith("  rc"));
    const usual = links(await check(web));
    expect(usual).toHaveLength(8);
    expect(links(await check(web, "."))).toEqual(usual);
    const alone = await check(web.replaceAll("etc/init.d", "scripts"), "scripts");
    expect(links(alone)).toEqual(usual);
    expect(alone).toContain("! inittab: scripts: there is no insserv.conf; that of Debian 12 is taken");
  });
  test("json", async () => {
    const { stdout, exitCode } = await runInittab(["order", "--format", "json", "etc/init.d"], {
      prepare: (folder) => writeTree(folder, web),
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
      {
        "depend": {
          "boot": [
            "TARGETS = mountall",
            "INTERACTIVE =",
          ],
          "start": [
            "TARGETS = db web",
            "INTERACTIVE =",
            "web: db",
          ],
          "stop": [
            "TARGETS = web db",
            "db: web",
          ],
        },
        "dependsOnOrder": false,
        "folder": "etc/init.d",
        "passedOver": [
          "README",
        ],
        "rcd": {
          "0": [
            "K01web",
            "K02db",
          ],
          "1": [
            "K01web",
            "K02db",
          ],
          "2": [
            "S01db",
          ],
          "3": [
            "S01db",
            "S02web",
          ],
          "4": [
            "S01db",
          ],
          "5": [
            "S01db",
            "S02web",
          ],
          "6": [
            "K01web",
            "K02db",
          ],
          "S": [
            "S01mountall",
          ],
        },
        "runs": [
          {
            "args": [
              "db",
              "mountall",
              "web",
            ],
            "exit": 0,
            "stderr": [],
            "stdout": [],
          },
        ],
        "tool": "insserv",
      }
    `);
  });
  test("what it refuses", async () => {
    const loop = [lsbScript("a", { start: "b" }), lsbScript("b", { start: "a" })].join("\n");
    expect(await check(`etc/insserv.conf\n${loop}`)).toMatchInlineSnapshot(`
      "etc/init.d: the links of insserv 1.24.0

        none

      It says:
        insserv: There is a loop between service a and b if started
        insserv:  loop involving service b at depth 2
        insserv:  loop involving service a at depth 1
        insserv: There is a loop between service b and a if started
        insserv: exiting now without changing boot order!
      exit 1"
    `);
    expect(await check(`etc/insserv.conf\n${lsbScript("a", { start: "gone" })}`)).toMatchInlineSnapshot(`
      "etc/init.d: the links of insserv 1.24.0

        none

      It says:
        insserv: FATAL: service gone has to be enabled to use service a
        insserv: exiting now!
      exit 1"
    `);
  });
  test("what it does all the same, if it must", async () => {
    const tree = `etc/insserv.conf\n${lsbScript("a", { start: "gone" })}`;
    expect(await check(tree, "-f etc/init.d")).toMatchInlineSnapshot(`
      "etc/init.d: the links of insserv 1.24.0

        rc0.d  K01a
        rc1.d  K01a
        rc2.d  S01a
        rc3.d  S01a
        rc4.d  S01a
        rc5.d  S01a
        rc6.d  K01a

      It says:
        insserv: FATAL: service gone has to be enabled to use service a
      exit 0"
    `);
  });
  test("links that are there win on demand", async () => {
    const tree = `${web}\netc/rc2.d/K20db -> ../init.d/db\netc/rc3.d/S20db -> ../init.d/db`;
    expect(await check(tree, "--keep-links etc/init.d")).toMatchInlineSnapshot(`
      "etc/init.d: the links of insserv 1.24.0

        rc2.d  K20db
        rc3.d  S20db

      It says:
        insserv: warning: current start runlevel(s) (3) of script \`db' overrides LSB defaults (2 3 4 5).
        insserv: warning: current stop runlevel(s) (2) of script \`db' overrides LSB defaults (0 1 6).
        insserv: FATAL: service db is missed in the runlevels 5 to use service web
        insserv: exiting now!

      Not services, by their names or headers: README
      exit 1"
    `);
  });
});

describe("chkconfig", () => {
  const script = (name: string, line: string): string =>
    `etc/init.d/${name}\n  #!/bin/sh\n  # chkconfig: ${line}\n  # description: x`;
  test("text", async () => {
    const tree = [
      script("db", "35 20 80"),
      script("web", "3 85 15"),
      script("odd", "3 x 15"),
      "etc/init.d/functions",
      "  x=1",
    ].join("\n");
    expect(await check(tree, "--tool chkconfig etc/init.d")).toMatchInlineSnapshot(`
      "etc/init.d: the links of chkconfig 1.3.49

        rc0.d  K15web K80db
        rc1.d  K15web K80db
        rc2.d  K15web K80db
        rc3.d  S20db S85web
        rc4.d  K15web K80db
        rc5.d  K15web S20db
        rc6.d  K15web K80db

      It says:
        service odd does not support chkconfig

      Not services, by their names or headers: functions
      exit 1"
    `);
  });
  test("json has no dependency files", async () => {
    const { stdout } = await runInittab(["order", "--tool=chkconfig", "--format=json", "etc/init.d"], {
      prepare: (folder) => writeTree(folder, script("db", "35 20 80")),
    });
    expect(Object.keys(JSON.parse(stdout))).toEqual([
      "folder",
      "tool",
      "runs",
      "rcd",
      "passedOver",
      "dependsOnOrder",
    ]);
  });
});

test("the graph", async () => {
  const tree = [web, lsbScript("lost", { start: "db gone", stop: "web" })].join("\n");
  expect(await check(tree, "--format dot etc/init.d")).toMatchInlineSnapshot(`
    "digraph "etc/init.d" {
      rankdir=LR;
      node [shape=box];
      "db" [label="db"];
      "gone" [label="gone", style=dashed, color=red];
      "lost" [label="lost"];
      "mountall" [label="mountall"];
      "web" [label="web"];
      "db" -> "lost";
      "db" -> "web";
      "mountall" -> "db" [style=dashed];
      "gone" -> "lost";
      "lost" -> "web" [label="stop", color=gray, constraint=false];
    }
    ! inittab: etc/init.d: insserv: FATAL: service gone has to be enabled to use service lost
    ! inittab: etc/init.d: insserv: exiting now!
    exit 1"
  `);
});

test("several folders, one of which is missing", async () => {
  const tree = `${web}\nempty/`;
  expect(await check(tree, "--format json etc/init.d nowhere empty")).toMatchInlineSnapshot(`
    "{"folder":"etc/init.d","tool":"insserv","runs":[{"args":["db","mountall","web"],"exit":0,"stderr":[],"stdout":[]}],"rcd":{"0":["K01web","K02db"],"1":["K01web","K02db"],"2":["S01db"],"3":["S01db","S02web"],"4":["S01db"],"5":["S01db","S02web"],"6":["K01web","K02db"],"S":["S01mountall"]},"depend":{"boot":["TARGETS = mountall","INTERACTIVE ="],"start":["TARGETS = db web","INTERACTIVE =","web: db"],"stop":["TARGETS = web db","db: web"]},"passedOver":["README"],"dependsOnOrder":false}
    ! inittab: nowhere: no such file or directory
    ! inittab: empty: no file of this folder can be an init script
    exit 2"
  `);
});

describe("bad input", () => {
  test("links that lead nowhere, round in a circle or outside, and what is no file", async () => {
    const tree = [
      web,
      "etc/init.d/gone -> ../nowhere/gone",
      "etc/init.d/round -> round",
      "etc/init.d/out -> ../../../../../../../../../../secret",
      "etc/init.d/absolute -> /etc/init.d/db",
      "etc/init.d/folder/",
    ].join("\n");
    const shown = await check(tree, "etc/init.d", (folder) =>
      execFileSync("mkfifo", [join(folder, "etc/init.d/fifo")]),
    );
    expect(
      shown.split("\n").filter((line) => line.startsWith("!") || line.startsWith("exit")),
    ).toMatchInlineSnapshot(`
      [
        "! inittab: etc/init.d/fifo: is not a regular file",
        "! inittab: etc/init.d/gone: points to ../nowhere/gone, which does not exist",
        "! inittab: etc/init.d/out: points to ../../../../../../../../../../secret, outside the tree",
        "! inittab: etc/init.d/round: points to round: the links form a loop",
        "exit 1",
      ]
    `);
  });
  test("nothing outside is read, whatever the links say", async () => {
    const secret = lsbScript("secret").replace("etc/init.d/secret", "secret");
    const tree = `root/etc/init.d/out -> ../../../secret\nroot/etc/insserv.conf -> ../../secret\n${secret}`;
    expect(await check(tree, "root/etc/init.d")).toMatchInlineSnapshot(`
      "! inittab: root/etc/init.d/out: points to ../../../secret, outside the tree
      ! inittab: root/etc/insserv.conf: points to ../../secret, outside the tree
      ! inittab: root/etc/init.d: no file of this folder can be an init script
      exit 2"
    `);
  });
  test("binary and very large files", async () => {
    const shown = await check(web, "etc/init.d", (folder) => {
      const script = join(folder, "etc/init.d");
      writeFileSync(join(script, "binary"), Buffer.from(Array.from({ length: 65536 }, (_, at) => at % 256)));
      writeFileSync(join(script, "large"), `#!/bin/sh\n${"# x\n".repeat(2_600_000)}`);
      for (const name of ["binary", "large"]) chmodSync(join(script, name), 0o755);
    });
    expect(shown).toMatchInlineSnapshot(`
      "etc/init.d: the links of insserv 1.24.0

        rcS.d  S01mountall
        rc0.d  K01web K02db
        rc1.d  K01web K02db
        rc2.d  S01db
        rc3.d  S01db S02web
        rc4.d  S01db
        rc5.d  S01db S02web
        rc6.d  K01web K02db

      It says:
        insserv: warning: script 'binary' missing LSB tags
        insserv: warning: script 'large' missing LSB tags
        insserv: warning: script 'binary' missing LSB tags
        insserv: Default-Start undefined, assuming empty start runlevel(s) for script \`binary'
        insserv: Default-Stop  undefined, assuming empty stop runlevel(s) for script \`binary'
        insserv: warning: script 'large' missing LSB tags
        insserv: Default-Start undefined, assuming empty start runlevel(s) for script \`large'
        insserv: Default-Stop  undefined, assuming empty stop runlevel(s) for script \`large'

      Not services, by their names or headers: README
      ! inittab: etc/init.d/binary: is not text: it contains NUL bytes
      ! inittab: etc/init.d/large: is too large; only its beginning was read
      exit 0"
    `);
  });
  test("what may not be read", async () => {
    const shown = await show(["order", "etc/init.d"], {
      ...(process.getuid?.() === 0 ? { user: 65534 } : {}),
      prepare: (folder) => {
        chmodSync(folder, 0o755);
        writeTree(folder, `${web}\netc/init.d/closed 000\netc/insserv.conf.d/\netc/insserv/overrides/`);
        for (const path of ["etc/insserv", "etc/insserv.conf.d"]) chmodSync(join(folder, path), 0);
      },
    });
    expect(
      shown.split("\n").filter((line) => line.startsWith("!") || line.startsWith("exit")),
    ).toMatchInlineSnapshot(`
      [
        "! inittab: etc/init.d/closed: permission denied",
        "! inittab: etc/insserv.conf.d: permission denied",
        "! inittab: etc/insserv/file-filters: permission denied",
        "! inittab: etc/insserv/overrides: permission denied",
        "exit 2",
      ]
    `);
  });
  test.each([
    "",
    "--tool update-rcd etc",
    "--tool chkconfig --force etc",
    "--format xml etc",
    "--nonsense etc",
    "nowhere",
    "etc/insserv.conf",
  ])("order %s", async (args) => {
    const { exitCode, stderr, stdout } = await runInittab(["order", ...args.split(" ").filter(Boolean)], {
      prepare: (folder) => writeTree(folder, web),
    });
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^inittab: .+/);
  });
});

test("a system whose links rc.common makes", async () => {
  const tree =
    "etc/openwrt_release\n  DISTRIB_ID='OpenWrt'\netc/init.d/web\n  #!/bin/sh /etc/rc.common\n  START=50\n";
  expect(await check(tree)).toMatchInlineSnapshot(`
    "etc/init.d: the links that \`enable\` of rc.common makes, in the order in which procd runs them

      boot      S50web
      shutdown  none
    exit 0"
  `);
});
