import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageFolder, show } from "./testing/program.ts";

/** Runs a program of this package with a redirection of the shell; what is printed, and the exit code. */
function run(program: string, args: readonly string[], redirection: string): string {
  const script = join(packageFolder, "bin", program);
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", `exec "$0" "$@" ${redirection}`, process.execPath, script, ...args],
    { encoding: "utf8", timeout: 20_000 },
  );
  return `${stdout}${stderr}exit ${status}`;
}

const table = join(packageFolder, "../test-fixtures/systems/debian/etc/inittab");

const readers: readonly (readonly [string, ...(readonly string[])])[] = [
  ["inittab.js", "check", "--quiet", "-"],
  ["inittab.js", "read", "-"],
  ["inittab.js", "read", "/dev/stdin"],
  ["inittab.js", "verify", "--quiet", "-"],
  ["inittab.js", "simulate", "-"],
  ["inittab.js", "simulate", "--scenario", "-"],
  ["inittab.js", "simulate", "--diff", "-", table],
  ["inittab.js", "simulate", "--at", "1 write -", table],
  ["inittab.js", "lsp", "--stdio"],
  ["inittab-language-server.js"],
];

describe.each(readers)("%s %s %s %s", (program, ...args) => {
  test("says that standard input is a folder", () => {
    expect(run(program, args, "</")).toMatch(
      /^[^\n]*: is a directory(?: without a file etc\/inittab)?\nexit 2$/,
    );
  });

  test("says that standard input is closed", { skip: process.platform !== "linux" }, () => {
    expect(run(program, args, "<&-")).toMatch(/^[^\n]*: is not open for reading\nexit 2$/);
  });
});

test("standard input without anything in it is an empty file", () => {
  expect(run("inittab.js", ["read", "-"], "</dev/null")).toMatch(/^<stdin>: read as(.|\n)*exit 0$/);
});

test("a folder of scenarios is none", async () => {
  expect(await show(["simulate", "--scenario", "."])).toBe("! inittab: .: is a directory\nexit 2");
});

test.each([
  ["[", "]", 101],
  ['{"a":', "}", 501],
])("a scenario of 200,000 %s is refused with the place", async (open, close, column) => {
  const prepare = (folder: string) => {
    writeFileSync(join(folder, "deep.json"), open.repeat(200_000) + close.repeat(200_000));
    writeFileSync(join(folder, "open.json"), open.repeat(200_000));
  };
  for (const name of ["deep.json", "open.json"])
    expect(await show(["simulate", "--scenario", name], { prepare })).toBe(
      `! inittab: ${name}:1:${column}: error: brackets are nested more than 100 deep\nexit 2`,
    );
});
