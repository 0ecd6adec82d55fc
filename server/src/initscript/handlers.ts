// The kind of documents that shell scripts are. What is known of init scripts is loaded with the first one.

import { loadOnce } from "@inittab/host/load-once";
import type { DocumentKind } from "../documents/kind.ts";
import type { ScriptDocumentHost } from "./host.ts";
import { isShellScript, ScriptDocument } from "./script-document.ts";

/** Shell scripts, of which each can become an init script by its header. */
export function scriptKind(host: ScriptDocumentHost): DocumentKind {
  return {
    claims: ({ uri, languageId, text }) => isShellScript(uri, languageId, text),
    open: ({ uri, version, text }, settings) => {
      const document = new ScriptDocument(uri, version, text, settings);
      return {
        document,
        handlers: {
          judge: async (isWanted) => (await host.service()).judge(document, isWanted),
          requests: loadOnce(async () => {
            const [{ scriptAnswers }, service] = await Promise.all([import("./answers.ts"), host.service()]);
            return scriptAnswers(document, service, host);
          }),
        },
      };
    },
  };
}
