// The meanings of a word as one page: the likeliest in full, the others as a list.

import { type Dialect, dialectTitle } from "../inittab/dialect.ts";
import type { Localizer } from "../text/localizer.ts";
import { listOf, type Message } from "../text/message.ts";
import { wordFor } from "./find.ts";
import { scriptPageMarkdown } from "./initscript/pages.ts";
import { isForeign, type Meaning, meaningsOf } from "./look-up.ts";
import { topicMarkdown } from "./markdown.ts";
import { message } from "./message.ts";
import { argumentPart, type CommandArgument, type Topic, topicPart } from "./topic.ts";

/** How a word is looked up. */
export interface WordQuestion {
  readonly word: string;
  readonly dialect: Dialect;
  /** The user or a file says that it is this dialect, so that a word of another one is to be called foreign. */
  readonly isAsked: boolean;
}

/** What a word means, as Markdown; undefined if the word is not known. */
export function meaningsMarkdown(
  { word, dialect, isAsked }: WordQuestion,
  localizer: Localizer,
): string | undefined {
  const meanings = meaningsOf(word, dialect);
  const [first, ...others] = meanings;
  if (first === undefined) return undefined;
  const foreign = isAsked && isForeign(meanings, dialect) ? foreignWords(first, word, dialect) : undefined;
  return [
    ...(foreign === undefined ? [] : [`${localizer.markdown(foreign)}\n`]),
    ...argumentOf(first, localizer),
    pageOf(first, localizer, dialect),
    ...(others.length === 0 ? [] : [listed(others, word, localizer, dialect)]),
  ].join("\n");
}

/**
 * A word of the table is known to an init or not. Programs, files, signals and boot arguments are there whatever the init
 * is, and what it makes of them is not said to be nothing.
 */
function foreignWords(first: Meaning, word: string, dialect: Dialect): Message | undefined {
  if (first.kind !== "topic") return undefined;
  const { kind, dialects } = first.topic;
  const others = listOf(dialects.slice(0, 3).map(dialectTitle), "and");
  const ofTable = ["field", "action", "runlevel", "flag"].includes(kind);
  return ofTable
    ? message("meaning.unknown-here", { others, dialect: dialectTitle(dialect), word: { code: word } })
    : message("meaning.told-of", { others, dialect: dialectTitle(dialect) });
}

/** The option or operand that was asked for stands in front of its command's page. */
function argumentOf(meaning: Meaning, { markdown }: Localizer): readonly string[] {
  if (meaning.kind !== "topic" || meaning.argument === undefined) return [];
  return [`${markdown(argumentSentence(meaning.topic, meaning.argument))}\n`];
}

/** What an option or operand does, to stand in front of its command's page. */
export function argumentSentence(topic: Topic, argument: CommandArgument): Message {
  return message("meaning.argument", {
    argument: { code: argument.name },
    meaning: argumentPart(topic, argument),
  });
}

function pageOf(meaning: Meaning, localizer: Localizer, dialect: Dialect): string {
  return meaning.kind === "topic"
    ? topicMarkdown(meaning.topic, localizer, dialect)
    : `${scriptPageMarkdown(meaning.page, localizer)}\n`;
}

function listed(others: readonly Meaning[], word: string, localizer: Localizer, dialect: Dialect): string {
  const { markdown } = localizer;
  const lines = others.map((other) => `- ${markdown(inOneLine(other, dialect))}`);
  return `**${markdown(message("meaning.more", { word }))}**\n\n${lines.join("\n")}\n`;
}

function inOneLine(meaning: Meaning, dialect: Dialect): Message {
  if (meaning.kind === "page") {
    const { id, page } = meaning;
    return message("meaning.other", { title: page.title, summary: page.summary, id: { code: id } });
  }
  const { topic } = meaning;
  const own = wordFor(topic, dialect);
  const [found] = meaningsOf(own, dialect);
  const id = found?.kind === "topic" && found.topic === topic ? own : topic.id;
  return message("meaning.other", {
    title: topicPart(topic, "title"),
    summary: topicPart(topic, "summary"),
    id: { code: id },
  });
}
