import { findAnyRule } from "@inittab/core";

/** Finds a rule by what users call it: its id or its code. */
export type RuleFinder = (name: string) => { readonly id: string } | undefined;

/** Knows the rules of all kinds of documents. */
export const ruleNamed: RuleFinder = findAnyRule;
