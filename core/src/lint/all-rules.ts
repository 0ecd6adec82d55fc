// Every rule, whatever it is about: what pages, settings, the command line and reports list.

import type { Rule } from "./contract.ts";
import type { ScriptRule } from "./initscript/contract.ts";
import { scriptRules } from "./initscript/registry.ts";
import { rules } from "./inittab/registry.ts";

/** A rule about an inittab or about an init script. */
export type AnyRule = Rule | ScriptRule;

/** All rules, in the order of their codes. */
export const allRules: readonly AnyRule[] = [...rules, ...scriptRules].toSorted((one, other) =>
  one.code < other.code ? -1 : 1,
);

/** The rule with this id or code, letter case ignored. */
export function findAnyRule(name: string): AnyRule | undefined {
  const wanted = name.toLowerCase();
  return allRules.find((rule) => rule.id === wanted || rule.code.toLowerCase() === wanted);
}
