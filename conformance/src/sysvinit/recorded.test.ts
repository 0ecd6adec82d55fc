import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Scenario, type SysvinitVersion, simulate, type Trace } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { describeDifference } from "../trace-difference.ts";
import { compareTraces } from "./compare.ts";

const cases = join(import.meta.dirname, "../../../test-fixtures/conformance/sysvinit");

/** Recorded scenarios that the simulator does not yet get right, by version and name. One that passes must leave the list. */
const knownFailures: readonly string[] = [];

const directories: Readonly<Partial<Record<SysvinitVersion, string>>> = {
  "2.88": "2.88",
  "3.06": ".",
  "3.14": "3.14",
};

function read<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(cases, ...path), "utf8"));
}

/** Simulates a recorded scenario; tells how it differs from the recording. */
function check(name: string, version: SysvinitVersion): string {
  const scenario = read<Scenario>(`${name}.scenario.json`);
  const recorded = read<Trace>(directories[version] ?? ".", `${name}.trace.json`);
  return compareTraces(recorded, simulate(scenario, { version })).map(describeDifference).join("\n");
}

describe("what the real init did in the recorded scenarios", () => {
  const names = readdirSync(cases)
    .filter((file) => file.endsWith(".scenario.json"))
    .map((file) => file.replace(".scenario.json", ""));
  for (const version of ["2.88", "3.06", "3.14"] as const)
    test(`sysvinit ${version}`, () => {
      const recorded = names.filter((name) =>
        existsSync(join(cases, directories[version] ?? ".", `${name}.trace.json`)),
      );
      expect(recorded.length).toBeGreaterThan(120);
      const failures = recorded
        .map((name) => ({ name: `${version} ${name}`, differences: check(name, version) }))
        .filter(({ differences }) => differences !== "");
      const known = new Set(knownFailures);
      expect(failures.filter(({ name }) => !known.has(name))).toEqual([]);
      const passing = knownFailures.filter(
        (name) => name.startsWith(`${version} `) && !failures.some((failure) => failure.name === name),
      );
      expect(passing, "known failures that pass").toEqual([]);
    });
});
