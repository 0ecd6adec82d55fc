// Where the facts of a topic come from, in the language of the reader.

import type { MessageValue, Prose } from "../text/message.ts";
import { message } from "./message.ts";
import type { Topic } from "./topic.ts";

/** A source of a topic, ready to be worded: a page of a manual, what was observed, or a file that was read. */
export function sourceWords(source: string): MessageValue {
  const { observed, what } = partsOf(source);
  const words = isPhrase(what) ? phrase(what) : what;
  return observed ? message("page.observed", { what: words }) : words;
}

/** What of the sources of a topic can be translated: the phrases among them. */
export function sourceProse({ sources }: Topic): readonly Prose[] {
  return sources
    .map((source) => partsOf(source).what)
    .filter(isPhrase)
    .map(phrase);
}

function partsOf(source: string): { readonly observed: boolean; readonly what: string } {
  const [, kind, what] = /^(observed|source): (.*)$/.exec(source) ?? [];
  return { observed: kind === "observed", what: what ?? source };
}

/** Names, releases and recorded cases are the same in every language. */
function isPhrase(what: string): boolean {
  return / (?:of|and|on) /.test(what) && !/^\w+\(\d\), "/.test(what);
}

function phrase(what: string): Prose {
  return { prose: `source.${what}`, english: what };
}
