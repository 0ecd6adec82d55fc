// How a topic looks in a hover and on the terminal. Nothing here knows what a topic says.

import type { Dialect } from "../inittab/dialect.ts";
import type { Localizer } from "../text/localizer.ts";
import { listOf } from "../text/message.ts";
import { remembered } from "../text/remembered.ts";
import { escapeMarkdown, markdownBlock, markdownCode } from "../text/safe-text.ts";
import { topicById, wordFor } from "./find.ts";
import { message } from "./message.ts";
import { sourceWords } from "./sources.ts";
import { argumentPart, bodyLines, type Topic, topicPart } from "./topic.ts";

/** The whole topic as Markdown: title, summary, usage, body, arguments, other topics and sources. */
export function topicMarkdown(topic: Topic, localizer: Localizer, dialect?: Dialect): string {
  return `${topicPage(topic, localizer, dialect)}\n\n${sourcesOf(topic, localizer)}\n`;
}

/** The beginning of a topic as Markdown: its title and its summary. */
export function topicOpening(topic: Topic, { prose }: Localizer): string {
  const title = escapeMarkdown(prose(topicPart(topic, "title")));
  return `### ${title}\n\n${prose(topicPart(topic, "summary"))}`;
}

/** The topic as Markdown without its sources, which are for those who want to check it. */
export function topicPage(topic: Topic, localizer: Localizer, dialect?: Dialect): string {
  const pages = pagesOf(localizer)(topic);
  const known = pages.get(dialect);
  if (known !== undefined) return known;
  const page = wordTopic(topic, localizer, dialect);
  pages.set(dialect, page);
  return page;
}

/** The pages that were asked for: a list of proposals carries the same ones with each key. */
const pagesOf = remembered((_: Localizer) =>
  remembered((_: Topic) => new Map<Dialect | undefined, string>()),
);

function wordTopic(topic: Topic, localizer: Localizer, dialect: Dialect | undefined): string {
  const { prose } = localizer;
  const parts = [topicOpening(topic, localizer)];
  if (topic.usage !== undefined) parts.push(markdownBlock(topic.usage.join("\n"), "text"));
  if (topic.arguments !== undefined)
    parts.push(
      topic.arguments
        .map((argument) => `- ${markdownCode(argument.name)}: ${prose(argumentPart(topic, argument))}`)
        .join("\n"),
    );
  parts.push(
    bodyLines(topic)
      .map((line) => (typeof line === "string" ? line : prose(line)))
      .join("\n"),
  );
  const reader = dialect !== undefined && topic.dialects.includes(dialect) ? dialect : topic.dialects[0];
  const others = (topic.seeAlso ?? []).map((id) => {
    const other = topicById(id);
    if (other === undefined) return { code: id };
    // The page of another init is found by its own word there.
    const isRead = reader !== undefined && other.dialects.includes(reader);
    return { code: wordFor(other, isRead ? reader : other.dialects[0]) };
  });
  if (others.length > 0)
    parts.push(localizer.markdown(message("page.see-also", { topics: listOf(others, "comma") })));
  return parts.join("\n\n");
}

function sourcesOf(topic: Topic, localizer: Localizer): string {
  const sources = topic.sources.map((source) => localizer.markdown(sourceWords(source))).join("; ");
  return `*${localizer.markdown(message("page.sources", { sources: { verbatim: sources } }))}*`;
}
