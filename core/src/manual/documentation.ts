// A page of the manual before it is worded: what hovers and proposals carry to the edge.

import type { Dialect } from "../inittab/dialect.ts";
import type { Localizer } from "../text/localizer.ts";
import type { MessageValue } from "../text/message.ts";
import { markdownBlock } from "../text/safe-text.ts";
import { type ScriptPage, scriptPageMarkdown } from "./initscript/pages.ts";
import { topicPage } from "./markdown.ts";
import type { Topic } from "./topic.ts";

/** A page, a sentence or two, or a block of code in some language. */
export type Documentation =
  | { readonly kind: "topic"; readonly topic: Topic; readonly dialect: Dialect }
  | { readonly kind: "script-page"; readonly page: ScriptPage }
  | { readonly kind: "words"; readonly words: MessageValue }
  | { readonly kind: "code"; readonly code: string; readonly language: string };

/** The documentation as Markdown. */
export function documentationMarkdown(documentation: Documentation, localizer: Localizer): string {
  switch (documentation.kind) {
    case "topic":
      return topicPage(documentation.topic, localizer, documentation.dialect);
    case "script-page":
      return scriptPageMarkdown(documentation.page, localizer);
    case "words":
      return localizer.markdown(documentation.words);
    case "code":
      return markdownBlock(documentation.code, documentation.language);
  }
}
