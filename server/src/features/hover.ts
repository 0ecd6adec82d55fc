// What a hover is made of, whatever it is about.

import {
  type Documentation,
  documentationMarkdown,
  escapeMarkdown,
  type Localizer,
  type Message,
  type TextRange,
} from "@inittab/core";

/** What is shown about a part of the text. */
export interface Hover {
  /** Parted by lines. */
  readonly parts: readonly HoverPart[];
  readonly range: TextRange;
}

/** A page, or paragraphs of plain sentences. */
export type HoverPart =
  | Documentation
  | { readonly kind: "paragraphs"; readonly paragraphs: readonly Paragraph[] };

/** Sentences that stand together. */
type Paragraph = readonly Message[];

/** A part as Markdown. */
export function hoverMarkdown(part: HoverPart, localizer: Localizer): string {
  if (part.kind !== "paragraphs") return documentationMarkdown(part, localizer);
  return part.paragraphs
    .map((sentences) => escapeMarkdown(sentences.map(localizer.text).join(" ")))
    .join("\n\n");
}
