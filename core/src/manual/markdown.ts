// How a topic looks in a hover and on the terminal. Nothing here knows what a topic says.

import type { Dialect } from "../inittab/dialect.ts";
import type { Localizer } from "../text/localizer.ts";
import { listOf } from "../text/message.ts";
import { remembered } from "../text/remembered.ts";
import { escapeMarkdown, markdownBlock, markdownCode } from "../text/safe-text.ts";
import { topicById, wordFor } from "./find.ts";
import { message } from "./message.ts";
import { argumentPart, type Topic, topicPart } from "./topic.ts";

/** The whole topic as Markdown: title, summary, usage, body, arguments, other topics and sources. */
export function topicMarkdown(topic: Topic, localizer: Localizer, dialect?: Dialect): string {
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
  const parts = [
    `### ${escapeMarkdown(prose(topicPart(topic, "title")))}`,
    prose(topicPart(topic, "summary")),
  ];
  if (topic.usage !== undefined) parts.push(markdownBlock(topic.usage.join("\n"), "text"));
  if (topic.arguments !== undefined)
    parts.push(
      topic.arguments
        .map((argument) => `- ${markdownCode(argument.name)}: ${prose(argumentPart(topic, argument))}`)
        .join("\n"),
    );
  parts.push(bodyOf(topic, localizer));
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
  const sources = topic.sources.map((source) => source.replace(/^source: /, ""));
  parts.push(`*${localizer.markdown(message("page.sources", { sources: sources.join("; ") }))}*`);
  return `${parts.join("\n\n")}\n`;
}

/** The sentences of the body, each translated by its place; examples and blank lines are no prose. */
function bodyOf({ id, body }: Topic, { prose }: Localizer): string {
  let isExample = false;
  return body
    .map((line, index) => {
      const isFence = line.startsWith("```");
      if (isFence) isExample = !isExample;
      const isProse = line !== "" && !isFence && !isExample;
      return isProse ? prose({ prose: `${id}.body.${index}`, english: line }) : line;
    })
    .join("\n");
}
