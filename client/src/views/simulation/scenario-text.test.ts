import { mostNesting } from "@inittab/core";
import { anyText } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readScenarioText } from "./scenario-text.ts";

const nested = (depth: number, open: string, inner: string, close: string): string =>
  `{"until": 60, "events": ${open.repeat(depth - 1)}${inner}${close.repeat(depth - 1)}}`;

test("a scenario without its own table and schema", () => {
  const text = '{"$schema": "x", "inittab": "id:2:initdefault:\\n", "until": 60, "events": []}';
  expect(readScenarioText(text)).toEqual({ kind: "scenario", scenario: { until: 60, events: [] } });
});

test("brackets that are nested too deeply are said, and no parser is asked", () => {
  expect(readScenarioText(nested(mostNesting, "[", "1", "]")).kind).toBe("scenario");
  expect(readScenarioText(nested(mostNesting + 1, "[", "1", "]"))).toEqual({ kind: "too-deep" });
  expect(readScenarioText(nested(mostNesting + 1, '{"a":', "1", "}"))).toEqual({ kind: "too-deep" });
  expect(readScenarioText("[".repeat(5_000_000))).toEqual({ kind: "too-deep" });
  expect(readScenarioText('{"a":'.repeat(1_000_000))).toEqual({ kind: "too-deep" });
  // Brackets in a string are text.
  expect(readScenarioText(JSON.stringify({ name: "[".repeat(5_000) })).kind).toBe("scenario");
});

test("what is no JSON, and JSON that is no object", () => {
  expect(readScenarioText("{").kind).toBe("no-json");
  expect(readScenarioText("").kind).toBe("no-json");
  for (const text of ["[]", "1", "null", '"x"', "true"])
    expect(readScenarioText(text)).toEqual({ kind: "no-object" });
});

test("any text has an answer", () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      expect(readScenarioText(text).kind).toMatch(/^[a-z-]+$/);
    }),
  );
});
