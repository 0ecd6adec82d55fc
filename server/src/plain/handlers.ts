// The kind of documents that texts of no language of ours are: a hover explains a message in them, and nothing is found fault with.

import type { Localizer } from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { DocumentKind } from "../documents/kind.ts";
import { TextDocument } from "../documents/text-document.ts";
import { isPlainText } from "./plain-text.ts";

/** What the kind needs of the server around it. */
interface PlainHost {
  readonly localizer: () => Localizer;
}

/** Logs and prose. */
export function plainKind({ localizer }: PlainHost): DocumentKind {
  return {
    claims: ({ uri, languageId }) => isPlainText(uri, languageId),
    open: ({ uri, version, text }, settings) => {
      const document = new TextDocument("plain", uri, version, text, settings);
      return {
        document,
        handlers: {
          judge: () => ({ name: document.state, findings: [] }),
          requests: loadOnce(async () => (await import("./answers.ts")).plainAnswers(document, localizer)),
        },
      };
    },
  };
}
