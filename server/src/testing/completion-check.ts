// The door through which tests reach what is offered in an inittab.

import type { CompletionOptions } from "../features/completion-item.ts";
import { completions } from "../inittab/features/completion.ts";
import { marked, show } from "./document.ts";
import { inEnglish } from "./english.ts";

/** What is offered at the mark, a line each: the text that it replaces, the label, the text where it is another, the detail. */
export function check(
  text: string,
  settings?: unknown,
  options: CompletionOptions = { snippets: true },
  most = 100,
): string {
  const { document, offset } = marked(text, settings);
  return completions(document.scan, offset, options)
    .slice(0, most)
    .map(({ label, detail, range, text: inserted, snippet }) => {
      const what = snippet || inserted !== label ? ` = ${inserted}` : "";
      return `${show(document, range)} ${inEnglish.words(label)}${what}  ${inEnglish.words(detail)}`;
    })
    .join("\n");
}

/** The settings for an inittab of BusyBox. */
export const busybox = { dialect: "busybox" };
