// The words of a rule's page. They stand with the rule, and hardly any run needs them: a program of several files keeps them
// in a file of their own, and what makes it (scripts/rule-docs.mjs) puts another module in the place of this one. So
// whatever is part of such a program asks here, and never the rule.

import type { Example, RuleDocs, RuleFacts } from "./contract.ts";

/** What the page of a rule says. */
export function docsOf<E extends Example>(rule: RuleFacts<E>): RuleDocs<E> {
  return rule.docs;
}

/** What proves a rule. */
export function sourcesOf(rule: RuleFacts): readonly string[] {
  return rule.sources;
}
