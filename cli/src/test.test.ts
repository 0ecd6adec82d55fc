import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runHere } from "./testing/program.ts";
import { writeTree } from "./testing/write-tree.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "inittab-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const tree = `
etc/inittab
  id:2:initdefault:
  1:2:respawn:/sbin/getty 38400 tty1
  pf::powerwait:/etc/init.d/powerfail start
etc/power.inittab-test.json
  { "tests": [
    { "name": "a getty still runs after a power failure",
      "events": [{ "at": 10, "signal": "PWR", "powerstatus": "F" }],
      "expect": [{ "at": 30, "runs": "1" }, { "login": true }] },
    { "name": "runlevel 3 has <a> \\"getty\\"",
      "events": [{ "at": 10, "telinit": "3" }],
      "expect": [{ "level": "3" }, { "runs": "1" }] } ] }
etc/notes.json
  { "tests": 7 }
bad/x.inittab-test.json
  { "tests": [{ "name": "x" }] }
bad/y.inittab-test.json
  { "tests": [{ "name": "x", "expect": [{ "down": true }] }] }
bad/z.inittab-test.json
  { "tests": [
`;

async function run(...args: readonly string[]): Promise<string> {
  writeTree(folder, tree);
  const { exitCode, stdout, stderr } = await runHere(["test", ...args]);
  return `${exitCode}\n${stdout}${stderr}`.replaceAll(folder, "FOLDER");
}

test("tests are told by name, with what is not as expected", async () => {
  expect(await run(join(folder, "etc"))).toMatchInlineSnapshot(`
    "1
    FOLDER/etc/power.inittab-test.json
      ok   a getty still runs after a power failure
      FAIL runlevel 3 has <a> "getty"
          1 does not run at 60 s: not in runlevel 3; its field is 2
    2 tests, 1 not as expected
    "
  `);
});

test("a build server gets its own form", async () => {
  expect(await run("--format", "junit", join(folder, "etc"))).toMatchInlineSnapshot(`
    "1
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
      <testsuite name="FOLDER/etc/power.inittab-test.json" tests="2" failures="1">
        <testcase classname="FOLDER/etc/power.inittab-test.json" name="a getty still runs after a power failure"/>
        <testcase classname="FOLDER/etc/power.inittab-test.json" name="runlevel 3 has &lt;a&gt; &quot;getty&quot;">
          <failure message="1 does not run at 60 s: not in runlevel 3; its field is 2">1 does not run at 60 s: not in runlevel 3; its field is 2</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test("what cannot be run is told, and is no success", async () => {
  expect(await run(join(folder, "bad"))).toMatchInlineSnapshot(`
    "2
    no test was run
    FOLDER/bad/x.inittab-test.json: tests[0].expect: must be an array that is not empty
    inittab: FOLDER/bad/inittab: no such file or directory
    FOLDER/bad/z.inittab-test.json:2:1: close bracket expected
    "
  `);
  expect(await run()).toMatch(/^2\n.*no PATH given/s);
  expect(await run(join(folder, "none"))).toMatch(/^2\n/);
});
