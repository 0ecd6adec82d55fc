// Every rule, whatever it is about: what pages, settings, the command line and reports list.

import type { Localizer } from "../text/localizer.ts";
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
export function rulePage(rule: RuleFacts, localizer: Localizer): string {
  const parts = rooms.flatMap(({ partsOf }) => partsOf(rule.id, localizer) ?? []);
  return pageOf(rule, parts, localizer);
}

/** The table of all rules as Markdown. */
export function ruleTable(localizer: Localizer): string {
  const codes = rooms.flatMap((room) => room.codes);
  return tableOf(allRules, codes, localizer);
}
