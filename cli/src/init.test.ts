// `inittab init`: a first inittab.json from what lies in a folder.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packageFolder, show } from "./testing/program.ts";

const serial =
  "::sysinit:/etc/init.d/rcS\n::respawn:/sbin/getty -L ttyAMA0 115200 vt100\n::shutdown:/etc/init.d/rcK\n";
const levels = "id:3:initdefault:\nl3:3:wait:/etc/init.d/rc 3\n1:3:respawn:/sbin/getty 38400 tty1\n";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inittab-init-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function system(name: string, place: string): void {
  const from = join(packageFolder, "../test-fixtures/systems", name);
  cpSync(from, join(folder, place), { recursive: true, verbatimSymlinks: true });
}

const check = (...args: readonly string[]) => show(["init", ...args], { cwd: folder });
const settings = () => readFileSync(join(folder, "inittab.json"), "utf8");

test("a root file system: what is seen is written, with the reasons", async () => {
  system("buildroot", "board/target");
  expect(await check()).toMatchInlineSnapshot(`
    "board/target/etc/inittab is an inittab of BusyBox init, because it has the action shutdown
    the init scripts in board/target are those of Buildroot, because the system has etc/init.d/rcS
    board/target is a root file system
    inittab.json was written
    exit 0"
  `);
  expect(settings()).toMatchInlineSnapshot(`
    "{
      "dialect": "busybox",
      "family": "buildroot",
      "roots": [
        "board/target"
      ]
    }
    "
  `);
  expect(await show(["check"], { cwd: folder })).toContain("inittab.json says so");
});

describe("several files", () => {
  test("what most of them are is said for all, what others are by folder", async () => {
    write({
      "a/inittab": levels,
      "b/inittab": levels,
      "c/etc/inittab": serial,
      "x.inittab-policy.json": "[]",
    });
    expect(await check("--dry-run")).toMatchInlineSnapshot(`
      "{
        "dialect": "sysvinit",
        "roots": [
          "c"
        ],
        "policies": [
          "x.inittab-policy.json"
        ],
        "folders": {
          "/c": {
            "dialect": "busybox",
            "profile": {
              "name": "board-serial",
              "console": "ttyAMA0"
            }
          }
        }
      }
      ! a/inittab is an inittab of sysvinit, because entries have runlevels
      ! b/inittab is an inittab of sysvinit, because entries have runlevels
      ! c/etc/inittab is an inittab of BusyBox init, because it has the action shutdown
      ! every login in c/etc/inittab is on \`ttyAMA0\`, so the machine is taken for a board with this serial line
      ! c is a root file system
      ! x.inittab-policy.json is a policy file
      exit 0"
    `);
    expect(existsSync(join(folder, "inittab.json"))).toBe(false);
  });

  test("what is not certain for one is not said of all", async () => {
    write({ "a/inittab": levels, "b/inittab": "# nothing\n" });
    expect(await check("--dry-run")).toMatchInlineSnapshot(`
      "{
        "folders": {
          "/a/inittab": {
            "dialect": "sysvinit"
          }
        }
      }
      ! a/inittab is an inittab of sysvinit, because entries have runlevels
      ! b/inittab does not show for certain which init it is for, so \`dialect\` is left out
      exit 0"
    `);
  });
});

test("a file that is there stays, unless it is to be replaced; a link is never followed", async () => {
  write({ inittab: levels, "inittab.json": "{}\n" });
  expect(await check()).toMatchInlineSnapshot(`
    "! inittab: inittab.json: exists; --force replaces it
    exit 2"
  `);
  expect(settings()).toBe("{}\n");
  expect(await check("--force")).toContain("inittab.json was written");
  expect(settings()).toContain('"dialect": "sysvinit"');
  rmSync(join(folder, "inittab.json"));
  symlinkSync("elsewhere", join(folder, "inittab.json"));
  expect(await check("--force")).toContain("is not a regular file");
  expect(existsSync(join(folder, "elsewhere"))).toBe(false);
});

test("where there is nothing, nothing is written", async () => {
  expect(await check()).toMatchInlineSnapshot(`
    "! inittab: .: no inittab was found below this folder
    exit 2"
  `);
  expect(await check("nowhere")).toContain("no such file or directory");
  expect(await check("a", "b")).toContain("more than one FOLDER given");
});

test("what is written is read without a mistake, for every sample system", async () => {
  for (const name of ["debian", "openwrt", "slackware", "alpine-openrc"]) {
    system(name, ".");
    expect(await check("--force"), name).toMatch(/exit 0$/);
    expect(await show(["check"], { cwd: folder }), name).not.toMatch(/inittab.json:\d/);
    rmSync(join(folder, "etc"), { recursive: true });
  }
});
