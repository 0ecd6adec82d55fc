// A room: the rules about one kind of file, and how pages speak of them. What lists and explains rules of every kind
// sees rooms only.

import type { Localizer } from "../text/localizer.ts";
import type { Message } from "../text/message.ts";
import type { Example, RuleFacts } from "./contract.ts";
import { type PageParts, pageParts, type RoomWords } from "./page.ts";

/** The rules about one kind of file. */
export interface RuleRoom {
  readonly rules: readonly RuleFacts[];
  /** What the first digits of their codes mean: `1xx init drops the line`. */
  readonly codes: readonly Message[];
  /** The parts of the page of the rule with this id; undefined where the room has none. */
  readonly partsOf: (id: string, localizer: Localizer) => PageParts | undefined;
}

/** The room of these rules. */
export function ruleRoom<Rule extends RuleFacts<E>, E extends Example>(
  rules: readonly Rule[],
  words: RoomWords<Rule, E>,
): RuleRoom {
  return {
    rules,
    codes: words.codes,
    partsOf: (id, localizer) => {
      const rule = rules.find((each) => each.id === id);
      return rule && pageParts(rule, words, localizer);
    },
  };
}
