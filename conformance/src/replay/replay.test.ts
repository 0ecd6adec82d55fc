import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "@inittab/cli/run-command";
import {
  type RunResult,
  runCaptured,
  runScript,
  type ScriptOptions,
  shown,
} from "@inittab/cli/testing/process";
import type { Trace } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { compareTraces } from "../sysvinit/compare.ts";
import { describeDifference } from "../trace-difference.ts";
import { kinds } from "./kinds.ts";
import { replay } from "./replay.ts";

const root = join(import.meta.dirname, "../../..");
const recorded = join(root, "test-fixtures/conformance/sysvinit");

/** Runs the script of the workspace, as `npm run -s replay -- …` does. */
function run(args: readonly string[], options: ScriptOptions = {}): Promise<RunResult> {
  return runScript(join(root, "conformance/run.mjs"), ["replay", ...args], options);
}

/** A run as a reader sees it. */
async function show(args: readonly string[], options: ScriptOptions = {}): Promise<string> {
  return shown(await run(args, options));
}

interface Answer {
  readonly name: string;
  readonly result: Readonly<Record<string, unknown>>;
}

function answersOf({ stdout }: RunResult): readonly Answer[] {
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe("parse", () => {
  test("every recorded case, each for its own release", async () => {
    const ran = await run(["parse", join(recorded, "parse")]);
    expect({ exitCode: ran.exitCode, stderr: ran.stderr }).toEqual({ exitCode: 0, stderr: "" });
    const ours = new Map(answersOf(ran).map(({ name, result }) => [`${result["init"]} ${name}`, result]));
    let compared = 0;
    for (const version of readdirSync(join(recorded, "parse")))
      for (const file of readdirSync(join(recorded, "parse", version))) {
        const expected = JSON.parse(readFileSync(join(recorded, "parse", version, file), "utf8"));
        expect(ours.get(`${expected.init} ${expected.name}`)).toEqual(expected);
        compared++;
      }
    expect(compared).toBe(ours.size);
    expect(compared).toBeGreaterThan(300);
  });

  const small = { name: "small", inittab: "a:2:wait:/x", init: "sysvinit-3.06" };
  test("a file with one case, and another release than its own", async () => {
    const files = { "small.json": JSON.stringify(small) };
    expect(await show(["parse", "small.json"], { files })).toMatchInlineSnapshot(`
      "{"name":"small","result":{"name":"small","init":"sysvinit-3.06","inittab":"a:2:wait:/x","messages":[],"lines":[{"line":1,"text":"a:2:wait:/x","result":"accepted"}],"table":[{"id":"a","runlevels":"2","action":"wait","process":"/x"},{"id":"~~","runlevels":"S","action":"wait","process":"/sbin/sulogin"}]}}
      exit 0"
    `);
    expect(await show(["parse", "small.json", "--init", "sysvinit-3.14"], { files })).toMatchInlineSnapshot(`
      "{"name":"small","result":{"name":"small","init":"sysvinit-3.14","inittab":"a:2:wait:/x","messages":["Error detected in /etc/inittab at line 1. Possibly too long."],"lines":[{"line":1,"text":"a:2:wait:/x","result":"rejected","message":"Error detected in /etc/inittab at line 1. Possibly too long."}],"table":[{"id":"~~","runlevels":"S","action":"wait","process":"/sbin/sulogin"}]}}
      exit 0"
    `);
  });
  test("an array of cases, and pairs of which only the case is read", async () => {
    const pair = { case: { id: "pair", inittab: null, inittabD: false }, expect: "nonsense" };
    const files = { "cases.json": JSON.stringify([small, pair, { inittab: "" }]) };
    const answers = answersOf(await run(["parse", "cases.json"], { files }));
    expect(
      answers.map(({ name, result }) => [name, result["init"], result["messages"]]),
    ).toMatchInlineSnapshot(`
      [
        [
          "small",
          "sysvinit-3.06",
          [],
        ],
        [
          "pair",
          "sysvinit-3.14",
          [
            "No inittab file found",
            "No inittab.d directory found",
          ],
        ],
        [
          "case 3",
          "sysvinit-3.14",
          [],
        ],
      ]
    `);
  });
  test("a folder: no traces, and no cases of another kind", async () => {
    const files = {
      "a/one.json": JSON.stringify(small),
      "a/b/two.json": JSON.stringify({ ...small, name: "two" }),
      "a/one.trace.json": "{}",
      "a/boot.scenario.json": JSON.stringify({ name: "boot", inittab: "", until: 1 }),
      "a/notes.txt": "no JSON",
    };
    const ran = await run(["parse", "a"], { files });
    expect(answersOf(ran).map(({ name }) => name)).toEqual(["two", "small"]);
    expect(ran.stderr).toBe("inittab: 1 case of another kind passed over\n");
  });
});

describe("init", () => {
  for (const [version, folder] of [
    ["3.06", "."],
    ["3.14", "3.14"],
    ["2.88", "2.88"],
  ] as const)
    test(`every recorded scenario as sysvinit ${version} plays it`, async () => {
      const release = version === "3.06" ? [] : ["--init", `sysvinit-${version}`];
      const ran = await run(["init", recorded, ...release]);
      expect(ran.exitCode).toBe(0);
      let compared = 0;
      for (const { name, result } of answersOf(ran)) {
        const path = join(recorded, folder, `${name}.trace.json`);
        if (!existsSync(path)) continue;
        const expected = JSON.parse(readFileSync(path, "utf8"));
        const differences = compareTraces(expected, result as unknown as Trace).map(describeDifference);
        expect({ name, differences }).toEqual({ name, differences: [] });
        compared++;
      }
      expect(compared).toBeGreaterThan(100);
    });
  test("a scenario that is none", async () => {
    const files = {
      "1.json": '{"name":"a","inittab":"","until":-1}',
      "2.json": '{"name":"b","inittab":"","until":1,"events":[{"at":1}]}',
      "3.json": '{"name":"c","inittab":"","until":1,"init":"busybox-1.35"}',
    };
    expect(await show(["init", ...Object.keys(files)], { files })).toMatchInlineSnapshot(`
      "! inittab: 1.json: a: until: must not be less than 0
      ! inittab: 2.json: b: events[0]: must have exactly one of telinit, setenv, signal, write, writeFile, remove, kill, killService, console, initctl
      ! inittab: 3.json: c: init "busybox-1.35" is not known
      exit 2"
    `);
  });
});

describe("init scripts", () => {
  test.each([
    ["insserv", "insserv.json"],
    ["chkconfig", "chkconfig.json"],
    ["rc", "rc-redhat.json"],
    ["rc", "rc-debian.json"],
    ["functions", "functions.json"],
  ])("every recorded case of %s in %s", async (kind, file) => {
    const path = join(root, "test-fixtures/conformance/initscripts", file);
    const ours = answersOf(await run([kind, path]));
    const cases: readonly { readonly case: { readonly id: string }; readonly expect: object }[] = JSON.parse(
      readFileSync(path, "utf8"),
    );
    expect(ours).toEqual(cases.map((one) => ({ name: one.case.id, result: one.expect })));
    expect(ours.length).toBeGreaterThan(20);
  });
  test("every recorded case of lint: the tags of lintian and rpmlint, and our rules", async () => {
    const path = join(root, "test-fixtures/conformance/initscripts/lint.json");
    const ours = answersOf(await run(["lint", path]));
    const cases: readonly { readonly case: { readonly id: string }; readonly expect: Recorded }[] =
      JSON.parse(readFileSync(path, "utf8"));
    const expected = cases.map(({ case: { id }, expect: { lintian, rpmlint } }) => ({
      name: id,
      result: {
        lintian: lintian.map(([severity, tag, line]) => [severity, tag, line]),
        rpmlint: rpmlint.map(([severity, tag]) => [severity, tag]),
        rules: expect.any(Array),
      },
    }));
    expect(ours).toEqual(expected);
  });
  test("a case of lint that is none", async () => {
    const files = {
      "1.json": '{"id":"a","name":"x"}',
      "2.json": '{"id":"b","name":"x","body":[],"mode":"9"}',
      "3.json": '{"id":"c","name":"x","body":["#!/bin/sh","### BEGIN INIT INFO"],"mode":"644"}',
    };
    expect(await show(["lint", ...Object.keys(files)], { files })).toMatchInlineSnapshot(`
      "{"name":"c","result":{"lintian":[["E","init.d-script-does-not-implement-required-option",0],["E","init.d-script-does-not-implement-required-option",0],["E","init.d-script-does-not-implement-required-option",0],["E","init.d-script-does-not-implement-required-option",0],["E","non-standard-file-permissions-for-etc-init.d-script",0],["I","init.d-script-does-not-implement-status-option",0],["I","init.d-script-missing-lsb-short-description",0],["W","init.d-script-does-not-source-init-functions",0],["W","init.d-script-missing-lsb-keyword",0],["W","init.d-script-missing-lsb-keyword",0],["W","init.d-script-missing-lsb-keyword",0],["W","init.d-script-missing-lsb-keyword",0],["W","init.d-script-missing-lsb-keyword",0]],"rpmlint":[["E","init-script-non-executable"],["E","no-chkconfig-line"],["E","no-status-entry"],["E","subsys-not-used"],["W","no-reload-entry"]],"rules":["script-mode","lsb-section-unterminated","lsb-keyword-missing","lsb-short-description-missing"]}}
      ! inittab: 1.json: a: body is no array of texts
      ! inittab: 2.json: b: the mode of the script is no octal number
      exit 2"
    `);
  });
  test("a case of rc that is none", async () => {
    const files = { "1.json": '{"id":"a","flavor":"el6","services":{},"rc":{}}' };
    expect(await show(["rc", "1.json"], { files })).toContain(
      "1.json: a: the case has not the form of its kind",
    );
  });
  test("a case of a generation of rc that is not known", async () => {
    const files = {
      "1.json": '{"id":"a","flavor":"oe","services":{},"rc":{},"steps":[]}',
      "2.json": '{"id":"b","services":{},"rc":{},"steps":[]}',
      "3.json": '{"id":"c","flavor":"constructor","call":"status svcd","process":false,"pidfile":"none"}',
      "4.json": '{"id":"d","flavor":7,"call":"status svcd","process":false,"pidfile":"none"}',
      "5.json": '{"id":"e","flavor":"deb9","services":{},"rc":{},"steps":[]}',
      "6.json": '{"id":"f","flavor":"rh73","call":"status svcd","process":true,"pidfile":"none"}',
    };
    const [rc, functions] = [Object.keys(files).slice(0, 2), Object.keys(files).slice(2, 4)];
    expect(await show(["rc", ...rc, "5.json"], { files })).toMatchInlineSnapshot(`
      "{"name":"e","result":{"steps":[]}}
      ! inittab: 1.json: a: flavor "oe" is not known; there is el6, el5, el4, rh73, rh5, deb12, deb9, buildroot, openipc, openembedded, openembedded-busybox, lfs, openwrt
      ! inittab: 2.json: b: the case names no flavor
      exit 2"
    `);
    expect(await show(["functions", ...functions, "6.json"], { files })).toMatchInlineSnapshot(`
      "{"name":"f","result":{"exit":0,"stdout":["svcd (pid <PID>) is running..."],"pidfile left":false,"process left":true}}
      ! inittab: 3.json: c: flavor "constructor" is not known; there is el6, el5, el4, rh73, rh5, deb12, deb9, buildroot, openipc, openembedded, openembedded-busybox, lfs, openwrt
      ! inittab: 4.json: d: flavor 7 is not known; there is el6, el5, el4, rh73, rh5, deb12, deb9, buildroot, openipc, openembedded, openembedded-busybox, lfs, openwrt
      exit 2"
    `);
  });
  test("a case of insserv that is none", async () => {
    const files = {
      "1.json": '{"id":"a","scripts":1}',
      "2.json": '{"id":"b","scripts":[{"name":"x","body":"y"}]}',
    };
    expect(await show(["insserv", ...Object.keys(files)], { files })).toMatchInlineSnapshot(`
      "! inittab: 1.json: a: scripts is no array
      ! inittab: 2.json: b: body is no array of texts
      exit 2"
    `);
  });
});

test("mistakes do not stop the other cases", async () => {
  const files = {
    "1.json": "{",
    "2.json": "[1]",
    "3.json": '{"name":"x","inittab":3}',
    "4.json": '{"name":"y","inittab":"","init":"upstart"}',
    "5.json": '{"name":"z","inittab":"","files":{"/etc/inittab.d/a.tab":1}}',
    "6.json": '{"name":"good","inittab":""}',
  };
  const args = ["parse", "gone", ...Object.keys(files)];
  expect((await show(args, { files })).replace(/"result":.*/, "...")).toMatchInlineSnapshot(`
    "{"name":"good",...
    ! inittab: gone: no such file or directory
    ! inittab: 1.json: no JSON: close brace expected (line 1, column 2)
    ! inittab: 2.json: value 1 is no case but a number
    ! inittab: 3.json: x: inittab is neither a text nor null
    ! inittab: 4.json: y: init "upstart" is not known
    ! inittab: 5.json: z: the file /etc/inittab.d/a.tab is no text
    exit 2"
  `);
});

interface Recorded {
  readonly lintian: readonly (readonly [string, string, number, string])[];
  readonly rpmlint: readonly (readonly [string, string, string])[];
}

test("wrong usage", async () => {
  const told: string[] = [];
  for (const args of ["", "parse", "frob x", "constructor x", "parse --init upstart x", "parse --frob x"]) {
    const words = args.split(" ").filter(Boolean);
    const { stderr } = await runCaptured((streams) => runCommand(replay, words, streams));
    told.push(stderr.split("\n")[0] ?? "");
  }
  // Which kinds there are is the table's business.
  const list = Object.keys(kinds).join(", ");
  for (const [index, line] of told.entries()) told[index] = line.replace(list, "KINDS");
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "inittab: no KIND given
    inittab: no PATH given
    inittab: there is no kind frob; there is KINDS
    inittab: there is no kind constructor; there is KINDS
    inittab: --init upstart: the known releases are 2.88, 2.92, 2.95, 2.97, 3.02, 3.04, 3.06, 3.11, 3.14
    inittab: unknown option --frob"
  `);
});

test("the help is several lines", async () => {
  const { stdout } = await run(["--help"]);
  expect(stdout).toContain("\n  procd-inittab ");
  expect(stdout).not.toContain("\u240a");
});
