// Every recorded case of lintian and rpmlint beside the tags that our rules stand for.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scriptText } from "../../../testing/systems.ts";
import type { ToolTag } from "../contract.ts";
import { toolTags } from "../lint.ts";

interface Recorded {
  readonly case: {
    readonly id: string;
    readonly name: string;
    readonly body: readonly string[];
    readonly mode?: string;
  };
  readonly expect: {
    readonly lintian: readonly (readonly [string, string, number, string])[];
    readonly rpmlint: readonly (readonly [string, string, string])[];
  };
}

const path = join(import.meta.dirname, "../../../../../test-fixtures/conformance/initscripts/lint.json");
const cases: readonly Recorded[] = JSON.parse(readFileSync(path, "utf8"));

function told(script: Recorded["case"], tool: ToolTag["tool"]): readonly ToolTag[] {
  const mode = Number.parseInt(script.mode ?? "755", 8);
  return toolTags({ text: scriptText(script), name: script.name, mode }, tool);
}

test("the recording is whole", () => expect(cases.length).toBeGreaterThanOrEqual(86));

describe("lintian 2.116", () => {
  test.each(cases.map((each) => [each.case.id, each] as const))(
    "%s",
    (_id, { case: script, expect: real }) => {
      const ours = told(script, "lintian").map(({ severity, tag, line }) => [severity, tag, line]);
      expect(ours).toEqual(real.lintian.map(([severity, tag, line]) => [severity, tag, line]));
    },
  );
});

describe("rpmlint 2.4", () => {
  test.each(cases.map((each) => [each.case.id, each] as const))(
    "%s",
    (_id, { case: script, expect: real }) => {
      const ours = told(script, "rpmlint").map(({ severity, tag }) => [severity, tag]);
      expect(ours).toEqual(real.rpmlint.map(([severity, tag]) => [severity, tag]));
    },
  );
});
