// What the fixes of all rules on lock files must have in common.

import { describe, expect, test } from "vitest";
import { told } from "../../../testing/lock-check.ts";
import { exampleOptions, fixedScript } from "../../../testing/script-check.ts";
import { scriptRules } from "../registry.ts";

describe("a fix brings nothing else that is wrong with the lock", () => {
  const rules = scriptRules.filter(({ code, group }) => /^IT8[01]/.test(code) && group !== "nursery");
  const examples = rules.flatMap(({ id, docs }) => docs.wrong.map((example) => [id, example] as const));
  test.each(examples)("%s", (rule, example) => {
    const options = exampleOptions(example);
    const fixed = fixedScript(example.text, rule, options);
    const before = told(example.text, options).filter((each) => !each.endsWith(rule));
    if (fixed !== undefined) expect(before, fixed).toEqual(told(fixed, options));
  });
});
