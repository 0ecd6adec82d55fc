import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runScript, shown } from "@inittab/cli/testing/process";
import type { BusyboxTrace } from "@inittab/core";
import { expect, test } from "vitest";
import { compareBusyboxTraces } from "../busybox/compare.ts";
import { describeDifference } from "../trace-difference.ts";

const root = join(import.meta.dirname, "../../..");
const program = join(root, "conformance/run.mjs");
const recorded = join(root, "test-fixtures/conformance/busybox");

const scenariosIn = (folder: string) =>
  readdirSync(join(recorded, folder), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".scenario.json"),
  );

/** Replays a folder; answers by the name of the scenario. */
async function answersFor(folder: string, ...options: readonly string[]) {
  const { stdout, stderr, exitCode } = await runScript(program, [
    "replay",
    "busybox",
    ...options,
    join(recorded, folder),
  ]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const answers: readonly { readonly name: string; readonly result: BusyboxTrace }[] = stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  return answers;
}

const expectedIn = (folder: string, name: string): BusyboxTrace =>
  JSON.parse(readFileSync(join(recorded, folder, `${name}.trace.json`), "utf8"));

test("every recorded scenario of all builds, through the script of the workspace", async () => {
  const answers = await answersFor(".");
  const names = scenariosIn(".").map((file) => basename(file));
  expect(answers.map(({ name }) => `${name}.scenario.json`).sort()).toEqual(names.sort());
  for (const { name, result } of answers) {
    const folder = result.init.replace("busybox-", "");
    const expected = expectedIn(newer.includes(folder) ? folder : ".", name);
    expect([name, ...compareBusyboxTraces(expected, result).map(describeDifference)]).toEqual([name]);
    expect({ scenario: result.scenario, init: result.init }).toEqual({
      scenario: expected.scenario,
      init: expected.init,
    });
  }
});

const newer = ["1.36.1", "1.37.0", "1.38.0", "1.38.0-oe"];

test.each(newer)("what --init names goes before what the scenarios name: %s", async (folder) => {
  // The scenarios are those of another build.
  const other = folder === "1.38.0" ? "1.36.1" : "1.38.0";
  const answers = await answersFor(other, "--init", `busybox-${folder}`);
  let compared = 0;
  for (const { name, result } of answers) {
    expect(result.init).toBe(`busybox-${folder}`);
    if (!existsSync(join(recorded, folder, `${name}.trace.json`))) continue;
    const differences = compareBusyboxTraces(expectedIn(folder, name), result).map(describeDifference);
    expect([name, ...differences]).toEqual([name]);
    compared++;
  }
  expect(compared).toBeGreaterThan(30);
});

test("a build that nobody knows", async () => {
  const files = { "a.json": "{}" };
  expect(
    shown(await runScript(program, ["replay", "busybox", "--init", "busybox-9", "a.json"], { files })),
  ).toContain("--init busybox-9: the known builds are busybox-1.35-buildroot, busybox-1.35-oe,");
});

test("what is no scenario of BusyBox", async () => {
  const files = {
    "a.json": '{"name": "a", "init": "busybox-9", "inittab": "", "until": 1}',
    "b.json": '{"name": "b", "inittab": "", "until": "x"}',
    "c.json": '{"name": "c", "inittab": "", "until": 1, "events": [{"at": 1, "telinit": "3"}]}',
    "sub/other.json": '{"name": "other", "init": "sysvinit-3.06", "inittab": "", "until": 1}',
  };
  expect(
    shown(await runScript(program, ["replay", "busybox", "a.json", "b.json", "c.json", "sub"], { files })),
  ).toMatchInlineSnapshot(`
    "! inittab: a.json: a: init: must be one of "busybox-1.35-buildroot", "busybox-1.35-oe", "busybox-1.35-alpine", "busybox-1.35", "busybox-1.35-stock", "busybox-1.36.1", "busybox-1.36.1-oe", "busybox-1.36.1-alpine", "busybox-1.36.1-debian", "busybox-1.36.1-stock", "busybox-1.37.0", "busybox-1.37.0-oe", "busybox-1.37.0-alpine", "busybox-1.37.0-debian", "busybox-1.37.0-stock", "busybox-1.38.0", "busybox-1.38.0-oe", "busybox-1.38.0-alpine", "busybox-1.38.0-debian", "busybox-1.38.0-stock"
    ! inittab: b.json: b: until: must be a number
    ! inittab: c.json: c: events[0]: must have exactly one of signal, write, kill, console, input
    ! inittab: 1 case of another kind passed over
    exit 2"
  `);
});
