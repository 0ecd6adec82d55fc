// What is printed reaches its reader whole, wherever it goes.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder } from "./testing/program.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inittab-output-"));
  writeFileSync(join(folder, "inittab"), `${"é1:2:nowhere:/bin/true\n".repeat(6_000)}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What `read` prints of a table, longer than a pipe holds, through a line of the shell where `$inittab` runs the program. */
function printed(line: string): string {
  const inittab = `${process.execPath} ${join(packageFolder, "bin/inittab.js")}`;
  const { stdout, stderr, status } = spawnSync("bash", ["-c", line], {
    cwd: folder,
    env: { ...process.env, inittab },
    encoding: "utf8",
    maxBuffer: 1 << 26,
    timeout: 50_000,
  });
  return `${stdout}${stderr}exit ${status}`;
}

test("into a file, a pipe, a slow pipe, and a pipe that refuses to wait", () => {
  printed("$inittab read inittab > file");
  const whole = readFileSync(join(folder, "file"), "utf8");
  expect(whole.length).toBeGreaterThan(200_000);
  const all = `${whole}exit 0`;
  expect(printed("$inittab read inittab | cat")).toBe(all);
  expect(printed("$inittab read inittab | (sleep 0.5; cat)")).toBe(all);
  const refusing = "perl -MFcntl -e 'fcntl(STDOUT, F_SETFL, O_NONBLOCK | O_WRONLY); exec @ARGV' -- $inittab";
  expect(printed(`${refusing} read inittab | (sleep 0.5; cat)`)).toBe(all);
});

test("a reader that goes away ends the program quietly", () => {
  expect(printed("$inittab read inittab | head -c 5 > /dev/null; echo $PIPESTATUS")).toBe("2\nexit 0");
});

test("a full disk is said", { skip: process.platform !== "linux" }, () => {
  expect(printed("$inittab read inittab > /dev/full")).toBe(
    "inittab: ENOSPC: no space left on device, write\nexit 2",
  );
});
