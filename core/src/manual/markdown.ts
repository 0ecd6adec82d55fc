// How a topic looks in a hover and on the terminal. Nothing here knows what a topic says.

import type { Dialect } from "../inittab/dialect.ts";
import type { Localizer } from "../text/localizer.ts";
import { listOf } from "../text/message.ts";
import { topicById, wordFor } from "./find.ts";
import { message } from "./message.ts";
import { argumentPart, type Topic, topicPart } from "./topic.ts";

/** The whole topic as Markdown: title, summary, usage, body, arguments, other topics and sources. */
export function topicMarkdown(topic: Topic, localizer: Localizer, dialect?: Dialect): string {
  const { prose } = localizer;
  const parts = [`### ${escapeTitle(prose(topicPart(topic, "title")))}`, prose(topicPart(topic, "summary"))];
  if (topic.usage !== undefined) parts.push(["```text", ...topic.usage, "```"].join("\n"));
  if (topic.arguments !== undefined)
    parts.push(
      topic.arguments
        .map((argument) => `- ${code(argument.name)}: ${prose(argumentPart(topic, argument))}`)
        .join("\n"),
    );
  parts.push(bodyOf(topic, localizer));
  const others = (topic.seeAlso ?? []).map((id) => {
    const other = topicById(id);
    return code(other === undefined ? id : wordFor(other, dialect));
  });
  if (others.length > 0)
    parts.push(localizer.text(message("page.see-also", { topics: listOf(others, "comma") })));
  const sources = topic.sources.map((source) => source.replace(/^source: /, "").replace(/[*_]/g, "\\$&"));
  parts.push(`*${localizer.text(message("page.sources", { sources: sources.join("; ") }))}*`);
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

function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A title may hold `#`, `*` or `+` as a subject. */
function escapeTitle(title: string): string {
  return title.replace(/[#*+_]/g, "\\$&");
}
