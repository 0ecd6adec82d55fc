import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runScript, shown } from "@inittab/cli/testing/process";
import type { BusyboxTrace } from "@inittab/core";
import { expect, test } from "vitest";
import { compareBusyboxTraces } from "../busybox/compare.ts";
import { describeDifference } from "../trace-difference.ts";

const root = join(import.meta.dirname, "../../..");
const program = join(root, "conformance/run.mjs");
const recorded = join(root, "test-fixtures/conformance/busybox");

test("every recorded scenario of both builds, through the script of the workspace", async () => {
  const { stdout, stderr, exitCode } = await runScript(program, ["replay", "busybox", recorded]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const answers: readonly { readonly name: string; readonly result: BusyboxTrace }[] = stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  const names = readdirSync(recorded).filter((file) => file.endsWith(".scenario.json"));
  expect(answers.map(({ name }) => `${name}.scenario.json`).sort()).toEqual(names.sort());
  for (const { name, result } of answers) {
    const expected: BusyboxTrace = JSON.parse(readFileSync(join(recorded, `${name}.trace.json`), "utf8"));
    expect([name, ...compareBusyboxTraces(expected, result).map(describeDifference)]).toEqual([name]);
    expect({ scenario: result.scenario, init: result.init }).toEqual({
      scenario: expected.scenario,
      init: expected.init,
    });
  }
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
    "! inittab: a.json: a: init: must be one of "busybox-1.35", "busybox-1.35-stock"
    ! inittab: b.json: b: until: must be a number
    ! inittab: c.json: c: events[0]: must have exactly one of signal, write, kill, console, input
    ! inittab: 1 case of another kind passed over
    exit 2"
  `);
});
