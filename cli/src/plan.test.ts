import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runInittab, show } from "./testing/program.ts";

const old = `id:2:initdefault:
l0:0:wait:/etc/init.d/rc 0
l6:6:wait:/etc/init.d/rc 6
ca:23:ctrlaltdel:/sbin/shutdown -r now
~~:S:wait:/sbin/sulogin
0:1:respawn:/sbin/getty 38400 tty9
1:23:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
`;
const fresh = `${old.replace(/^2:.*\n/m, "").replace("ca:23:", "ca:3:")}3:2:respawn:/bin/a|b [c](d)\n`;

/** What the user sees of a plan from one table to another. */
function check(...args: readonly string[]): Promise<string> {
  return show(["plan", ...args], {
    prepare: (folder) => {
      writeFileSync(join(folder, "old"), old);
      mkdirSync(join(folder, "root/etc"), { recursive: true });
      writeFileSync(join(folder, "root/etc/inittab"), fresh);
      writeFileSync(join(folder, "busybox"), "::sysinit:/etc/init.d/rcS\n::askfirst:-/bin/sh\n");
    },
  });
}

test("text", async () => {
  expect(await check("old", "root")).toMatchInlineSnapshot(`
    "old -> root/etc/inittab
      The first starts \`/sbin/getty 38400 tty2\`, the second \`/bin/a|b [c](d)\`

    telinit q in runlevel 2
      stops   old line 8  /sbin/getty 38400 tty2
      starts  new line 8  /bin/a|b [c](d)
      1 process runs on

    telinit q in runlevel 3
      stops  old line 8  /sbin/getty 38400 tty2
      1 process runs on

    telinit q in runlevel 1
      nothing changes
      1 process runs on

    the next boot
      no longer starts  old line 8  /sbin/getty 38400 tty2
      also starts       new line 8  /bin/a|b [c](d)

    signal INT
      no longer starts  old line 4  /sbin/shutdown -r now
      no longer starts  old line 3  /etc/init.d/rc 6
      before: reboot; then: the machine stays up

    Harmful: stops, stays-up
    exit 1"
  `);
});

test("Markdown, in which no process can do anything", async () => {
  expect(await check("--format", "md", "old", "root")).toMatchInlineSnapshot(`
    "### old → root/etc/inittab

    The first starts \`/sbin/getty 38400 tty2\`, the second \`/bin/a|b [c](d)\`

    **Harmful: stops, stays-up**

    #### telinit q in runlevel 2

    | What | Line | Process |
    | --- | --- | --- |
    | stops | old line 8 | /sbin/getty 38400 tty2 |
    | starts | new line 8 | /bin/a\\|b \\[c\\](d) |

    - 1 process runs on

    #### telinit q in runlevel 3

    | What | Line | Process |
    | --- | --- | --- |
    | stops | old line 8 | /sbin/getty 38400 tty2 |

    - 1 process runs on

    #### telinit q in runlevel 1

    - nothing changes
    - 1 process runs on

    #### the next boot

    | What | Line | Process |
    | --- | --- | --- |
    | no longer starts | old line 8 | /sbin/getty 38400 tty2 |
    | also starts | new line 8 | /bin/a\\|b \\[c\\](d) |

    #### signal INT

    | What | Line | Process |
    | --- | --- | --- |
    | no longer starts | old line 4 | /sbin/shutdown -r now |
    | no longer starts | old line 3 | /etc/init.d/rc 6 |

    - before: reboot; then: the machine stays up
    exit 1"
  `);
});

test("what is allowed is no reason to fail, and no change does no harm", async () => {
  expect(await check("--allow", "stops", "--allow", "stays-up", "old", "root")).toMatch(/exit 0$/);
  expect(await check("old", "old")).toMatchInlineSnapshot(`
    "old -> old
      Init reads the same list from both: nothing changes
    exit 0"
  `);
});

test("json", async () => {
  const { stdout, exitCode } = await runInittab(["plan", "--format", "json", "old", "fresh"], {
    prepare: (folder) => {
      writeFileSync(join(folder, "old"), old);
      writeFileSync(join(folder, "fresh"), fresh);
    },
  });
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    old: "old",
    fresh: "fresh",
    harms: ["stops", "stays-up"],
    comparison: { kind: "differ" },
    warnings: [],
  });
});

test("a file of a repository, and none of the programs that the repository names is run", async () => {
  const outside = mkdtempSync(join(tmpdir(), "inittab-plan-"));
  const shown = await show(["plan", "git:HEAD:etc/inittab", "etc/inittab"], {
    prepare: (folder) => {
      const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });
      mkdirSync(join(folder, "etc"));
      writeFileSync(join(folder, "etc/inittab"), old);
      git("init", "-q");
      git("add", ".");
      git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "x");
      writeFileSync(join(folder, "etc/inittab"), fresh);
      writeFileSync(join(folder, "trap"), `#!/bin/sh\ntouch "${outside}/sprung"\n`);
      chmodSync(join(folder, "trap"), 0o755);
      writeFileSync(join(folder, ".gitattributes"), "* filter=trap diff=trap\n");
      for (const name of [
        "filter.trap.smudge",
        "filter.trap.process",
        "diff.trap.textconv",
        "core.fsmonitor",
      ])
        git("config", name, `${folder}/trap`);
    },
  });
  expect(shown).toContain("git:HEAD:etc/inittab -> etc/inittab");
  expect(existsSync(join(outside, "sprung"))).toBe(false);
  rmSync(outside, { recursive: true });
  expect(shown).toMatch(/exit 1$/);
});

test("mistakes", async () => {
  expect(await check("old")).toMatchInlineSnapshot(`
    "! inittab: OLD and NEW are needed, and nothing else
    ! Try: inittab plan --help
    exit 2"
  `);
  expect(await check("--allow", "nosuch", "old", "root")).toMatchInlineSnapshot(`
    "! inittab: --allow nosuch: what can be allowed is stops, restarts, lock-out, stays-up
    ! Try: inittab plan --help
    exit 2"
  `);
  expect(await check("old", "busybox")).toMatchInlineSnapshot(`
    "! inittab: busybox: these are for two programs, sysvinit and busybox; --dialect chooses one
    exit 2"
  `);
  expect(await check("old", "nosuch")).toMatchInlineSnapshot(`
    "! inittab: nosuch: no such file or directory
    exit 2"
  `);
  expect(await check("old", "git:--help:x")).toMatchInlineSnapshot(`
    "! inittab: git:--help:x: git:REV:PATH is needed, such as git:HEAD:etc/inittab
    exit 2"
  `);
  expect(await check("old", "git:HEAD:nosuch")).toMatch(/git cannot show it: .*\nexit 2$/);
});

test("standard input is one of the two at most", async () => {
  expect(await check("-", "-")).toMatchInlineSnapshot(`
    "! inittab: more than one - given
    ! Try: inittab plan --help
    exit 2"
  `);
});
