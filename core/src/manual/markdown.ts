// How a topic looks in a hover and on the terminal. Nothing here knows what a topic says.

import type { Dialect } from "../inittab/dialect.ts";
import { topicById, wordFor } from "./find.ts";
import type { Topic } from "./topic.ts";

/** The whole topic as Markdown: title, summary, usage, body, arguments, other topics and sources. */
export function topicMarkdown(topic: Topic, dialect?: Dialect): string {
  const parts = [`### ${escapeTitle(topic.title)}`, topic.summary];
  if (topic.usage !== undefined) parts.push(["```text", ...topic.usage, "```"].join("\n"));
  if (topic.arguments !== undefined)
    parts.push(topic.arguments.map(({ name, meaning }) => `- ${code(name)}: ${meaning}`).join("\n"));
  parts.push(topic.body.join("\n"));
  const others = (topic.seeAlso ?? []).map((id) => {
    const other = topicById(id);
    return code(other === undefined ? id : wordFor(other, dialect));
  });
  if (others.length > 0) parts.push(`See also: ${others.join(", ")}`);
  const sources = topic.sources.map((source) => source.replace(/^source: /, "").replace(/[*_]/g, "\\$&"));
  parts.push(`*Sources: ${sources.join("; ")}*`);
  return `${parts.join("\n\n")}\n`;
}

function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A title may hold `#`, `*` or `+` as a subject. */
function escapeTitle(title: string): string {
  return title.replace(/[#*+_]/g, "\\$&");
}
