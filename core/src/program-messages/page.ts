// The page of a message as Markdown.

import type { Localizer } from "../text/localizer.ts";
import { listOf, type Message, type Prose } from "../text/message.ts";
import { escapeMarkdown } from "../text/safe-text.ts";
import { type KnownMessage, proseOf, titleOf } from "./contract.ts";
import type { FoundMessage } from "./find.ts";
import { message } from "./message.ts";
import type { MessagePlace } from "./places.ts";

/** What is added to a message's page where a file or a system was given. */
export interface PageOfHere {
  /** The file or system, as the user named it. */
  readonly path: string;
  readonly places: readonly MessagePlace[];
  /** Why it cannot have said the message. */
  readonly whyNot: Message | undefined;
}

/**
 * The whole page: what the message means, its causes, how to tell them apart, what to do, and where it comes from.
 * `remarks` are paragraphs of Markdown to stand below the message.
 */
export function messageMarkdown(
  found: FoundMessage,
  localizer: Localizer,
  here?: PageOfHere,
  remarks: readonly string[] = [],
): string {
  const { markdown } = localizer;
  const { others } = found;
  const titles = [...new Set(others.map(({ program }) => program))].map(titleOf);
  return `${[
    `### ${escapeMarkdown(found.text)}`,
    [
      markdown(message("said.by", { program: titleOf(found.program) })),
      ...(titles.length === 0
        ? []
        : [markdown(message("said.by-others", { programs: listOf(titles, "and") }))]),
      ...releases(found).map(markdown),
    ].join(" "),
    ...remarks,
    ...(here?.whyNot === undefined ? [] : [`**${markdown(here.whyNot)}**`]),
    ...(here === undefined ? [] : placesMarkdown(here, localizer)),
    ...knowledge(found, localizer),
  ].join("\n\n")}\n`;
}

/** What is known of a message without a text at hand. */
export function knownMessageMarkdown(known: KnownMessage, localizer: Localizer): string {
  const [text = ""] = known.said.templates;
  return messageMarkdown(
    { ...known, text: text.replace(/\{\w+\}/g, "…"), values: {}, others: [] },
    localizer,
  );
}

/** The sentences about a message: what it means, then the lists. */
function knowledge(known: KnownMessage, { markdown, prose }: Localizer): readonly string[] {
  return [
    prose(meaningOf(known)),
    ...advice(known).flatMap(({ title, sentences }) =>
      sentences.length === 0
        ? []
        : [`**${markdown(title)}**`, sentences.map((sentence) => `- ${prose(sentence)}`).join("\n")],
    ),
  ];
}

function meaningOf(known: KnownMessage): Prose {
  return proseOf(known, "meaning", known.said.meaning);
}

/** The lists of a message's page. */
function advice(
  known: KnownMessage,
): readonly { readonly title: Message; readonly sentences: readonly Prose[] }[] {
  const sentences = (part: "causes" | "find" | "remedy") =>
    (known.said[part] ?? []).map((text, index) => proseOf(known, `${part}.${index}`, text));
  return [
    { title: message("said.causes"), sentences: sentences("causes") },
    { title: message("said.find"), sentences: sentences("find") },
    { title: message("said.remedy"), sentences: sentences("remedy") },
  ];
}

/** Everything of a message's page that can be translated. */
export function messageProse(known: KnownMessage): readonly Prose[] {
  return [meaningOf(known), ...advice(known).flatMap(({ sentences }) => sentences)];
}

function placesMarkdown({ path, places }: PageOfHere, { markdown }: Localizer): readonly string[] {
  if (places.length === 0) return [];
  const lines = places.map(
    ({ path: file, line, what }) =>
      `- ${markdown({ code: line === undefined ? file : `${file}:${line}` })}: ${markdown(what)}`,
  );
  return [`**${markdown(message("said.here", { path }))}**`, lines.join("\n")];
}

function releases({ said: { since, until } }: KnownMessage): readonly Message[] {
  if (since === undefined && until === undefined) return [];
  const which = since === undefined ? "until" : until === undefined ? "since" : "both";
  return [message("said.releases", { which, since: since ?? "", until: until ?? "" })];
}
