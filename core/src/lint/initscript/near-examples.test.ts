// What each rule says of texts that are nearly its examples. A rule that has changed on purpose is recorded again with
// `RECORD=1 npx vitest run core/src/lint/initscript/near-examples.test.ts`.

import { join } from "node:path";
import { expect, test } from "vitest";
import { nearTexts } from "../../testing/near-texts.ts";
import { recordedIn } from "../../testing/recorded.ts";
import { exampleOptions, scriptInput } from "../../testing/script-check.ts";
import type { ScriptExample, ScriptRule } from "./contract.ts";
import { lintScript } from "./lint.ts";
import { scriptRules } from "./registry.ts";

const variants = 20;

const recorded = recordedIn(join(import.meta.dirname, "near-examples.json"));

/** Lines of the same folder's rules, which are most likely to matter. */
function linesNear(rule: ScriptRule): readonly string[] {
  const near = scriptRules.filter(({ code }) => code.slice(0, 4) === rule.code.slice(0, 4));
  return near.flatMap(({ docs }) => [...docs.wrong, ...docs.right]).flatMap(({ text }) => text.split("\n"));
}

/** What the rule, and no other one, says of an example's variants. */
function answers(rule: ScriptRule, example: ScriptExample): unknown {
  const off = Object.fromEntries(
    scriptRules.map(({ id, severity }) => [id, id === rule.id ? severity : ("off" as const)]),
  );
  const options = { everyFamily: true, severities: off };
  return [example.text, ...nearTexts(example.text, linesNear(rule), variants)].map((text) => {
    const input = scriptInput(text, exampleOptions(example));
    const found = lintScript(input, options);
    return found.map(({ range, message, related, fixes }) => [range, message, related, fixes]);
  });
}

test.each(scriptRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const examples = [...rule.docs.wrong, ...rule.docs.right];
  recorded.expectSame(
    id,
    examples.map((example) => answers(rule, example)),
  );
});

test("nothing else is recorded", () => {
  const ids = new Set(scriptRules.map(({ id }) => id));
  expect(recorded.names().filter((name) => !ids.has(name))).toEqual([]);
});
