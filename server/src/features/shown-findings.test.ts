import { type Severity, severities } from "@inittab/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentOf } from "../testing/document.ts";
import { countsOf, shownFindings } from "./shown-findings.ts";

const [model] = documentOf("x\n").findings();

function findingsOf(list: readonly Severity[]) {
  if (model === undefined) throw new Error("a line without a colon has a finding");
  return list.map((severity, at) => ({ ...model, severity, range: { start: at, end: at } }));
}

const rank = (severity: Severity) => severities.indexOf(severity);

test("an error after any number of hints is shown", () => {
  const findings = findingsOf([...Array<Severity>(1000).fill("hint"), "error"]);
  const { shown, rest } = shownFindings(findings, 1000);
  expect(shown.map(({ severity }) => severity)).toEqual([...Array<Severity>(999).fill("hint"), "error"]);
  expect(rest).toEqual([findings[999]]);
});

test("what is shown is never milder than what is not, and comes first among its equals", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...severities), { maxLength: 40 }), fc.nat(40), (list, most) => {
      const findings = findingsOf(list);
      const { shown, rest } = shownFindings(findings, most);
      expect(shown).toHaveLength(Math.min(most, findings.length));
      const at = ({ range }: { readonly range: { readonly start: number } }) => range.start;
      for (const part of [shown, rest]) expect(part.map(at)).toEqual(part.map(at).toSorted((a, b) => a - b));
      expect([...shown, ...rest].sort((one, other) => at(one) - at(other))).toEqual(findings);
      for (const one of shown)
        for (const other of rest)
          expect(rank(one.severity) * 100 + at(one)).toBeLessThan(rank(other.severity) * 100 + at(other));
      expect(Object.values(countsOf(rest)).reduce((sum, count) => sum + count)).toBe(rest.length);
    }),
  );
});
