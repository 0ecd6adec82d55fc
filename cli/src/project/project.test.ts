// `inittab.json` on the command line: what counts for which file, what wins, and what is said of a wrong one.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFileSchema } from "@inittab/core";
import { tarOf } from "@inittab/host/testing/archive";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { type RunOptions, show } from "../testing/program.ts";

const busybox = "::sysinit:/etc/init.d/rcS\nttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100\n";
const levels = "id:3:initdefault:\nl3:3:wait:/etc/init.d/rc 3\n1:3:respawn:/sbin/getty 38400 tty1\n";

/** Runs the program in a folder with these files; values other than text are written as JSON. */
function check(
  args: string,
  files: Readonly<Record<string, unknown>>,
  options: RunOptions = {},
): Promise<string> {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === "string" ? content : JSON.stringify(content, null, 1),
  ]);
  return show(args.split(" "), { ...options, files: Object.fromEntries(texts) });
}

/** What a run says of how a file was read. */
async function readAs(args: string, files: Readonly<Record<string, unknown>>): Promise<string> {
  const text = await check(args, files);
  return /read as .*/.exec(text)?.[0] ?? text;
}

describe("which file counts", () => {
  const nested = {
    "inittab.json": { dialect: "toybox" },
    "a/inittab.json": { release: "2.88" },
    "a/etc/inittab": levels,
    "b/etc/inittab": levels,
  };

  test("the nearest one alone", async () => {
    expect(await readAs("read b/etc/inittab", nested)).toBe("read as toybox because inittab.json says so");
    expect(await readAs("read a/etc/inittab", nested)).toMatch(/^read as sysvinit 2.88 because entries/);
    expect(await readAs("read --settings a/inittab.json b/etc/inittab", nested)).toMatch(
      /^read as sysvinit 2.88/,
    );
    expect(await readAs("read --settings none b/etc/inittab", nested)).toMatch(/^read as sysvinit 3.14/);
  });

  test("an option goes before it, and so does a comment in the file", async () => {
    expect(await readAs("read --dialect busybox b/etc/inittab", nested)).toMatch(/^read as busybox/);
    expect(await readAs("read --dialect auto b/etc/inittab", nested)).toMatch(/^read as sysvinit/);
    expect(await readAs("read --init-version 3.06 a/etc/inittab", nested)).toMatch(/^read as sysvinit 3.06/);
    const commented = { ...nested, "b/etc/inittab": `# inittab: dialect=procd\n${levels}` };
    expect(await readAs("read b/etc/inittab", commented)).toMatch(/^read as procd because .*line 1/);
  });

  test("of a path outside the working directory, none above that path", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "inittab-project-"));
    mkdirSync(join(elsewhere, "system/etc"), { recursive: true });
    writeFileSync(join(elsewhere, "inittab.json"), '{ "dialect": "toybox" }');
    writeFileSync(join(elsewhere, "system/etc/inittab"), levels);
    expect(await readAs(`read ${elsewhere}/system`, {})).toMatch(/^read as sysvinit/);
    expect(await readAs(`read ${elsewhere}/system/etc/inittab`, {})).toMatch(/^read as sysvinit/);
    writeFileSync(join(elsewhere, "system/inittab.json"), '{ "dialect": "busybox" }');
    expect(await readAs(`read ${elsewhere}/system`, {})).toMatch(/^read as busybox/);
    expect(await readAs(`read ${elsewhere}/system/etc/inittab`, {})).toMatch(/^read as sysvinit/);
    rmSync(elsewhere, { recursive: true });
  });

  test("neither a link nor what links lead to outside", async () => {
    const linked = await check(
      "read r/etc/inittab",
      { "other.json": { dialect: "toybox" }, "r/etc/inittab": levels },
      {
        prepare: (folder) => symlinkSync("../other.json", join(folder, "r/inittab.json")),
      },
    );
    expect(linked).toContain("r/inittab.json: is a link, so it is not read");
    expect(linked).toContain("read as sysvinit");
  });

  test("of an archive, the one beside it", async () => {
    const archive = tarOf([
      { name: "etc/inittab", text: levels },
      { name: "inittab.json", text: '{"dialect":"busybox"}' },
    ]);
    const text = await show(["read", "root.tar"], {
      prepare: (folder) => {
        writeFileSync(join(folder, "root.tar"), archive);
        writeFileSync(join(folder, "inittab.json"), '{"dialect":"toybox"}');
      },
    });
    expect(text).toContain("read as toybox");
  });
});

describe("what it says", () => {
  test("by folder: the longest pattern that matches wins, member by member", async () => {
    const project = {
      dialect: "toybox",
      rules: { "no-login": "off" },
      folders: {
        boards: { dialect: "sysvinit", release: "2.88" },
        "boards/new": { release: "3.06" },
        "*.bb": { dialect: "busybox" },
      },
    };
    const files = {
      "inittab.json": project,
      "boards/old/etc/inittab": levels,
      "boards/new/etc/inittab": levels,
      "etc/inittab": levels,
      "inittab.bb": levels,
    };
    expect(await readAs("read boards/old/etc/inittab", files)).toBe(
      "read as sysvinit 2.88 because inittab.json says so for boards",
    );
    expect(await readAs("read boards/new", files)).toMatch(/^read as sysvinit 3.06/);
    expect(await readAs("read etc/inittab", files)).toMatch(/^read as toybox/);
    expect(await readAs("read inittab.bb", files)).toMatch(/^read as busybox/);
  });

  test("rules, programs and the profile", async () => {
    const board = "id:3:initdefault:\n1:3:respawn:/sbin/getty 38400 tty1\nx:3:respawn:/opt/own\n";
    const findings = async (project: object, args = "") => {
      const text = await check(`check --format json ${args}etc/inittab`, {
        "inittab.json": project,
        "etc/inittab": board,
      });
      return [
        ...new Set(
          [...text.matchAll(/"rule": *"([^"]+)", *"code"|"rule": *"([^"]+)"/g)].map(([, a, b]) => a ?? b),
        ),
      ];
    };
    expect(await findings({ profile: "board-serial" })).toContain("terminal-missing");
    expect(await findings({ profile: { name: "board-serial", console: "tty1" } })).not.toContain(
      "terminal-missing",
    );
    expect(await findings({ profile: "board-serial", rules: { "terminal-missing": "off" } })).not.toContain(
      "terminal-missing",
    );
    expect(
      await findings(
        { profile: "board-serial", rules: { "terminal-missing": "off" } },
        "--rule terminal-missing=error ",
      ),
    ).toContain("terminal-missing");
    expect(await findings({ profile: "board-serial" }, "--profile pc ")).not.toContain("terminal-missing");
  });

  test("roots stand for the paths that are not given", async () => {
    const files = { "inittab.json": { roots: ["board/root"] }, "board/root/etc/inittab": busybox };
    expect(await check("check", files)).toContain("board/root/etc/inittab");
    expect(await check("verify --quiet", files)).toMatch(/exit [01]$/);
    expect(await check("check", { "inittab.json": {} })).toContain("no PATH given");
    expect(await check("check", { "inittab.json": { roots: ["x", "../y"] } })).toMatchInlineSnapshot(`
      "! inittab: inittab.json:4:3: error: \`roots[1]\`: must be a path below the folder of this file
      exit 2"
    `);
    expect(await check("check", { "inittab.json": { roots: ["x"] } })).toMatchInlineSnapshot(`
      "! inittab: inittab.json:3:3: error: \`roots[0]\`: no such file or directory
      exit 2"
    `);
  });

  test("policies are judged by verify", async () => {
    const files = {
      "inittab.json": { policies: [{ login: "tty9", in: "3" }, "more.json"] },
      "more.json": { policies: [{ runs: "getty", in: "3" }] },
      "etc/inittab": levels,
    };
    expect(await check("verify --question login etc/inittab", files)).toMatchInlineSnapshot(`
      "etc/inittab
        warning login: Nobody can log in: in runlevel 1 init runs no login, and nothing in this table starts one
            after: telinit 1
        warning policy: Nobody can log in on tty9 in runlevel 3
            after: kill l3
        14 states, 108 steps: every way was looked at
      exit 1"
    `);
    expect(await check("verify etc/inittab", { ...files, "more.json": "{" })).toMatchInlineSnapshot(`
      "! inittab: more.json:1:2: error: close brace expected
      exit 2"
    `);
  });
});

test("each mistake has its place, and nothing is checked", async () => {
  const wrong = {
    dialect: "sysv",
    releas: "3.14",
    rules: { "no-logn": "off", "no-login": "loud" },
    profile: { name: "pc", colour: 1 },
    folders: { "": {}, a: { policies: [], family: 3 } },
    roots: ["/etc"],
    policies: [{ before: ["a"] }, 3],
  };
  expect(
    await check("check etc/inittab", { "inittab.json": wrong, "etc/inittab": levels }),
  ).toMatchInlineSnapshot(`
    "! inittab: inittab.json:2:13: error: \`dialect\`: must be one of "auto", "sysvinit", "busybox", "procd", "toybox", "aix", "solaris", "hp-ux", "irix", "sco", "tru64", "system-v", "unknown"
    ! inittab: inittab.json:3:2: error: "releas" is not known here
    ! inittab: inittab.json:5:3: error: \`rules.no-logn\`: there is no rule \`no-logn\`; did you mean no-login?
    ! inittab: inittab.json:6:15: error: \`rules.no-login\`: must be one of "off", "hint", "information", "warning", "error"
    ! inittab: inittab.json:10:3: error: \`profile.colour\`: "colour" is not known here
    ! inittab: inittab.json:13:3: error: \`folders\`: the pattern is empty, so it matches no file
    ! inittab: inittab.json:15:4: error: "policies" is not known here
    ! inittab: inittab.json:16:14: error: \`folders.a.family\`: must be one of "auto", "redhat", "debian", "buildroot", "openembedded", "openrc", "openwrt", "suse", "slackware", "lfs", "entware", "slitaz", "freebsd-rc", "arch", "solaris-rc", "aix-rc"
    ! inittab: inittab.json:20:3: error: \`roots[0]\`: must be a path below the folder of this file
    ! inittab: inittab.json:28:3: error: \`policies[1]\`: must be a string or an object
    exit 2"
  `);
  expect(
    await check("check etc/inittab", { "inittab.json": "{ x }", "etc/inittab": levels }),
  ).toMatchInlineSnapshot(`
    "! inittab: inittab.json:1:3: error: invalid symbol
    exit 2"
  `);
  expect(
    await check("check etc/inittab", { "inittab.json": "[]", "etc/inittab": levels }),
  ).toMatchInlineSnapshot(`
    "! inittab: inittab.json:1:1: error: must be an object with settings
    exit 2"
  `);
});

describe("the schema", () => {
  test("is published with the package", async () => {
    await expect(`${JSON.stringify(projectFileSchema(), null, 2)}\n`).toMatchFileSnapshot(
      "../../project.schema.json",
    );
  });

  const accepts = new Ajv({ allowUnionTypes: true, strictRequired: false, strictTypes: false }).compile(
    projectFileSchema(),
  );
  test.each([
    [true, {}],
    [true, { $schema: "x", dialect: "auto", release: "2.88", family: "openrc", roots: ["a"] }],
    [true, { profile: "vm", rules: { "no-login": "off" }, programs: { a: "ends" } }],
    [true, { profile: { name: "vm", console: "hvc0" }, policies: ["a", { runs: "x", in: "3" }] }],
    [true, { folders: { a: { dialect: "busybox" } } }],
    [false, { dialect: "sysv" }],
    [false, { rules: { "no-logn": "off" } }],
    [false, { profile: { console: "x" } }],
    [false, { policies: [{ runs: "x" }] }],
    [false, { folders: { a: { roots: [] } } }],
    [false, []],
  ])("accepts %s: %j", (expected, value) => {
    expect(accepts(value)).toBe(expected);
  });
});
