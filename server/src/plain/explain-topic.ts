import { dialects, type Localizer, topicMarkdown, topics } from "@inittab/core";

/** The whole page of the manual, with its sources; null where there is no such page. */
export function explainTopic(topic: unknown, dialect: unknown, localizer: Localizer): string | null {
  const page = topics.find(({ id }) => id === topic);
  return page === undefined
    ? null
    : topicMarkdown(
        page,
        localizer,
        dialects.find((known) => known === dialect),
      );
}
