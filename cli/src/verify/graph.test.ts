import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { show } from "../testing/program.ts";

const table = "id:2:initdefault:\n~~:S:wait:/sbin/sulogin\n1:2:respawn:/sbin/getty tty1\n";

/** Verifies the table and prints what the user sees. */
function check(...args: readonly string[]): Promise<string> {
  return show(["verify", "--question", "race", ...args], {
    prepare: (folder) => {
      writeFileSync(join(folder, "inittab"), table);
      mkdirSync(join(folder, "folder"));
    },
  });
}

test("a picture of the levels is written where it is asked for", async () => {
  const outside = mkdtempSync(join(tmpdir(), "inittab-graph-"));
  const file = join(outside, "levels.svg");
  expect(await check("--graph", file, "inittab")).toMatchInlineSnapshot(`
    "inittab
      nothing found
      12 states, 92 steps: every way was looked at
    exit 0"
  `);
  expect(readFileSync(file, "utf8")).toMatch(/^<svg .*Runlevel 2.*<\/svg>\n$/s);
  rmSync(outside, { recursive: true });
});

test("a picture that cannot be written, and one of two tables", async () => {
  expect(await check("--graph", "folder", "inittab")).toMatchInlineSnapshot(`
    "inittab
      nothing found
      12 states, 92 steps: every way was looked at
    ! inittab: folder: is a directory
    exit 2"
  `);
  expect(await check("--graph", "x", "inittab", "inittab")).toMatchInlineSnapshot(`
    "! inittab: --graph FILE is for one PATH
    ! Try: inittab verify --help
    exit 2"
  `);
});
