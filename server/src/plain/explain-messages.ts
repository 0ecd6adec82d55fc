// The command that explains a message, or the lines of a log, that the user has at hand.

import { type Localizer, messageMarkdown, readLog } from "@inittab/core";
import { type InittabSeen, messageAround, messageHere } from "../features/message-hover.ts";

/** What each message in a text means, as Markdown; null if none is known. */
export function explainMessages(
  text: string,
  inittab: InittabSeen | undefined,
  localizer: Localizer,
): string | null {
  const around = inittab && messageAround(inittab);
  const { messages } = readLog(text.slice(0, longest), around?.hints);
  const pages = messages.flatMap(({ variants }) =>
    variants.map((found) => messageMarkdown(found, localizer, around && messageHere(around, found))),
  );
  return pages.length === 0 ? null : pages.join("\n---\n\n");
}

/** More than this of a text is not looked at, in UTF-16 units. */
const longest = 1_000_000;
