// What a hover is made of, whatever it is about.

import {
  type Documentation,
  documentationMarkdown,
  escapeMarkdown,
  type FoundMessage,
  type Localizer,
  type Message,
  messageMarkdown,
  type PageOfHere,
  type TextRange,
  topicOpening,
} from "@inittab/core";
import { featureMessage } from "../feature-message.ts";
import { topicLink } from "./topic-link.ts";

/** What is shown about a part of the text. */
export interface Hover {
  /** Parted by lines. */
  readonly parts: readonly HoverPart[];
  readonly range: TextRange;
}

/** What a program says, and what to show about the document around it. */
export interface MessageHere {
  readonly found: FoundMessage;
  readonly here?: PageOfHere | undefined;
}

/** A page, a message of a program, or paragraphs of plain sentences. */
export type HoverPart =
  | Documentation
  | ({ readonly kind: "message" } & MessageHere)
  | { readonly kind: "paragraphs"; readonly paragraphs: readonly Paragraph[] };

/** Sentences that stand together. */
type Paragraph = readonly Message[];

/** A part as Markdown. With a command of the client's that shows pages, the beginning of a page and a link to it. */
export function hoverMarkdown(part: HoverPart, localizer: Localizer, showTopic?: string): string {
  if (part.kind === "topic" && showTopic !== undefined) {
    const { topic, dialect } = part;
    const link = topicLink(showTopic, { topic: topic.id, dialect });
    return `${topicOpening(topic, localizer)}\n\n[${localizer.markdown(featureMessage("hover.more"))}](${link})`;
  }
  if (part.kind === "message") return messageMarkdown(part.found, localizer, part.here);
  if (part.kind !== "paragraphs") return documentationMarkdown(part, localizer);
  return part.paragraphs
    .map((sentences) => escapeMarkdown(sentences.map(localizer.text).join(" ")))
    .join("\n\n");
}
