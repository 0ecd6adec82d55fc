import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BusyboxScenario, type BusyboxTrace, simulateBusybox } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { describeDifference } from "../trace-difference.ts";
import { compareBusyboxTraces } from "./compare.ts";

const cases = join(import.meta.dirname, "../../../test-fixtures/conformance/busybox");

/** Simulates a recorded scenario; tells how it differs from the recording. */
function check(name: string): string {
  const scenario: BusyboxScenario = JSON.parse(readFileSync(join(cases, `${name}.scenario.json`), "utf8"));
  const recorded: BusyboxTrace = JSON.parse(readFileSync(join(cases, `${name}.trace.json`), "utf8"));
  return compareBusyboxTraces(recorded, simulateBusybox(scenario)).map(describeDifference).join("\n");
}

describe("what the real BusyBox init did in the recorded scenarios", () => {
  const names = readdirSync(cases)
    .filter((file) => file.endsWith(".scenario.json"))
    .map((file) => file.replace(".scenario.json", ""));

  test("are all there", () => {
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((name) => !existsSync(join(cases, `${name}.trace.json`)))).toEqual([]);
  });

  for (const name of names)
    test(name, () => {
      expect(check(name)).toBe("");
    });
});
