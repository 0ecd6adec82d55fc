// Every rule, whatever it is about: what pages, settings, the command line and reports list.

import type { RuleFacts } from "./contract.ts";
import { pageOf, tableOf } from "./page.ts";
import { byCode } from "./report.ts";
import { rooms } from "./rooms.ts";

/** All rules, in the order of their codes; each once, though several rooms may have it. */
export const allRules: readonly RuleFacts[] = rooms
  .flatMap(({ rules }) => rules)
  .filter(({ id }, index, all) => all.findIndex((rule) => rule.id === id) === index)
  .toSorted(byCode);

/** The rule with this id or code, letter case ignored. */
export function findAnyRule(name: string): RuleFacts | undefined {
  const wanted = name.toLowerCase();
  return allRules.find((rule) => rule.id === wanted || rule.code.toLowerCase() === wanted);
}

/** The page of a rule as Markdown, one sentence per line. */
export function rulePage(rule: RuleFacts): string {
  return pageOf(
    rule,
    rooms.flatMap(({ partsOf }) => partsOf(rule.id) ?? []),
  );
}

/** The table of all rules as Markdown. */
export function ruleTable(): string {
  return tableOf(
    allRules,
    rooms.flatMap(({ codes }) => codes),
  );
}
