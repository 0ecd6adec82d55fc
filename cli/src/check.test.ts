import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bad, good } from "./testing/inittabs.ts";
import { packageFolder, type RunOptions, runHere, runInittab, show } from "./testing/program.ts";

/** Checks files in an empty folder and prints what the user sees. */
function check(args: string, options: RunOptions = {}): Promise<string> {
  return show(["check", ...args.split(" ").filter((arg) => arg !== "")], options);
}

describe("text", () => {
  test("a finding with its line, and a summary", async () => {
    expect(await check("etc", { files: { "etc/inittab": bad } })).toMatchInlineSnapshot(`
      "etc/inittab: read as sysvinit 3.14, because it has the action ctrlaltdel
      etc/inittab:5:1: error: \`l2\` repeats the id of line 4; init ignores this entry [duplicate-id IT110]
        5 | l2:3:wait:/etc/init.d/rc 3
          | ^^
          = etc/inittab:4:1: \`l2\` is first used here
          = suggestion: Rename to \`l3\`
      1 file checked: 1 error, 0 warnings
      exit 1"
    `);
  });
  test("nothing to say", async () => {
    expect(await check("-", { stdin: good })).toMatchInlineSnapshot(`
      "<stdin>: read as sysvinit 3.14, because it has the action ctrlaltdel
      1 file checked: 0 errors, 0 warnings
      exit 0"
    `);
  });
  test("tabs, wide and dangerous characters", async () => {
    const stdin = good.replace("ca:", "\tl2:3:wait:/etc/init.d/rc\x1b[31m 中文\u202e\nca:");
    expect(await check("-", { stdin })).toMatchInlineSnapshot(`
      "<stdin>: read as sysvinit 3.14, because it has the action ctrlaltdel
      <stdin>:5:2: error: \`l2\` repeats the id of line 4; init ignores this entry [duplicate-id IT110]
        5 |         l2:3:wait:/etc/init.d/rc␛[31m 中文<U+202E>
          |         ^^
          = <stdin>:4:1: \`l2\` is first used here
          = suggestion: Rename to \`l3\`
      1 file checked: 1 error, 0 warnings
      exit 1"
    `);
  });
  test("a line of 100,000 characters is cut around the finding", async () => {
    const stdin = good.replace("ca:", `l3:3:wiat:/etc/init.d/rc ${"x".repeat(100_000)}\nca:`);
    expect(await check("-q --init-version 3.14 -", { stdin })).toMatchInlineSnapshot(`
      "<stdin>:5:1: error: the line has more than 254 bytes; init drops it as "possibly too long" [line-too-long IT111]
        5 | l3:3:wiat:/etc/init.d/rc xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      exit 1"
    `);
  });
  test("another dialect is told, with the evidence", async () => {
    const files = {
      "a/inittab": "::sysinit:/etc/init.d/rcS\ntty1::askfirst:/bin/sh\n",
      "b/inittab": "hello\nworld\n",
    };
    expect(await check(".", { files })).toMatchInlineSnapshot(`
      "a/inittab: read as busybox, because it has the action askfirst
      b/inittab: read as unknown, because no line has four fields
      b/inittab:1:1: error: no line is an entry of an inittab: this is another kind of file [no-records IT123]
        1 | hello
          | ^^^^^
      2 files checked: 1 error, 0 warnings
      exit 1"
    `);
    const said = {
      "a/inittab": "# inittab: dialect=irix\nis:2:initdefault:\n",
      "buildroot/inittab": "# empty\n",
    };
    expect(await check(".", { files: said })).toMatchInlineSnapshot(`
      "a/inittab: read as irix, because line 1 says so
      buildroot/inittab: read as busybox, because its path names buildroot
      buildroot/inittab:1:1: error: no line is an entry of an inittab: there are only comments [no-records IT123]
        1 | # empty
          | ^^^^^^^
      2 files checked: 1 error, 0 warnings
      exit 1"
    `);
    expect(await check("--dialect aix a", { files: said })).toMatchInlineSnapshot(`
      "a/inittab: read as aix, by --dialect
      1 file checked: 0 errors, 0 warnings
      exit 0"
    `);
    expect(await check("--dialect busybox a", { files })).toMatchInlineSnapshot(`
      "a/inittab: read as busybox, by --dialect
      1 file checked: 0 errors, 0 warnings
      exit 0"
    `);
  });
  test("colours are for terminals that want them", async () => {
    const stdin = bad;
    expect(await check("-", { stdin, environment: { FORCE_COLOR: "1" } })).not.toContain("\x1b");
  });
});

describe("what is checked", () => {
  const files = {
    "etc/inittab": good,
    "etc/inittab.orig": good,
    "etc/inittab~": bad,
    "etc/inittab.c": bad,
    "etc/inittab.5": bad,
    "etc/inittab.tmpl.xsl": bad,
    "etc/my.inittab": good,
    "etc/rc.conf": bad,
    "etc/inittab.sarif": bad,
    "etc/inittab.gitlab-ci.yml": bad,
    "etc/deep/er/inittab": good,
    "etc/.git/inittab": bad,
    odd: bad,
  };
  test("folders by name, files in any case", async () => {
    expect(await check("etc", { files })).toMatchInlineSnapshot(`
      "etc/deep/er/inittab: read as sysvinit 3.14, because it has the action ctrlaltdel
      etc/inittab: read as sysvinit 3.14, because it has the action ctrlaltdel
      etc/inittab.orig: read as sysvinit 3.14, because it has the action ctrlaltdel
      etc/my.inittab: read as sysvinit 3.14, because it has the action ctrlaltdel
      4 files checked: 0 errors, 0 warnings
      exit 0"
    `);
    expect(await check("etc --format json", { files })).toContain('"summary":{"files":4,');
    expect(await check("-q odd", { files })).toMatchInlineSnapshot(`
      "odd:5:1: error: \`l2\` repeats the id of line 4; init ignores this entry [duplicate-id IT110]
        5 | l2:3:wait:/etc/init.d/rc 3
          | ^^
          = odd:4:1: \`l2\` is first used here
          = suggestion: Rename to \`l3\`
      exit 1"
    `);
  });
  test("links to files of the folder are followed, those out of it and to folders are not", async () => {
    const prepare = (folder: string) => {
      symlinkSync("..", join(folder, "etc/inittab.d"));
      symlinkSync("rc.conf", join(folder, "etc/inittab.link"));
      symlinkSync("../odd", join(folder, "etc/inittab.out"));
      symlinkSync(join(folder, "odd"), join(folder, "etc/deep/inittab.absolute"));
      symlinkSync("nowhere", join(folder, "etc/inittab.gone"));
    };
    expect(await check("-q etc", { files, prepare })).toMatchInlineSnapshot(`
      "etc/inittab.link:5:1: error: \`l2\` repeats the id of line 4; init ignores this entry [duplicate-id IT110]
        5 | l2:3:wait:/etc/init.d/rc 3
          | ^^
          = etc/inittab.link:4:1: \`l2\` is first used here
          = suggestion: Rename to \`l3\`
      ! inittab: etc/deep/inittab.absolute: is a link that leads out of the folder, so it is passed over
      ! inittab: etc/inittab.gone: no such file or directory
      ! inittab: etc/inittab.out: is a link that leads out of the folder, so it is passed over
      exit 2"
    `);
    // A link that the user names is followed wherever it leads.
    expect(
      await check("-q etc/inittab.out etc/deep/inittab.absolute", { files, prepare }),
    ).toMatchInlineSnapshot(`
      "etc/inittab.out:5:1: error: \`l2\` repeats the id of line 4; init ignores this entry [duplicate-id IT110]
        5 | l2:3:wait:/etc/init.d/rc 3
          | ^^
          = etc/inittab.out:4:1: \`l2\` is first used here
          = suggestion: Rename to \`l3\`
      etc/deep/inittab.absolute:5:1: error: \`l2\` repeats the id of line 4; init ignores this entry [duplicate-id IT110]
        5 | l2:3:wait:/etc/init.d/rc 3
          | ^^
          = etc/deep/inittab.absolute:4:1: \`l2\` is first used here
          = suggestion: Rename to \`l3\`
      exit 1"
    `);
  });
  test("a file that is named twice is checked once", async () => {
    expect(await check("etc etc/inittab", { files })).toContain("4 files checked");
  });
});

describe("exit codes", () => {
  const stdin = bad;
  test("findings of severity error", async () => {
    expect((await runInittab(["check", "-"], { stdin })).exitCode).toBe(1);
    expect((await runInittab(["check", "-", "--rule", "duplicate-id=warning"], { stdin })).exitCode).toBe(0);
    expect((await runInittab(["check", "-", "--rule", "IT110=off"], { stdin })).exitCode).toBe(0);
  });
  test("too many warnings", async () => {
    const args = "-q --rule duplicate-id=warning -";
    expect(await check(`${args} --max-warnings 1`, { stdin })).toMatchInlineSnapshot(`"exit 0"`);
    expect(await check(`${args} --max-warnings 0`, { stdin })).toMatchInlineSnapshot(`
      "! inittab: 1 warning, but only 0 allowed
      exit 1"
    `);
  });
  test("an unreadable path outweighs findings", async () => {
    expect(await check("-q - missing", { stdin: good })).toMatchInlineSnapshot(`
      "! inittab: missing: no such file or directory
      exit 2"
    `);
  });
});

test("a machine that lacks terminals", async () => {
  const files = {
    board: "console::respawn:/sbin/getty -L console 0 vt100\ntty2::askfirst:-/bin/sh\n",
    server: "id:2:initdefault:\nca::ctrlaltdel:/sbin/reboot\nS0:2:respawn:/sbin/getty 9600 ttyS0\n",
  };
  const told = async (...args: readonly string[]) => {
    const { stdout, stderr } = await runInittab(["check", ...args], { files });
    return stdout + stderr;
  };
  expect(await told("--dialect", "busybox", "--profile", "container", "board")).toContain(
    "a container has no /dev/tty2: init reports this every second without end, with 2 lines a second",
  );
  expect(await told("--dialect", "busybox", "--profile", "pc", "board")).not.toContain("has no");
  expect(await told("--profile", "board-serial,console=ttyAMA0,115200", "server")).toContain(
    "a board with a serial line has no /dev/ttyS0",
  );
  expect(await told("--profile", "board-serial,speed=9", "server")).toContain(
    "--profile: speed=9 is none of console=TERMINAL, terminal=NAME, vt=yes, vt=no",
  );
  expect(await told("--profile", "toaster", "server")).toContain("--profile toaster: not one of");
});

describe("wrong usage", () => {
  const mistakes = [
    "",
    "--fromat json x",
    "-x x",
    "--format xml x",
    "--format",
    "--format=",
    "--dialect systemd x",
    "--init-version 3.99 x",
    "--max-warnings many x",
    "--max-warnings -1 x",
    "--quiet=yes x",
    "--rule duplicate-id x",
    "--rule no-such=off x",
    "--rule duplicate-id=fatal x",
  ];
  test("is told on standard error", async () => {
    const told = await Promise.all(
      mistakes.map(async (args) => {
        const { exitCode, stdout, stderr } = await runHere(["check", ...args.split(" ").filter(Boolean)]);
        expect({ args, exitCode, stdout }).toEqual({ args, exitCode: 2, stdout: "" });
        expect(stderr).toContain("Try: inittab check --help");
        return stderr.split("\n")[0];
      }),
    );
    expect(told.join("\n")).toMatchInlineSnapshot(`
      "inittab: no PATH given
      inittab: unknown option --fromat
      inittab: unknown option -x
      inittab: --format xml: not one of text, json, sarif, github
      inittab: option --format needs a value
      inittab: option --format is empty
      inittab: --dialect systemd: not one of auto, sysvinit, busybox, procd, toybox, aix, solaris, hp-ux, irix, sco, tru64, system-v, unknown
      inittab: --init-version 3.99: the known releases are 2.88, 2.92, 2.95, 2.97, 3.02, 3.04, 3.06, 3.11, 3.14
      inittab: --max-warnings many: not a number
      inittab: option --max-warnings needs a value
      inittab: option --quiet takes no value
      inittab: --rule duplicate-id: write ID=SEVERITY
      inittab: --rule no-such=off: there is no rule no-such
      inittab: --rule duplicate-id=fatal: the severities are error, warning, information, hint and off"
    `);
  });
  test("of the program", async () => {
    expect(await show([])).toMatchInlineSnapshot(`
      "! inittab: no command given
      ! Try: inittab --help
      exit 2"
    `);
    expect(await show(["chekc"])).toMatchInlineSnapshot(`
      "! inittab: there is no command chekc
      ! Try: inittab --help
      exit 2"
    `);
    expect(await show(["--frob"])).toMatchInlineSnapshot(`
      "! inittab: unknown option --frob
      ! Try: inittab --help
      exit 2"
    `);
  });
  test("help and version are no mistakes", async () => {
    for (const args of [["--help"], ["-h"], ["help"], ["help", "check"], ["check", "--help", "--nonsense"]]) {
      const { exitCode, stdout, stderr } = await runHere(args);
      expect({ args, exitCode, stderr }).toEqual({ args, exitCode: 0, stderr: "" });
      expect(stdout).toContain("inittab");
    }
    expect(await show(["--version"])).toMatch(/^\d+\.\d+\.\d+\nexit 0$/);
  });
});

describe("bad input", () => {
  test("bytes that are no text", async () => {
    const files = {
      nul: "a:4:once:/x\0y\n",
      latin: Buffer.from("caf\xe9:4:once:/x\ncaf\xe9:4:once:/y\n", "latin1"),
      utf16: Buffer.from("\ufeffa:2:once:/x\n", "utf16le"),
      bom: `\ufeff${good}`,
      empty: "",
    };
    for (const [name, content] of Object.entries(files)) {
      const { exitCode, stdout, stderr } = await runInittab(["check", name], { files: { [name]: content } });
      expect({ name, ends: exitCode === 0 || exitCode === 1 }).toEqual({ name, ends: true });
      expect(stdout).not.toContain("\0");
      expect(stderr).toBe(
        name === "latin"
          ? "inittab: latin: line 1 is not UTF-8; the file is taken byte by byte\n"
          : name === "utf16"
            ? "inittab: utf16: is UTF-16, which no init reads; taken byte by byte\n"
            : "",
      );
    }
    expect(
      await check("--dialect sysvinit -q latin --rule duplicate-id=error", { files }),
    ).toMatchInlineSnapshot(`
      "latin:2:1: error: \`café\` repeats the id of line 1; init ignores this entry [duplicate-id IT110]
        2 | café:4:once:/y
          | ^^^^
          = latin:1:1: \`café\` is first used here
          = suggestion: Rename to \`caf4\`
      ! inittab: latin: line 1 is not UTF-8; the file is taken byte by byte
      exit 1"
    `);
  });
  test("one line of 50 MB", async () => {
    const stdin = Buffer.alloc(50 * 1024 * 1024, "a:");
    for (const version of ["2.88", "3.14"]) {
      const args = ["check", "-q", "--dialect", "sysvinit", "--init-version", version, "-"];
      const { exitCode, stderr } = await runInittab(args, { stdin });
      expect({ version, exitCode, stderr }).toEqual({ version, exitCode: 1, stderr: "" });
    }
  });
  test("paths that are no files", async () => {
    const prepare = (folder: string) => mkdirSync(join(folder, "void"));
    expect(await check("void missing void/missing/inittab /dev/zero", { prepare })).toMatchInlineSnapshot(`
      "0 files checked, 4 paths not read: 0 errors, 0 warnings
      ! inittab: void: no file of this folder has a fitting name
      ! inittab: missing: no such file or directory
      ! inittab: void/missing/inittab: no such file or directory
      ! inittab: /dev/zero: is not a regular file
      exit 2"
    `);
  });
  test("a FIFO that nobody writes to does not hang", async () => {
    const prepare = (folder: string) => void execFileSync("mkfifo", [join(folder, "inittab")]);
    expect(await check("inittab", { prepare })).toMatchInlineSnapshot(`
      "0 files checked, 1 path not read: 0 errors, 0 warnings
      ! inittab: inittab: is a FIFO; use - to read what another program writes
      exit 2"
    `);
    // In a folder it is passed over like any other thing that is no file.
    expect(await check(".", { prepare })).toMatchInlineSnapshot(`
      "0 files checked, 1 path not read: 0 errors, 0 warnings
      ! inittab: .: no file of this folder has a fitting name
      ! inittab: inittab: is not a regular file
      exit 2"
    `);
  });
  test("a file without permission", async () => {
    // Root may read everything, so the program runs as somebody else, from a place where anybody may start it.
    const user = process.getuid?.() === 0 ? { user: 65534 } : {};
    const program = mkdtempSync(join(tmpdir(), "inittab-program-"));
    for (const part of ["bin", "dist", "package.json"])
      cpSync(join(packageFolder, part), join(program, part), { recursive: true });
    chmodSync(program, 0o755);
    const prepare = (folder: string) => {
      chmodSync(folder, 0o755);
      chmodSync(join(folder, "inittab"), 0);
      mkdirSync(join(folder, "closed"), { mode: 0 });
    };
    try {
      const files = { inittab: good };
      expect(
        await check("inittab closed", { files, prepare, program: join(program, "bin/inittab.js"), ...user }),
      ).toMatchInlineSnapshot(`
        "0 files checked, 2 paths not read: 0 errors, 0 warnings
        ! inittab: closed: permission denied
        ! inittab: inittab: permission denied
        exit 2"
      `);
    } finally {
      rmSync(program, { recursive: true });
    }
  });
});

describe("nobody reads the result", () => {
  const many = bad.repeat(5000);
  test("a closed pipe ends the work quietly", async () => {
    const child = spawn(process.execPath, [join(packageFolder, "bin/inittab.js"), "check", "-"]);
    child.stdin.on("error", () => {});
    child.stdin.end(many);
    let stderr = "";
    child.stderr.on("data", (piece: Buffer) => {
      stderr += String(piece);
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  });
  test("a pipe that is read slowly loses nothing", async () => {
    const child = spawn(process.execPath, [
      join(packageFolder, "bin/inittab.js"),
      "check",
      "--format",
      "json",
      "-",
    ]);
    child.stdin.end(many);
    let stdout = "";
    for await (const piece of child.stdout) {
      stdout += String(piece);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(stdout.length).toBeGreaterThan(2_000_000);
    expect(JSON.parse(stdout).summary.error).toBeGreaterThan(4999);
  });
});

test("a table that calls OpenRC is held against the runlevels beside it", async () => {
  const files = {
    "x/etc/inittab": "::wait:/sbin/openrc own\n::wait:/sbin/openrc gone\n",
    "x/etc/runlevels/own/a": "",
    "y/inittab": "::wait:/sbin/openrc gone\n",
  };
  expect(await check("--dialect busybox x/etc/inittab y/inittab", { files })).toMatchInlineSnapshot(`
    "x/etc/inittab: read as busybox, by --dialect
    x/etc/inittab:2:21: warning: there is no /etc/runlevels/gone: OpenRC says that \`gone\` is not a valid runlevel and changes nothing [openrc-runlevel-missing IT911]
      2 | ::wait:/sbin/openrc gone
        |                     ^^^^
    y/inittab: read as busybox, by --dialect
    2 files checked: 0 errors, 1 warning
    exit 0"
  `);
});

describe("recipes of OpenEmbedded", () => {
  const head = 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\n';
  const files = {
    "layer/a.bb": `${head}INITSCRIPT_PARAMS = "defaults 09"\n`,
    "layer/a.bbappend": 'INITSCRIPT_PARAMS = "start 20 5 3"\n',
    "layer/b.bb": 'SUMMARY = "no script"\n',
    "layer/c.inc": "<?php echo 1;\n",
  };

  test("are found by what they say of init scripts", async () => {
    expect(await check("layer", { files })).toMatchInlineSnapshot(`
      "layer/a.bb: read as a recipe of OpenEmbedded
      layer/a.bb:3:31: warning: update-rc.d reads \`09\` as an octal number: the links get the number 00, and update-rc.d only complains [recipe-params-octal IT921]
        3 | INITSCRIPT_PARAMS = "defaults 09"
          |                               ^^
          = suggestion: Write \`9\`
      layer/a.bbappend: read as a recipe of OpenEmbedded
      layer/a.bbappend:1:33: error: no \` . \` ends the list of runlevels: update-rc.d ends with status 1, and the package is not installed [recipe-params-refused IT920]
        1 | INITSCRIPT_PARAMS = "start 20 5 3"
          |                                 ^
          = suggestion: End the list with \` .\`
      2 files checked: 1 error, 1 warning
      exit 1"
    `);
  });

  test("are told as such in JSON and SARIF", async () => {
    const json = JSON.parse((await runInittab(["check", "--format", "json", "layer"], { files })).stdout);
    expect(json.files.map((file: { readonly kind: string }) => file.kind)).toEqual(["recipe", "recipe"]);
    const sarif = JSON.parse((await runInittab(["check", "--format", "sarif", "layer"], { files })).stdout);
    expect(sarif.runs[0].results.map((result: { readonly ruleId: string }) => result.ruleId)).toEqual([
      "IT921",
      "IT920",
    ]);
  });

  test("that are named are judged whatever they say", async () => {
    expect(await check("layer/b.bb", { files })).toMatchInlineSnapshot(`
      "layer/b.bb: read as a recipe of OpenEmbedded
      1 file checked: 0 errors, 0 warnings
      exit 0"
    `);
  });
});
