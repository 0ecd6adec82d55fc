// Every rule there is, in the order of their codes.

import type { Rule } from "./contract.ts";
import { duplicateId } from "./rules/duplicate-id.ts";
import { unusedSilencer } from "./rules/unused-silencer.ts";

export const rules: readonly Rule[] = [duplicateId, unusedSilencer];

/** The rule with this id or code, letter case ignored. */
export function findRule(name: string): Rule | undefined {
  const wanted = name.toLowerCase();
  return rules.find((rule) => rule.id === wanted || rule.code.toLowerCase() === wanted);
}
