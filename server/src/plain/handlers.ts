// The kind of documents that texts of no language of ours are: a hover explains a message in them, and nothing is found fault with.

import type { Localizer } from "@inittab/core";
import { loadOnce } from "@inittab/host/load-once";
import type { DocumentKind } from "../documents/kind.ts";
import { isPlainText, PlainDocument } from "./plain-document.ts";

/** What the kind needs of the server around it. */
interface PlainHost {
  readonly localizer: () => Localizer;
}

/** Logs and prose. */
export function plainKind({ localizer }: PlainHost): DocumentKind {
  return {
    claims: ({ uri, languageId }) => isPlainText(uri, languageId),
    open: ({ uri, version, text }) => {
      const document = new PlainDocument(uri, version, text);
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
