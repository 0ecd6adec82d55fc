import {
  dialects,
  findAnyRule,
  type Localizer,
  meaningsMarkdown,
  rulePage,
  topicMarkdown,
  topics,
} from "@inittab/core";

/** The whole page of the manual, with its sources, by its id; else that of a rule or of a word; null where there is none. */
export function explainTopic(topic: unknown, dialect: unknown, localizer: Localizer): string | null {
  const page = topics.find(({ id }) => id === topic);
  const meant = dialects.find((known) => known === dialect);
  if (page !== undefined) return topicMarkdown(page, localizer, meant);
  if (typeof topic !== "string" || topic.includes("\n")) return null;
  const rule = findAnyRule(topic);
  if (rule !== undefined) return rulePage(rule, localizer);
  const word = { word: topic, dialect: meant ?? ("sysvinit" as const), isAsked: meant !== undefined };
  return meaningsMarkdown(word, localizer) ?? null;
}
