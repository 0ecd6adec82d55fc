import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BusyboxScenario, type BusyboxTrace, simulateBusybox } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { describeDifference } from "../trace-difference.ts";
import { compareBusyboxTraces } from "./compare.ts";

const cases = join(import.meta.dirname, "../../../test-fixtures/conformance/busybox");

/** Simulates a recorded scenario; tells how it differs from the recording. */
function check(folder: string, name: string): string {
  const read = (kind: string) =>
    JSON.parse(readFileSync(join(cases, folder, `${name}.${kind}.json`), "utf8"));
  const scenario: BusyboxScenario = read("scenario");
  const recorded: BusyboxTrace = read("trace");
  return compareBusyboxTraces(recorded, simulateBusybox(scenario)).map(describeDifference).join("\n");
}

describe.each([
  [".", 90],
  ["1.36.1", 35],
  ["1.37.0", 35],
  ["1.38.0", 35],
  ["1.38.0-oe", 35],
])("what the real BusyBox init did in the recorded scenarios of %s", (folder, least) => {
  const names = readdirSync(join(cases, folder))
    .filter((file) => file.endsWith(".scenario.json"))
    .map((file) => file.replace(".scenario.json", ""));

  test("are all there", () => {
    expect(names.length).toBeGreaterThan(least);
    expect(names.filter((name) => !existsSync(join(cases, folder, `${name}.trace.json`)))).toEqual([]);
  });

  for (const name of names)
    test(name, () => {
      expect(check(folder, name)).toBe("");
    });
});
