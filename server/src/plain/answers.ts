// What an open text of no language of ours answers to requests, in the protocol's words.

import type { Localizer } from "@inittab/core";
import { readPlace } from "../convert.ts";
import { toHover } from "../convert-answers.ts";
import type { RequestHandlers } from "../documents/handlers.ts";
import type { TextDocument } from "../documents/text-document.ts";
import { messageHover } from "../features/message-hover.ts";

/** The handlers of requests about such a text. */
export function plainAnswers(document: TextDocument, localizer: () => Localizer): RequestHandlers {
  return {
    hover: ({ position }) => {
      const text = {
        places: document,
        slice: (start: number, end: number) => document.text.slice(start, end),
      };
      const hover = messageHover(text, document.offsetAt(readPlace(position)));
      return hover && toHover(document, hover, localizer());
    },
  };
}
